/** The values to choose from, and the settings files to which the choice can be saved. Pure. */

/** Where a setting is saved: for all files, for the workspace, or for one of its folders. */
export type SettingTarget = 'user' | 'workspace' | 'folder';

/** The values that the setting has in different scopes. */
export interface InspectedSetting {
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

export interface WorkspaceContext {
  /** Whether a folder or workspace is open. */
  readonly isOpen: boolean;
  /** Whether the workspace can have several folders, and the file is in one of them. */
  readonly isFileInFolder: boolean;
}

/**
 * The targets in which a new value takes effect: a value for a folder overrides one for the workspace, which overrides the
 * user's. Never empty.
 */
export const effectiveTargets = (
  inspected: InspectedSetting,
  { isOpen, isFileInFolder }: WorkspaceContext,
): readonly SettingTarget[] => {
  if (inspected.workspaceFolderValue !== undefined) return ['folder'];
  if (!isOpen) return ['user'];
  const folder: readonly SettingTarget[] = isFileInFolder ? ['folder'] : [];
  return inspected.workspaceValue === undefined ? ['workspace', ...folder, 'user'] : ['workspace', ...folder];
};

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The values that the extension's manifest lists for a setting, newest first. */
export const choicesOf = (manifest: unknown, setting: string): readonly string[] => {
  const path = ['contributes', 'configuration', 'properties', `xlcfg.${setting}`, 'enum'];
  const found = path.reduce(property, manifest);
  return Array.isArray(found) ? found.filter((value) => typeof value === 'string') : [];
};
