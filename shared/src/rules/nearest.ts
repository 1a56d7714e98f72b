/** The known word that a misspelt one most likely means. */
import { distance } from 'fastest-levenshtein';

/** The nearest of `words` within a third of the length, or null. Of equally near ones the first. */
export function nearest(word: string, words: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const away = distance(word, candidate);
    if (away <= limit && (!best || away < best.distance)) best = { word: candidate, distance: away };
  }
  return best?.word ?? null;
}
