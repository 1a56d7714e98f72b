/** The files of this machine, for the server. */
import { promises } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MAX_SIZE } from '../lsp/candidates.ts';
import type { FoundFile, HostFiles } from '../lsp/hostFiles.ts';
import { decode } from './encoding.ts';
import { type FoundPath, findInFolder, searchFolder } from './searchFolder.ts';

/** The path of a URI; undefined where it is none of a file of this machine. */
const pathOfUri = (uri: string): string | undefined => {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
};

const uriOf = (file: string): string => pathToFileURL(file).href;

const toFile = ({ path: file, realPath: real }: FoundPath): FoundFile => ({
  uri: uriOf(file),
  id: uriOf(real),
});

/** Files themselves before links to them, so that each is told of by its own name. */
async function* list(folderUri: string, signal: AbortSignal): AsyncGenerator<FoundFile> {
  const folder = pathOfUri(folderUri);
  if (folder === undefined) return;
  const given = new Set<string>();
  const links: FoundPath[] = [];
  try {
    for await (const found of searchFolder(folder, { signal })) {
      if (found.isLink) links.push(found);
      else {
        given.add(found.realPath);
        yield toFile(found);
      }
    }
  } catch {
    return;
  }
  for (const link of links) {
    if (given.has(link.realPath)) continue;
    given.add(link.realPath);
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
  isHostUri: (uri) => uri.startsWith('file:'),
  findAll: list,
  findOne: async (folderUri, uri) => {
    const folder = pathOfUri(folderUri);
    const file = pathOfUri(uri);
    const found = folder && file ? await findInFolder(folder, file) : undefined;
    return found && toFile(found);
  },
  identityOf: async (uri) => {
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
  homeUri: uriOf(homedir()),
  folder: (name) => {
    if (name.startsWith('file:')) return pathOfUri(name) === undefined ? undefined : name;
    const file = name === '~' || name.startsWith('~/') ? path.join(homedir(), name.slice(1)) : name;
    return path.isAbsolute(file) ? uriOf(file) : undefined;
  },
};
