/** Reference pages, rendered as Markdown at a section. */
import { commands, Uri } from 'vscode';

/** @param url of a page, with its section as fragment */
export const openDocumentation = async (url: unknown): Promise<void> => {
  if (typeof url === 'string') await commands.executeCommand('markdown.showPreview', Uri.parse(url, true));
};
