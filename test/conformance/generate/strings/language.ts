/** The languages inside strings, as tables to generate from. */
import { languageOf } from '@xlcfg/shared/src/languages/index.ts';
import { type Random, times } from '../../random.ts';
import { damage, soup } from './damage.ts';

export interface StringLanguage {
  /** Strings that people write, right as they stand. */
  readonly usual: readonly string[];
  /** Values by key, right ones and wrong ones. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** What stands alone, right and wrong. */
  readonly words?: readonly string[];
  /** Between the parts; a comma unless said otherwise. */
  readonly separator?: string;
}

const ANY_VALUE = [
  '',
  '0',
  '1',
  '2',
  '7',
  '-1',
  ' 1',
  '08',
  '0x10',
  '1x',
  'yes',
  'on',
  'True',
  'a',
  'é',
  'a=b',
  '4294967296',
];

/**
 * A string of the language: a usual one, one put together from its keys and words, a damaged one, or soup. The keys and
 * values of the schema are among them.
 */
export function generateString(option: string, language: StringLanguage, random: Random): string {
  const keys = keysOf(option, language);
  const made = random.pick([
    () => random.pick(language.usual),
    () => random.pick(language.usual),
    () => put(keys, language, random),
    () => put(keys, language, random),
    () => random.pick(language.usual) + (language.separator ?? ',') + put(keys, language, random),
    () => (random.chance(0.3) ? soup(piecesOf(keys, language), random) : random.pick(language.usual)),
  ])();
  let text = made;
  while (random.chance(0.2)) text = damage(text, random);
  return text;
}

type Keys = ReadonlyMap<string, readonly string[]>;

const known = new Map<string, Keys>();

/** Those of the table, and those of the schema with the values that it knows. */
function keysOf(option: string, { keys = {} }: StringLanguage): Keys {
  const before = known.get(option);
  if (before) return before;
  const all = new Map(Object.entries(keys));
  for (const { name, form, values } of languageOf(option)?.parameters ?? []) {
    if (form !== 'value' || !/^[a-z]/i.test(name)) continue;
    all.set(name, [...(all.get(name) ?? ANY_VALUE), ...(values ?? []).map((value) => value.name)]);
  }
  known.set(option, all);
  return all;
}

function put(keys: Keys, { words = [], separator = ',' }: StringLanguage, random: Random): string {
  const names = [...keys.keys()];
  const part = (): string => {
    if (names.length === 0 || (words.length > 0 && random.chance(0.3))) return random.pick(words);
    const name = random.pick(names);
    const values = random.chance(0.15) ? ANY_VALUE : (keys.get(name) ?? ANY_VALUE);
    return `${name}=${random.pick(values.length > 0 ? values : ANY_VALUE)}`;
  };
  return times(1 + random.below(4), part).join(random.chance(0.1) ? `${separator} ` : separator);
}

const piecesOf = (keys: Keys, { usual, words = [] }: StringLanguage): string[] => [
  ...keys.keys(),
  ...[...keys.values()].flat(),
  ...words,
  ...usual,
];
