import { EndOfLine, Uri, window, workspace } from 'vscode';

/**
 * Changes the line endings of a document to LF, as xl requires. Text edits cannot do this: in VS Code, line endings are a
 * property of the document and not part of its text.
 *
 * @param uri as the server sends it
 */
export const setLineEndings = async (uri: string): Promise<void> => {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = visible ?? (await window.showTextDocument(document));
  const done = await editor.edit((edit) => edit.setEndOfLine(EndOfLine.LF));
  if (!done) {
    await window.showErrorMessage(
      'The editor refused to change the line endings. Click CRLF in the status bar and choose LF instead.',
    );
  }
};
