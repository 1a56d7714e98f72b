/** `xlcfg fix`: applies the fixes that keep what xl makes of a file. */
import { applyEdits, editsOfPasses, fixAll, type Settings } from '@xlcfg/shared';
import { analyse } from '../check/inspect.ts';

/** The text after all safe fixes: passes until nothing changes. */
export const fixedText = (path: string, text: string, settings: Settings): string =>
  applyEdits(text, editsOfPasses(analyse(path, text, settings), [fixAll]));
