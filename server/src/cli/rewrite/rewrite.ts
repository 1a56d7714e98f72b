/** Commands that change files: what becomes of each, and the careful writing of it. */
import type { Settings } from '@xlcfg/shared';
import { encode } from '../../node/encoding.ts';
import type { Job } from '../check/inspect.ts';
import { type Failure, failure } from '../common/failure.ts';
import { read } from '../common/targets.ts';
import { replaceFile } from './replaceFile.ts';
import { unifiedDiff } from './unifiedDiff.ts';

export interface Rewritten {
  /** As given on the command line. */
  readonly path: string;
  readonly changed: boolean;
  /** The new content, in the file's own encoding. */
  readonly content: () => Buffer;
  /** A unified diff in the file's own encoding, for `patch -p0`; empty where nothing changes. */
  readonly diff: () => Buffer;
  /** Replaces the file. Gives what a person should know of it. Throws the system's error. */
  readonly write: () => string | undefined;
}

/** Gives the new text of a file. */
export type Change = (path: string, text: string, settings: Settings) => string;

/**
 * Works out the new text of each file that is a guest's configuration or was named, in order. Writes nothing itself.
 *
 * @param onFailure told of each file that cannot be read; the others are rewritten all the same
 */
export async function* rewrite(
  jobs: readonly Job[],
  change: Change,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<Rewritten> {
  for (const job of jobs) {
    const { path, settings } = job;
    try {
      const before = await read(job);
      if (before === undefined) continue;
      const { text, encoding } = before;
      const changed = change(path, text, settings);
      const content = (): Buffer => encode({ text: changed, encoding });
      yield {
        path,
        changed: changed !== text,
        content,
        diff: () => encode({ text: unifiedDiff(path, text, changed), encoding }),
        write: () => replaceFile(path, content(), encode({ text, encoding })),
      };
    } catch (error) {
      onFailure(failure(path, error));
    }
  }
}
