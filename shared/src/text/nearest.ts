/** The known word that a misspelt one most likely means. */
import { distance } from 'fastest-levenshtein';

/** A word that may be meant, prepared for the comparison with many others. */
export interface Candidate {
  readonly word: string;
  /** One bit for each letter that is in it. */
  readonly letters: number;
}

export const candidateOf = (word: string): Candidate => ({ word, letters: lettersOf(word) });

/**
 * The nearest of `words` within a third of the length, or null. Of equally near ones the first. Two letters in the
 * wrong order are one slip.
 */
export const nearest = (word: string, words: Iterable<string>): string | null =>
  nearestOf(word, candidatesOf(words));

function* candidatesOf(words: Iterable<string>): Generator<Candidate> {
  for (const word of words) yield candidateOf(word);
}

export interface NearestOptions {
  readonly eligible?: (candidate: string) => boolean;
  /** How many slips a word of this length may have. */
  readonly slips?: (length: number) => number;
}

/** How far a word of this length may be from the one that is meant. */
const slipsInWord = (length: number): number => Math.max(1, Math.floor(length / 3));

/**
 * The same for names, which are many, so that a short one is near to several: one of up to three letters must have the
 * letters of the known one, and none may have more than three slips.
 */
export const slipsInName = (length: number): number => (length < 4 ? 0 : Math.min(3, Math.floor(length / 3)));

/**
 * The nearest of words that are there for longer; those that are not `eligible` do not count. Two neighbours in the wrong
 * order are always near enough.
 */
export function nearestOf(
  word: string,
  candidates: Iterable<Candidate>,
  { eligible = () => true, slips = slipsInWord }: NearestOptions = {},
): string | null {
  if (word.length > 60) return null;
  const limit = Math.max(1, slips(word.length));
  const letters = lettersOf(word);
  let best: { word: string; distance: number } | undefined;
  for (const { word: candidate, letters: others } of candidates) {
    const wanted = best ? best.distance - 1 : limit;
    if (Math.abs(candidate.length - word.length) > wanted) continue;
    if (differingLetters(letters, others) > wanted || !eligible(candidate)) continue;
    const isSwap = isSwapped(word, candidate);
    const away = isSwap ? 1 : distance(word, candidate);
    if (away <= wanted && (isSwap || away <= slips(word.length))) best = { word: candidate, distance: away };
  }
  return best?.word ?? null;
}

/** Whether a word with these letters may be near enough. */
export const mayBeNear = (word: string, letters: number): boolean =>
  differingLetters(lettersOf(word), letters) <= slipsInWord(word.length);

/** Digits and signs share some of the bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** No fewer slips than this can lead from one word to the other: each slip changes one letter on either side. */
function differingLetters(a: number, b: number): number {
  return Math.max(bitsIn(a & ~b), bitsIn(b & ~a));
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Whether two neighbours in one are the other way round in the other, and nothing else differs. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] !== b[at] && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
