import { keySynonymOf } from '../../schema/keySynonyms.ts';
import { wordOf } from '../../schema/options/synonyms.ts';
import { candidateOf, nearestOf, slipsInName } from '../../text/nearest.ts';

/**
 * The key that was meant in a string of the option: another spelling, the word of another tool, or the nearest key. Null
 * where nothing is near.
 *
 * @param keys those that the chosen version of xl knows
 */
export function suggestKey(option: string, written: string, keys: readonly string[]): string | null {
  const word = wordOf(written);
  const spelling = keys.find((key) => key !== written && wordOf(key) === word);
  if (spelling !== undefined) return spelling;
  const synonym = keySynonymOf(option, written);
  if (synonym !== undefined) return keys.includes(synonym) ? synonym : null;
  return nearestOf(written.toLowerCase(), keys.map(candidateOf), { slips: slipsInName });
}
