/** Made-up hosts: a tree of files in memory, as the host checks see one. */

import type { HostFileSystem, HostNode, LookUp } from '@xlcfg/shared/src/host/fileSystem.ts';

/** A text is the content of a file, each character a byte. */
export type TreeEntry =
  | string
  | { readonly link: string }
  /** `major:minor` */
  | { readonly block: string }
  | { readonly program: string }
  | { readonly modified: number; readonly content: string }
  | { readonly kind: 'folder' | 'other' | 'unreadable' };

export type HostTree = Readonly<Record<string, TreeEntry>>;

const node = (kind: HostNode['kind'], id: string, more: Partial<HostNode> = {}): HostNode => ({
  kind,
  id,
  size: 0,
  modified: 0,
  isExecutable: false,
  ...more,
});

const contentOf = (entry: TreeEntry | undefined): string | undefined => {
  if (typeof entry === 'string') return entry;
  if (entry === undefined) return undefined;
  if ('program' in entry) return entry.program;
  return 'content' in entry ? entry.content : undefined;
};

function nodeOf(path: string, entry: TreeEntry): LookUp {
  const content = contentOf(entry);
  if (typeof entry !== 'string') {
    if ('link' in entry) return node('link', path);
    if ('block' in entry) return node('block', path, { device: entry.block });
    if ('kind' in entry) return entry.kind === 'unreadable' ? 'unknown' : node(entry.kind, path);
    if ('modified' in entry)
      return node('file', path, { size: entry.content.length, modified: entry.modified });
    return node('file', path, { size: entry.program.length, isExecutable: true });
  }
  return node('file', path, { size: content?.length ?? 0 });
}

export interface RecordedTree extends HostFileSystem {
  /** Every call so far: its name, and the path. */
  readonly calls: readonly (readonly [name: string, path: string])[];
}

/** Folders above an entry need not be named. */
export const hostTree = (entries: HostTree): RecordedTree => {
  const calls: (readonly [string, string])[] = [];
  const paths = Object.keys(entries);
  const isFolder = (path: string): boolean =>
    path === '/' || paths.some((other) => other.startsWith(`${path}/`));
  return {
    calls,
    lstat: async (path) => {
      calls.push(['lstat', path]);
      const entry = entries[path];
      if (entry !== undefined) return nodeOf(path, entry);
      return isFolder(path) ? node('folder', path) : 'missing';
    },
    readLink: async (path) => {
      calls.push(['readLink', path]);
      const entry = entries[path];
      return typeof entry === 'object' && 'link' in entry ? entry.link : undefined;
    },
    list: async (folder, most) => {
      calls.push(['list', folder]);
      const prefix = folder === '/' ? '/' : `${folder}/`;
      const names = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
      return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].slice(0, most);
    },
    read: async (path, offset, length) => {
      calls.push(['read', path]);
      const content = contentOf(entries[path]);
      return content === undefined
        ? undefined
        : Uint8Array.from(content.slice(offset, offset + length), (character) => character.charCodeAt(0));
    },
  };
};
