/** Reads the files of folders in the background. */
import { detached, digest, type FileFacts, fileKind, type Settings } from '@xlcfg/shared';
import { openDecodedText } from '../../decodedText.ts';
import type { FoundFile, HostFiles } from '../hostFiles.ts';
import { createYielder } from '../scheduling.ts';
import { pathOfUri } from '../uris.ts';

const MAX_CONCURRENT_READS = 8;

/** The facts of a file on disk; undefined if it cannot be read or isn't a guest. */
export const readFacts = async (
  files: HostFiles,
  uri: string,
  settings: Settings,
): Promise<FileFacts | undefined> => {
  const content = await files.read(uri);
  if (content === undefined || fileKind(pathOfUri(uri), content.text, false) !== 'guest') return undefined;
  return detached(digest(openDecodedText(uri, content, settings, 'guest')));
};

/** What a visited file is. */
export type Visited = 'guest' | 'other';

export interface ScanProgress {
  readonly done: number;
  readonly total: number;
  /** How many of those that are done are guests. */
  readonly guests: number;
}

export interface ScanCallbacks {
  /** All files of a folder have been listed; none of them has been visited yet. */
  readonly onListed: (folder: string, files: readonly FoundFile[]) => void;
  /** Called for each file of each folder, several at a time. */
  readonly visit: (folder: string, file: FoundFile) => Promise<Visited>;
  readonly onProgress: (progress: ScanProgress) => void;
}

/**
 * Visits the files of folders, and lets other work run in between.
 *
 * @returns false if the signal was aborted before all files were visited
 */
export const scan = async (
  files: HostFiles,
  folders: readonly string[],
  signal: AbortSignal,
  { onListed, visit, onProgress }: ScanCallbacks,
): Promise<boolean> => {
  const queue: (readonly [folder: string, file: FoundFile])[] = [];
  for (const folder of folders) {
    const found: FoundFile[] = [];
    for await (const file of files.findAll(folder, signal)) {
      if (signal.aborted) return false;
      found.push(file);
    }
    if (signal.aborted) return false;
    onListed(folder, found);
    for (const file of found) queue.push([folder, file]);
  }

  let next = 0;
  let done = 0;
  let guests = 0;
  const yieldIfNeeded = createYielder();
  const work = async (): Promise<void> => {
    for (let item = queue[next++]; item && !signal.aborted; item = queue[next++]) {
      if ((await visit(...item)) === 'guest') guests += 1;
      done += 1;
      onProgress({ done, total: queue.length, guests });
      await yieldIfNeeded();
    }
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT_READS }, work));
  return !signal.aborted;
};
