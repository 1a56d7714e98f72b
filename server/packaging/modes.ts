import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Sets the modes of files to 755 or 644. For tools that copy the modes of the working tree into an archive: they depend on
 * the umask of whoever cloned and built.
 */
export const setModes = (folder: string, names: readonly string[]): void => {
  for (const name of names) {
    const file = path.join(folder, name);
    chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
};
