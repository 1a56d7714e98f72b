/** The command that creates a guest from one of the server's templates. */
import { SnippetString, Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { readTemplates } from './templates.ts';

/** The URI of a file that doesn't exist, in the folder whose settings apply to a new file. */
const newFileUri = (): string => {
  const [folder] = workspace.workspaceFolders ?? [];
  return (folder ? Uri.joinPath(folder.uri, 'guest.cfg') : Uri.parse('untitled:guest.cfg')).toString();
};

/** Lets the user choose a template, and inserts it into a new document as a snippet. */
export const newGuest = async (server: LanguageServer): Promise<void> => {
  const items = server.executeCommand('xlcfg.templates', [newFileUri()]).then((answer) =>
    readTemplates(answer).map(({ title, description, snippet }) => ({
      label: title,
      detail: description,
      snippet,
    })),
  );
  const chosen = await window.showQuickPick(items, {
    title: 'New Xen guest',
    placeHolder: 'What the guest is',
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  const document = await workspace.openTextDocument({ language: LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(chosen.snippet));
};
