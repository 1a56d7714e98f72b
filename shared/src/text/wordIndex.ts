/** Many words, of which the nearest to another one is asked for while some come and go. */
import { type Candidate, candidateOf, mayBeNear, nearestOf } from './nearest.ts';

export interface WordIndex {
  readonly add: (word: string) => void;
  readonly delete: (word: string) => void;
  /** As `nearestOf`. Of equally near words any. */
  readonly nearest: (word: string, eligible: (other: string) => boolean) => string | null;
}

/** Words with the same letters are kept together: most of what is not near is passed over without being looked at. */
export function createWordIndex(words: Iterable<string>): WordIndex {
  const byLetters = new Map<number, Map<string, Candidate>>();
  const add = (word: string): void => {
    const candidate = candidateOf(word);
    const alike = byLetters.get(candidate.letters) ?? new Map<string, Candidate>();
    byLetters.set(candidate.letters, alike.set(word, candidate));
  };
  for (const word of words) add(word);
  return {
    add,
    delete: (word) => {
      const { letters } = candidateOf(word);
      const alike = byLetters.get(letters);
      alike?.delete(word);
      if (alike?.size === 0) byLetters.delete(letters);
    },
    nearest: (word, eligible) => {
      function* near(): Generator<Candidate> {
        for (const [letters, alike] of byLetters) if (mayBeNear(word, letters)) yield* alike.values();
      }
      return nearestOf(word, near(), { eligible });
    },
  };
}
