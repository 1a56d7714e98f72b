/** The files of this machine, for the server. */
import { promises } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MAX_SIZE } from '../lsp/candidates.ts';
import type { FoundFile, HostFiles } from '../lsp/files.ts';
import { decode } from './encoding.ts';
import { type Found, findInFolder, searchFolder } from './searchFolder.ts';

/** The path of a URI; undefined where it is none of a file of this machine. */
const pathOfUri = (uri: string): string | undefined => {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
};

const uriOf = (file: string): string => pathToFileURL(file).href;

const toFile = ({ path: file, real }: Found): FoundFile => ({ uri: uriOf(file), id: uriOf(real) });

/** Files themselves before links to them, so that each is told of by its own name. */
async function* list(folderUri: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  const folder = pathOfUri(folderUri);
  if (folder === undefined) return;
  const given = new Set<string>();
  const links: Found[] = [];
  try {
    for await (const found of searchFolder(folder, { signal })) {
      if (found.linked) links.push(found);
      else {
        given.add(found.real);
        yield toFile(found);
      }
    }
  } catch {
    return;
  }
  for (const link of links) {
    if (given.has(link.real)) continue;
    given.add(link.real);
    yield toFile(link);
  }
}

const read = async (uri: string): Promise<string | undefined> => {
  const file = pathOfUri(uri);
  if (file === undefined) return undefined;
  try {
    const found = await promises.stat(file);
    // Reading a pipe or a device might never end.
    return found.isFile() && found.size <= MAX_SIZE ? decode(await promises.readFile(file)).text : undefined;
  } catch {
    return undefined;
  }
};

export const nodeFiles: HostFiles = {
  holds: (uri) => uri.startsWith('file:'),
  list,
  find: async (folderUri, uri) => {
    const folder = pathOfUri(folderUri);
    const file = pathOfUri(uri);
    const found = folder && file ? await findInFolder(folder, file) : undefined;
    return found && toFile(found);
  },
  identify: async (uri) => {
    const file = pathOfUri(uri);
    if (file === undefined) return uri;
    try {
      return uriOf(await promises.realpath(file));
    } catch {
      return uri;
    }
  },
  read,
  exists: async (uri) => {
    const file = pathOfUri(uri);
    if (file === undefined) return false;
    try {
      await promises.access(file);
      return true;
    } catch {
      return false;
    }
  },
  home: uriOf(homedir()),
  folder: (name) => {
    if (name.startsWith('file:')) return pathOfUri(name) === undefined ? undefined : name;
    const file = name === '~' || name.startsWith('~/') ? path.join(homedir(), name.slice(1)) : name;
    return path.isAbsolute(file) ? uriOf(file) : undefined;
  },
};
