/** The new content of files, for the commands that change files. */
import { setImmediate } from 'node:timers/promises';
import type { Settings } from '@xlcfg/shared';
import { encode } from '../../node/encoding.ts';
import { type Content, isSkipped, readContent } from '../common/content.ts';
import type { Job } from '../common/jobs.ts';
import { type Failure, toFailure } from '../common/notice.ts';
import { overwriteFile } from './overwriteFile.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** Returns the new text of a file. */
export type Rewriter = (path: string, content: Content, settings: Settings) => string;

export interface RewrittenFile {
  /** As given on the command line. */
  readonly path: string;
  readonly isChanged: boolean;
  /** The new content, in the encoding of the file. */
  readonly content: () => Buffer;
  /** A unified diff for `patch -p0`, in the encoding of the file; empty where nothing changes. */
  readonly diff: () => Buffer;
  /** Overwrites the file. See {@link overwriteFile} for what it throws. */
  readonly write: () => void;
}

export interface RewriteEvents {
  /** Called with each file before it is read. */
  readonly beforeRead?: ((path: string) => void) | undefined;
  /** Called with each file that cannot be read; the others are rewritten all the same. */
  readonly onFailure: (failure: Failure) => void;
}

/** Rewrites each file that looks like a guest or was named, in order. Nothing is written to the disk. */
export async function* rewriteFiles(
  jobs: readonly Job[],
  rewriter: Rewriter,
  { beforeRead, onFailure }: RewriteEvents,
): AsyncGenerator<RewrittenFile> {
  for (const job of jobs) {
    const { path, settings } = job;
    // Lets signals be received.
    await setImmediate();
    try {
      beforeRead?.(path);
      const original = await readContent(job);
      if (isSkipped(job, original)) continue;
      const { text, encoding } = original;
      const newText = rewriter(path, original, settings);
      const content = (): Buffer => encode({ text: newText, encoding });
      yield {
        path,
        isChanged: newText !== text,
        content,
        diff: () => encode({ text: unifiedDiff(path, text, newText), encoding }),
        write: () => overwriteFile(path, content(), encode({ text, encoding })),
      };
    } catch (error) {
      onFailure(toFailure(path, error));
    }
  }
}
