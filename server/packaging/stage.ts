/** Writes files as a package installs them: the same bytes, modes and times whoever does it, wherever and whenever. */
import { chmodSync, lutimesSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InstalledFile } from './files.ts';

const writeOne = (root: string, file: InstalledFile): void => {
  const target = path.join(root, file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  if ('link' in file) {
    symlinkSync(file.link, target);
    return;
  }
  writeFileSync(target, file.content);
  chmodSync(target, file.executable ? 0o755 : 0o644);
};

/** Writes the files below `root`, whose folders get the mode 755, and sets all times to `epoch` (seconds since 1970). */
export const stage = (root: string, files: readonly InstalledFile[], epoch: number): void => {
  for (const file of files) writeOne(root, file);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const name = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(name, 0o755);
    lutimesSync(name, epoch, epoch);
  }
  chmodSync(root, 0o755);
  lutimesSync(root, epoch, epoch);
};
