/** The files that a command line names: found, in order, each once; and read. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileKind } from '@xlcfg/shared';
import { type Decoded, decode } from './encoding.ts';
import { type Failure, failure } from './failure.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

export interface Target {
  /** As given; for a file in a folder, the folder as given joined with the way to the file. */
  readonly path: string;
  /** Named by itself, so wanted whatever it looks like. */
  readonly named: boolean;
}

export interface Collected {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
  /** Folders in which there was nothing to look at, with the reason where it may surprise. */
  readonly notes: readonly Failure[];
}

/** A file in which a guest's configuration is looked for, if it is in a folder. */
const CANDIDATE = /^[^.].*\.(?:cfg|hvm|pvlinux)$/i;

/** Folders that are not searched: hidden ones, and what npm installs. */
const SKIPPED_FOLDER = /^(?:\..*|node_modules)$/;

interface Found {
  readonly path: string;
  readonly real: string;
}

interface Search {
  readonly root: string;
  readonly found: Found[];
  readonly failures: Failure[];
  linksOut: number;
}

const isInside = (root: string, real: string): boolean => {
  const way = path.relative(root, real);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
};

/** The file that a link leads to; undefined where it leads to nothing, to a folder, or out of the folder. */
const followLink = (search: Search, link: string): string | undefined => {
  try {
    const real = realpathSync(link);
    if (!statSync(real).isFile()) return undefined;
    if (isInside(search.root, real)) return real;
    search.linksOut += 1;
    return undefined;
  } catch {
    return undefined;
  }
};

const searchFolder = (search: Search, folder: string, real: string): void => {
  let entries: Dirent[];
  try {
    entries = readdirSync(real, { withFileTypes: true });
  } catch (error) {
    search.failures.push(failure(folder, error));
    return;
  }
  for (const entry of entries) {
    const shown = path.join(folder, entry.name);
    const target = path.join(real, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDER.test(entry.name)) searchFolder(search, shown, target);
    } else if (CANDIDATE.test(entry.name)) {
      const file = entry.isFile() ? target : entry.isSymbolicLink() ? followLink(search, target) : undefined;
      if (file !== undefined) search.found.push({ path: shown, real: file });
    }
  }
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const noteAbout = (folder: string, { found, failures, linksOut }: Search): Failure[] => {
  if (found.length > 0 || failures.length > 0) return [];
  const links = linksOut > 0 ? `; ${linksOut} of its links lead out of the folder and are not followed` : '';
  return [{ path: folder, message: `no .cfg, .hvm or .pvlinux file in this folder${links}` }];
};

/**
 * Finds the files that are meant: those named, and in named folders all that may be a guest's configuration, sorted by
 * path. Links in a folder are followed to files inside it, never out of it. A file that is meant twice comes once.
 *
 * @param paths files, folders, and `-` for standard input
 */
export const collect = (paths: readonly string[]): Collected => {
  const targets = new Map<string, Target>();
  const failures: Failure[] = [];
  const notes: Failure[] = [];
  const add = (real: string, target: Target): void => {
    const known = targets.get(real);
    if (known === undefined || (target.named && !known.named)) targets.set(real, target);
  };
  for (const given of paths) {
    if (given === STDIN) {
      add(STDIN, { path: given, named: true });
      continue;
    }
    try {
      const real = realpathSync(given);
      if (!statSync(real).isDirectory()) {
        add(real, { path: given, named: true });
        continue;
      }
      const search: Search = { root: real, found: [], failures: [], linksOut: 0 };
      searchFolder(search, given, real);
      for (const found of search.found.sort((a, b) => compare(a.path, b.path))) {
        add(found.real, { path: found.path, named: false });
      }
      failures.push(...search.failures);
      notes.push(...noteAbout(given, search));
    } catch (error) {
      failures.push(failure(given, error));
    }
  }
  return { targets: [...targets.values()], failures, notes };
};

const readStdin = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/**
 * Reads a target.
 *
 * @returns its content; undefined where it was found in a folder and is no guest's configuration
 * @throws the system's error
 */
export const read = async ({ path: file, named }: Target): Promise<Decoded | undefined> => {
  const decoded = decode(file === STDIN ? await readStdin() : readFileSync(file));
  return named || fileKind(file, decoded.text) !== null ? decoded : undefined;
};
