/** Temporary folders with files in them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Is removed at the end of the block that it is declared in with `using`. */
export interface Folder extends Disposable {
  readonly path: string;
  /** The path of a name in the folder. */
  readonly at: (name: string) => string;
  /** Writes a file, with the folders above it, and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Makes a link that leads to `target`, as it is written. */
  readonly link: (name: string, target: string) => void;
}

export const makeFolder = (files: Readonly<Record<string, string>> = {}): Folder => {
  const root = mkdtempSync(path.join(tmpdir(), 'xlcfg-cli-'));
  const at = (name: string): string => path.join(root, name);
  const parent = (name: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
  };
  const folder: Folder = {
    path: root,
    at,
    write: (name, content) => {
      parent(name);
      writeFileSync(at(name), content);
      return at(name);
    },
    link: (name, target) => {
      parent(name);
      symlinkSync(target, at(name));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
};
