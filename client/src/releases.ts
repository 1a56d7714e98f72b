/** Which releases of Xen there are, and where a choice among them can be written. Pure. */

/** Where a setting is written: for all files, for the workspace, for one of its folders. */
export type Place = 'user' | 'workspace' | 'folder';

/** Where the setting has a value already. */
export interface Inspected {
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

export interface Surroundings {
  /** A workspace is open. */
  readonly open: boolean;
  /** The workspace has several folders, and the file is in one of them. */
  readonly inFolder: boolean;
}

/**
 * The places where a new value takes effect: a value in the settings of a folder hides one of the workspace, and that
 * one hides the user's. Never empty.
 */
export const placesFor = (inspected: Inspected, { open, inFolder }: Surroundings): readonly Place[] => {
  if (inspected.workspaceFolderValue !== undefined) return ['folder'];
  if (!open) return ['user'];
  const folder: readonly Place[] = inFolder ? ['folder'] : [];
  return inspected.workspaceValue === undefined ? ['workspace', ...folder, 'user'] : ['workspace', ...folder];
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The releases that the manifest of the extension lists for the setting, the newest first. */
export const releasesOf = (manifest: unknown): readonly string[] => {
  const path = ['contributes', 'configuration', 'properties', 'xlcfg.xenVersion', 'enum'];
  const found = path.reduce(field, manifest);
  return Array.isArray(found) ? found.filter((release) => typeof release === 'string') : [];
};
