/** The files that the arguments of a command refer to. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareTexts } from '@xlcfg/shared';
import { MAX_FILE_SIZE } from '../../discovery/guestFiles.ts';
import { type FoundPath, searchFolder } from '../../node/searchFolder.ts';
import { type Failure, type Notice, toFailure } from './notice.ts';
import { STDIN_PATH } from './paths.ts';
import { pluralize } from './pluralize.ts';

/** In bytes. */
export const MEGABYTE = 1024 * 1024;

/** A file to work on, or standard input. */
export interface Target {
  /** As given; for a file in a folder, the folder as given joined with the path from there. */
  readonly path: string;
  /** Given by itself, rather than found in a folder. */
  readonly named: boolean;
  /** Skipped where its content does not look like a guest. */
  readonly guestsOnly: boolean;
  readonly isStdin: boolean;
  /** In bytes. A larger file is not read. */
  readonly maxSize: number;
}

export interface TargetOptions {
  /** Named files are skipped, too, where they do not look like a guest. */
  readonly guestsOnly?: boolean | undefined;
  /** In bytes. */
  readonly maxSize?: number | undefined;
  /** The path that standard input is reported under. */
  readonly stdinPath?: string | undefined;
  /** Called with each folder before it is searched. */
  readonly onFolder?: ((folder: string) => void) | undefined;
}

export interface FoundTargets {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
  /** Folders without a file to work on, and why, where that may surprise. */
  readonly notices: readonly Notice[];
}

interface SearchResult {
  /** In the order of their paths. */
  readonly found: readonly FoundPath[];
  readonly failures: readonly Failure[];
  /** The number of links that lead out of the folder. */
  readonly linksOut: number;
}

const search = async (folder: string, onFolder?: (folder: string) => void): Promise<SearchResult> => {
  const found: FoundPath[] = [];
  const failures: Failure[] = [];
  let linksOut = 0;
  const files = searchFolder(folder, {
    onFailure: (inner, error) => failures.push(toFailure(inner, error)),
    onOutsideLink: () => {
      linksOut += 1;
    },
    ...(onFolder && { onFolder }),
  });
  for await (const file of files) found.push(file);
  return { found: found.sort((a, b) => compareTexts(a.path, b.path)), failures, linksOut };
};

const noticesAbout = (folder: string, { found, failures, linksOut }: SearchResult): Notice[] => {
  if (found.length > 0 || failures.length > 0) return [];
  const links =
    linksOut > 0 ? `; ${pluralize(linksOut, 'link')} to files outside the folder not followed` : '';
  return [{ path: folder, message: `no xl config files in this folder${links}` }];
};

/** The path of a file without links, by which it is known however it is named. */
export const realPathOf = (given: string): string => {
  try {
    return realpathSync(given);
  } catch {
    // The link of a shell's pipe (/dev/stdin) leads to no path.
    return path.resolve(given);
  }
};

/**
 * Finds the named files, and in named folders all files that may be guests, sorted by path. Links in a folder are
 * followed to files inside it, never out of it. A file that is found more than once is returned once.
 *
 * @param paths files, folders, and `-` for standard input
 */
export const findTargets = async (
  paths: readonly string[],
  { guestsOnly = false, maxSize = MAX_FILE_SIZE, stdinPath = STDIN_PATH, onFolder }: TargetOptions = {},
): Promise<FoundTargets> => {
  const targets = new Map<string, Target>();
  const failures: Failure[] = [];
  const notices: Notice[] = [];

  const add = (key: string, target: Target): void => {
    const known = targets.get(key);
    if (known === undefined || (target.named && !known.named)) targets.set(key, target);
  };

  for (const given of paths) {
    if (given === STDIN_PATH) {
      add(STDIN_PATH, { path: stdinPath, named: true, guestsOnly: false, isStdin: true, maxSize });
      continue;
    }
    try {
      if (!statSync(given).isDirectory()) {
        add(realPathOf(given), { path: given, named: true, guestsOnly, isStdin: false, maxSize });
        continue;
      }
      const result = await search(given, onFolder);
      for (const found of result.found) {
        add(found.realPath, { path: found.path, named: false, guestsOnly: true, isStdin: false, maxSize });
      }
      failures.push(...result.failures);
      notices.push(...noticesAbout(given, result));
    } catch (error) {
      failures.push(toFailure(given, error));
    }
  }
  return { targets: [...targets.values()], failures, notices };
};
