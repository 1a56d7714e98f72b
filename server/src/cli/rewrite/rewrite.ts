/** The new content of files, for the commands that change files. */
import type { Settings } from '@xlcfg/shared';
import { encode } from '../../node/encoding.ts';
import { type Content, isSkipped, readContent } from '../common/content.ts';
import type { Job } from '../common/jobs.ts';
import { type Failure, toFailure } from '../common/notice.ts';
import { replaceFile } from './replaceFile.ts';
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
  /** Replaces the file. See {@link replaceFile} for what it returns and throws. */
  readonly write: () => string | undefined;
}

/**
 * Rewrites each file that looks like a guest or was named, in order. Nothing is written to the disk.
 *
 * @param onFailure called with each file that cannot be read; the others are rewritten all the same
 */
export async function* rewriteFiles(
  jobs: readonly Job[],
  rewriter: Rewriter,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<RewrittenFile> {
  for (const job of jobs) {
    const { path, settings } = job;
    try {
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
        write: () => replaceFile(path, content(), encode({ text, encoding })),
      };
    } catch (error) {
      onFailure(toFailure(path, error));
    }
  }
}
