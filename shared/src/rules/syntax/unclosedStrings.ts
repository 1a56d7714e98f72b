/** What an unclosed string takes with it. */
import { lastStartingBy } from '../../binarySearch.ts';
import type { Fix } from '../../edits/edit.ts';
import type { Span } from '../../span.ts';
import type { ParseError } from '../../syntax/index.ts';

/** From each unclosed string to the end of its line. The parser guesses where the string was meant to end; xl does not. */
const restsOfLines = (errors: readonly ParseError[], text: string): readonly Span[] => {
  const rests: Span[] = [];
  for (const error of errors) {
    const { start } = error;
    if (error.code !== 'unclosed-string' || start < (rests.at(-1)?.end ?? 0)) continue;
    const lineFeed = text.indexOf('\n', start);
    rests.push({ start, end: lineFeed < 0 ? text.length : lineFeed });
  }
  return rests;
};

/**
 * The fixes of other errors that have an effect before the string is closed: what they write after its beginning becomes
 * part of it.
 */
export const effectiveFixes = (errors: readonly ParseError[], text: string) => {
  const rests = restsOfLines(errors, text);
  const isInString = (offset: number): boolean => {
    const rest = lastStartingBy(rests, offset - 1);
    return rest !== undefined && offset <= rest.end;
  };
  return (fixes: readonly Fix[] = []): readonly Fix[] =>
    fixes.filter(({ edits }) => !edits.some(({ start }) => isInString(start)));
};
