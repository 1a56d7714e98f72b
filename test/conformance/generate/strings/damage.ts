/** Strings with something wrong with them. */
import { decode, encode } from '../../bytes.ts';
import { type Random, times } from '../../random.ts';

const CHARACTERS = ',,,,====::;;  \t-_/.@!^*aZ0197xé#\'"\\'.split('').concat([', ', ' ,', ',,', ' = ', '==']);

/** A range of a million processors or nodes takes xl seconds, or minutes: no long number is made of short ones. */
const hasLongNumber = (text: string): boolean => /[0-9]{6}/.test(text);

/** A character too many or too few, a piece twice, an end missing. */
export function damage(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = at + 1 + random.below(4);
  const damaged = random.pick([
    () => text.slice(0, at) + random.pick(CHARACTERS) + text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + text.slice(at, end) + text.slice(at),
    () => text.slice(0, at),
    () => text.toUpperCase(),
  ])();
  // A file has no half of a character.
  return hasLongNumber(damaged) && !hasLongNumber(text) ? text : decode(encode(damaged));
}

/** Pieces in any order, with anything between. */
export const soup = (pieces: readonly string[], random: Random): string =>
  times(
    random.below(6),
    () => random.pick(pieces) + random.pick([',', ',', ',', '=', ' ', '', ';', ':']),
  ).join('');
