/** The project config, `.xlcfg.json`, after the server has changed it. */
import { Uri, workspace } from 'vscode';

/** The server's commands that change a project config, and return its URI. */
export const CHANGES_PROJECT_CONFIG: readonly string[] = ['xlcfg.setPlatform', 'xlcfg.setSeverity'];

/** Saves a changed project config: the server reads it from disk. Does nothing if there is none. */
export const saveProjectConfig = async (uri: unknown): Promise<void> => {
  if (typeof uri !== 'string') return;
  await (await workspace.openTextDocument(Uri.parse(uri, true))).save();
};
