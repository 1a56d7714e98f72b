/** `xlcfg fix`: applies the fixes that keep what xl makes of a file. */
import { applyEdits, fixAll, type Settings } from '@xlcfg/shared';
import { analyse } from './check.ts';

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
