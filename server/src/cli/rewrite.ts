/** Commands that change files: what becomes of each, and the careful writing of it. */
import { encode } from '../node/encoding.ts';
import { type Failure, failure } from './failure.ts';
import { read, type Target } from './files.ts';
import { unifiedDiff } from './patch.ts';
import { replaceFile } from './write.ts';

export interface Rewritten {
  /** As given on the command line. */
  readonly path: string;
  readonly changed: boolean;
  /** The new content, in the file's own encoding. */
  readonly content: () => Buffer;
  /** A unified diff in the file's own encoding, for `patch -p0`; empty where nothing changes. */
  readonly diff: () => Buffer;
  /** Replaces the file. Throws the system's error. */
  readonly write: () => void;
}

/**
 * Works out the new text of each target that is a guest's configuration or was named, in order. Writes nothing itself.
 *
 * @param change gives the new text of a file
 * @param onFailure told of each file that cannot be read; the others are rewritten all the same
 */
export async function* rewrite(
  targets: readonly Target[],
  change: (path: string, text: string) => string,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<Rewritten> {
  for (const target of targets) {
    const { path } = target;
    try {
      const before = await read(target);
      if (before === undefined) continue;
      const { text, encoding } = before;
      const changed = change(path, text);
      const content = (): Buffer => encode({ text: changed, encoding });
      yield {
        path,
        changed: changed !== text,
        content,
        diff: () => encode({ text: unifiedDiff(path, text, changed), encoding }),
        write: () => replaceFile(path, content()),
      };
    } catch (error) {
      onFailure(failure(path, error));
    }
  }
}
