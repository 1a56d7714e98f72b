/** Has the client change the project config that applies to a document, or create one. */
import { type Connection, ErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_CONFIG_FILE } from '../settings/projectConfig.ts';
import { projectConfigEdits } from '../settings/projectConfigEdit.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { HostFiles } from './hostFiles.ts';
import type { SettingsResolver } from './settingsResolver.ts';
import { parentUri, pathOfUri } from './uris.ts';
import type { KnownFiles } from './workspace/workspaceFiles.ts';

/** What tells where the project config of a document is, and how a client changes it. */
export interface ProjectConfigPlaces {
  readonly client: ClientSupport;
  readonly settings: Pick<SettingsResolver, 'project'>;
  readonly workspace: Pick<KnownFiles, 'folderOf'>;
  readonly host: { readonly files?: HostFiles };
}

interface ConfigFile {
  readonly uri: string;
  /** Empty if there is no such file yet. */
  readonly text: string;
  readonly exists: boolean;
}

/** The nearest project config above a document; else a new one in its workspace folder, or next to it. */
const configFileFor = async (
  uri: string,
  { settings, workspace, host }: ProjectConfigPlaces,
): Promise<ConfigFile | undefined> => {
  const existing = (await settings.project(uri))?.configFile;
  if (existing !== undefined) {
    const content = await host.files?.read(existing);
    return content && { uri: existing, text: content.text, exists: true };
  }
  const folder = workspace.folderOf(uri) ?? parentUri(uri);
  if (folder === undefined || host.files?.isHostUri(uri) !== true) return undefined;
  return { uri: `${folder}/${PROJECT_CONFIG_FILE}`, text: '', exists: false };
};

const workspaceEdit = (
  { uri, text, exists }: ConfigFile,
  edits: NonNullable<ReturnType<typeof projectConfigEdits>>,
  { createsFiles, versionedEdits }: Pick<ClientSupport, 'createsFiles' | 'versionedEdits'>,
): WorkspaceEdit => {
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const textEdits = edits.map(({ start, end, newText }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  }));
  if (!versionedEdits || (!exists && !createsFiles)) return { changes: { [uri]: textEdits } };
  const change = { textDocument: { uri, version: null }, edits: textEdits };
  return {
    documentChanges: exists ? [change] : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change],
  };
};

/**
 * Sets a value in the project config that applies to a document.
 *
 * @param path the keys that lead to the value
 * @returns the URI of the changed file, which the client may not have saved yet. Rejects with a sentence for the user.
 */
export const setInProjectConfig = async (
  connection: Connection,
  session: ProjectConfigPlaces,
  uri: string,
  path: readonly string[],
  value: string | boolean,
): Promise<string> => {
  const file = await configFileFor(uri, session);
  if (file === undefined)
    throw new ResponseError(
      ErrorCodes.InvalidRequest,
      `This file has no place for a ${PROJECT_CONFIG_FILE}.`,
    );
  const edits = projectConfigEdits(file.text, path, value);
  if (edits === undefined)
    throw new ResponseError(
      ErrorCodes.InvalidRequest,
      `${pathOfUri(file.uri)} is not valid JSON. Correct it first.`,
    );
  const { applied } = await connection.workspace.applyEdit({
    label: `Set ${path.join('.')} to ${value}`,
    edit: workspaceEdit(file, edits, session.client),
  });
  if (!applied)
    throw new ResponseError(ErrorCodes.InvalidRequest, `${pathOfUri(file.uri)} could not be changed.`);
  return file.uri;
};
