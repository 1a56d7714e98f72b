/** `xlcfg fix`: applies the fixes that keep what xl makes of a file. */

import { applyEdits, fixAll, type Settings } from '@xlcfg/shared';
import { analyse } from './check.ts';
import { encode } from './encoding.ts';
import { type Failure, failure } from './failure.ts';
import { read, type Target } from './files.ts';
import { unifiedDiff } from './patch.ts';
import { replaceFile } from './write.ts';

/** Fixes can uncover others, or stand in each other's way the first time. */
const MAX_PASSES = 10;

/** The text after all safe fixes: passes until nothing changes. */
export const fixedText = (path: string, text: string, settings: Settings): string => {
  let fixed = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const edits = fixAll(analyse(path, fixed, settings));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
};

export interface FixResult {
  /** As given on the command line. */
  readonly path: string;
  readonly changed: boolean;
  /** A unified diff in the file's own encoding, for `patch -p0`; empty where nothing changes. */
  readonly diff: () => Buffer;
  /** Replaces the file. Throws the system's error. */
  readonly write: () => void;
}

/**
 * Works out the fixes of each target that is a guest's configuration or was named, in order. Writes nothing itself.
 *
 * @param onFailure told of each file that cannot be read; the others are fixed all the same
 */
export async function* fix(
  targets: readonly Target[],
  settings: Settings,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<FixResult> {
  for (const target of targets) {
    const { path } = target;
    try {
      const content = await read(target);
      if (content === undefined) continue;
      const { text, encoding } = content;
      const fixed = fixedText(path, text, settings);
      yield {
        path,
        changed: fixed !== text,
        diff: () => encode({ text: unifiedDiff(path, text, fixed), encoding }),
        write: () => replaceFile(path, encode({ text: fixed, encoding })),
      };
    } catch (error) {
      onFailure(failure(path, error));
    }
  }
}
