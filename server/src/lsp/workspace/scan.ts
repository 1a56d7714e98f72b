/** Reads the files of folders in the background. */
import { detached, digest, type FileFacts, fileKind, openDocument, type Settings } from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOfUri } from '../documents.ts';
import type { FoundFile, HostFiles } from '../hostFiles.ts';
import { createYielder } from '../scheduling.ts';

/** How many files are read at a time. */
const MAX_READS = 8;

/** What a file on the disk says; undefined where it cannot be read or describes no guest. */
export const readFacts = async (
  files: HostFiles,
  uri: string,
  settings: Settings,
): Promise<FileFacts | undefined> => {
  const text = await files.read(uri);
  if (text === undefined || fileKind(pathOfUri(uri), text) !== 'guest') return undefined;
  return detached(digest(openDocument(TextDocument.create(uri, 'xlcfg', 0, text), settings, 'guest')));
};

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Calls `take` for every file of the folders, some at a time, and lets others work in between.
 *
 * @param listed told of all files of a folder when they are known
 * @returns when all is done; true unless the signal ended it
 */
export const scan = async (
  files: HostFiles,
  folders: readonly string[],
  signal: AbortSignal,
  listed: (folder: string, found: readonly FoundFile[]) => void,
  take: (folder: string, file: FoundFile) => Promise<void>,
  report: (progress: Progress) => void,
): Promise<boolean> => {
  const waiting: (readonly [folder: string, file: FoundFile])[] = [];
  for (const folder of folders) {
    const found: FoundFile[] = [];
    for await (const file of files.findAll(folder, signal)) {
      if (signal.aborted) return false;
      found.push(file);
    }
    if (signal.aborted) return false;
    listed(folder, found);
    for (const file of found) waiting.push([folder, file]);
  }

  let next = 0;
  let done = 0;
  const rest = createYielder();
  const work = async (): Promise<void> => {
    for (let one = waiting[next++]; one && !signal.aborted; one = waiting[next++]) {
      await take(...one);
      done += 1;
      report({ done, total: waiting.length });
      await rest();
    }
  };
  await Promise.all(Array.from({ length: MAX_READS }, work));
  return !signal.aborted;
};
