/** The server's access to files on disk. */
import { access, opendir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DecodedText } from '../decodedText.ts';
import { MAX_FILE_SIZE } from '../discovery/guestFiles.ts';
import type { FoundFile, HostFiles } from '../lsp/hostFiles.ts';
import { decode } from './encoding.ts';
import { type FoundPath, findInFolder, searchFolder } from './searchFolder.ts';

/** The path of a file URI; undefined for any other URI, and for a file on another host. */
const toPath = (uri: string): string | undefined => {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
};

const toUri = (file: string): string => pathToFileURL(file).href;

const toFoundFile = ({ path: file, realPath }: FoundPath): FoundFile => ({
  uri: toUri(file),
  id: toUri(realPath),
});

/** Yields links last, so that a file is found by its own path rather than by a link to it. */
async function* findAll(folderUri: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  const folder = toPath(folderUri);
  if (folder === undefined) return;
  const foundPaths = new Set<string>();
  const links: FoundPath[] = [];
  try {
    for await (const found of searchFolder(folder, { signal })) {
      if (found.isLink) links.push(found);
      else {
        foundPaths.add(found.realPath);
        yield toFoundFile(found);
      }
    }
  } catch {
    return;
  }
  for (const link of links) {
    if (foundPaths.has(link.realPath)) continue;
    foundPaths.add(link.realPath);
    yield toFoundFile(link);
  }
}

const read = async (uri: string): Promise<DecodedText | undefined> => {
  const file = toPath(uri);
  if (file === undefined) return undefined;
  try {
    const stats = await stat(file);
    // Reading a pipe or a device might never end.
    return stats.isFile() && stats.size <= MAX_FILE_SIZE ? decode(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
};

/** More names are of no help to anybody who chooses one. */
const MOST_NAMES = 500;

/** Two slashes at the start would be a server on the network to Windows. */
const listFolder = async (folder: string): Promise<readonly string[]> => {
  const names: string[] = [];
  if (!/^\/(?!\/)/.test(folder) || folder.includes('\0')) return names;
  try {
    for await (const entry of await opendir(folder)) {
      names.push(entry.isDirectory() ? `${entry.name}/` : entry.name);
      if (names.length === MOST_NAMES) break;
    }
  } catch {
    // What was read until then.
  }
  return names.sort();
};

export const nodeFiles: HostFiles = {
  isHostUri: (uri) => uri.startsWith('file:'),
  findAll,
  findOne: async (folderUri, uri) => {
    const folder = toPath(folderUri);
    const file = toPath(uri);
    const found = folder && file ? await findInFolder(folder, file) : undefined;
    return found && toFoundFile(found);
  },
  identityOf: async (uri) => {
    const file = toPath(uri);
    if (file === undefined) return uri;
    try {
      return toUri(await realpath(file));
    } catch {
      return uri;
    }
  },
  read,
  exists: async (uri) => {
    const file = toPath(uri);
    if (file === undefined) return false;
    try {
      await access(file);
      return true;
    } catch {
      return false;
    }
  },
  list: listFolder,
  homeUri: toUri(homedir()),
  folderUri: (name) => {
    if (name.startsWith('file:')) return toPath(name) === undefined ? undefined : name;
    const file = name === '~' || name.startsWith('~/') ? path.join(homedir(), name.slice(1)) : name;
    return path.isAbsolute(file) ? toUri(file) : undefined;
  },
};
