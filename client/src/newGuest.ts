/** The command that creates a guest from one of the server's templates. */
import { SnippetString, Uri, window, workspace } from 'vscode';
import type { LanguageServer } from './languageServer.ts';
import { readTemplates } from './templates.ts';

const DEFAULT_NAME = 'guest';

/** What is wrong with a name; undefined if xl accepts it and it can be the name of a file. */
export const nameProblem = (name: string): string | undefined => {
  if (/^\d+$/.test(name)) return 'xl would take a number for a domain ID.';
  return /^\w[\w.-]*$/.test(name) ? undefined : 'Use letters, digits, dots, hyphens and underscores.';
};

/** The file of the new guest, which isn't written before the user saves it. */
const fileOf = (name: string): Uri => {
  const [folder] = workspace.workspaceFolders ?? [];
  const file = `${name}.cfg`;
  return folder ? Uri.joinPath(folder.uri, file) : Uri.file(file);
};

const askForName = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: 'New Xen guest',
    prompt: 'Name of the guest and of its file',
    value: DEFAULT_NAME,
    validateInput: nameProblem,
  });

/** Lets the user choose a name and a template, and inserts it into a new document. Saving it proposes the guest's name. */
export const newGuest = async (server: LanguageServer): Promise<void> => {
  const name = await askForName();
  if (name === undefined) return;
  const file = fileOf(name);
  const items = server.executeCommand('xlcfg.templates', [file.toString()]).then((answer) =>
    readTemplates(answer).map(({ title, description, snippet }) => ({
      label: title,
      detail: description,
      snippet,
    })),
  );
  const chosen = await window.showQuickPick(items, {
    title: `New Xen guest ${name}`,
    placeHolder: 'Kind of guest',
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  const untitled = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(untitled);
  // The file may exist already; then nothing is overwritten before the user saves.
  if (untitled.getText() === '') await editor.insertSnippet(new SnippetString(chosen.snippet));
};
