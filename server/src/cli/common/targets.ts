/** The files that a command line names: found, in order, each once; and read. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FileKindName, fileKind } from '@xlcfg/shared';
import { type DecodedText, decode } from '../../node/encoding.ts';
import { type FoundPath, searchFolder } from '../../node/searchFolder.ts';
import { type Failure, failure } from './failure.ts';

/** The name that stands for standard input. */
export const STDIN = '-';

export interface Target {
  /** As given; for a file in a folder, the folder as given joined with the way to the file. */
  readonly path: string;
  /** Named by itself, so wanted whatever it looks like. */
  readonly named: boolean;
  /** Standard input under a name of its own. */
  readonly input?: true;
}

export const isInput = ({ path, input }: Target): boolean => input === true || path === STDIN;

export interface CollectOptions {
  /** What standard input is called; absent: by the name that stands for it. */
  readonly inputName?: string;
  /** Told of each folder that is searched. */
  readonly onFolder?: (folder: string) => void;
}

export interface Collected {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
  /** Folders in which there was nothing to look at, with the reason where it may surprise. */
  readonly notes: readonly Failure[];
}

interface Search {
  readonly found: readonly FoundPath[];
  readonly failures: readonly Failure[];
  readonly linksOut: number;
}

const search = async (folder: string, onFolder?: (folder: string) => void): Promise<Search> => {
  const found: FoundPath[] = [];
  const failures: Failure[] = [];
  let linksOut = 0;
  const files = searchFolder(folder, {
    onFailure: (inner, error) => failures.push(failure(inner, error)),
    onOutsideLink: () => {
      linksOut += 1;
    },
    ...(onFolder && { onFolder }),
  });
  for await (const file of files) found.push(file);
  return { found: found.sort((a, b) => compare(a.path, b.path)), failures, linksOut };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const noteAbout = (folder: string, { found, failures, linksOut }: Search): Failure[] => {
  if (found.length > 0 || failures.length > 0) return [];
  const links = linksOut > 0 ? `; ${linksOut} of its links lead out of the folder and are not followed` : '';
  return [{ path: folder, message: `no .cfg, .hvm or .pvlinux file in this folder${links}` }];
};

/** The one name of a file with several. A pipe of the shell's has none behind its link. */
const realOf = (given: string): string => {
  try {
    return realpathSync(given);
  } catch {
    return path.resolve(given);
  }
};

/**
 * Finds the files that are meant: those named, and in named folders all that may be a guest's configuration, sorted by
 * path. Links in a folder are followed to files inside it, never out of it. A file that is meant twice comes once.
 *
 * @param paths files, folders, and `-` for standard input
 */
export const collect = async (
  paths: readonly string[],
  { inputName = STDIN, onFolder }: CollectOptions = {},
): Promise<Collected> => {
  const targets = new Map<string, Target>();
  const failures: Failure[] = [];
  const notes: Failure[] = [];
  const add = (real: string, target: Target): void => {
    const known = targets.get(real);
    if (known === undefined || (target.named && !known.named)) targets.set(real, target);
  };
  for (const given of paths) {
    if (given === STDIN) {
      add(STDIN, { path: inputName, named: true, ...(inputName !== STDIN && { input: true }) });
      continue;
    }
    try {
      if (!statSync(given).isDirectory()) {
        add(realOf(given), { path: given, named: true });
        continue;
      }
      const searched = await search(given, onFolder);
      for (const found of searched.found) add(found.realPath, { path: found.path, named: false });
      failures.push(...searched.failures);
      notes.push(...noteAbout(given, searched));
    } catch (error) {
      failures.push(failure(given, error));
    }
  }
  return { targets: [...targets.values()], failures, notes };
};

/**
 * Reads standard input to its end.
 *
 * @throws the system's error
 */
export const readInput = async (): Promise<DecodedText> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return decode(Buffer.concat(chunks));
};

/**
 * Reads a file.
 *
 * @throws the system's error
 */
export const readFile = (file: string): DecodedText => decode(readFileSync(file));

/** What kind of file it is, by its whole path and its text; null: none of xl's, or nothing is in it that tells. */
export const kindOf = (file: string, text: string): FileKindName | null =>
  fileKind(path.resolve(file), text, false);

/**
 * Reads a target.
 *
 * @returns its content; undefined where it was found in a folder and is no guest's configuration
 * @throws the system's error
 */
export const read = async (target: Target): Promise<DecodedText | undefined> => {
  const decoded = isInput(target) ? await readInput() : readFile(target.path);
  return target.named || kindOf(target.path, decoded.text) !== null ? decoded : undefined;
};
