/** A new guest from one of the templates, all of which the server has. */
import { SnippetString, Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './language.ts';
import type { Server } from './server.ts';
import { readTemplates } from './templates.ts';

/** A file that is not there, in the folder whose settings count for a new one. */
const newFile = (): string => {
  const [folder] = workspace.workspaceFolders ?? [];
  return (folder ? Uri.joinPath(folder.uri, 'guest.cfg') : Uri.parse('untitled:guest.cfg')).toString();
};

/** Lets the person choose a template, and opens a new document with its tab stops. */
export const newGuest = async (server: Server): Promise<void> => {
  const items = server.ask('xlcfg.templates', [newFile()]).then((answer) =>
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
