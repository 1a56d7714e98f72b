/** The known word that a misspelt one most likely means. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest of `words` within a third of the length, or null. Of equally near ones the first. Two letters in the
 * wrong order are one slip.
 */
export function nearest(word: string, words: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const away = isSwapped(word, candidate) ? 1 : distance(word, candidate);
    if (away <= limit && (!best || away < best.distance)) best = { word: candidate, distance: away };
  }
  return best?.word ?? null;
}

/** Whether two neighbours in one are the other way round in the other, and nothing else differs. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] !== b[at] && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
