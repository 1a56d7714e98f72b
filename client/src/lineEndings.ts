import { EndOfLine, Uri, window, workspace } from 'vscode';

/**
 * Gives a document LF line endings, as xl wants them. A text edit cannot: to the editor line endings are a property of
 * the document and no part of its text.
 *
 * @param uri the document, as the server names it
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
