/** Values of every option of the schema, right and wrong, by the way in which xl reads it. */
import type { OptionKind, OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import { type Random, times } from '../random.ts';
import { generateDiskSpec, usualDiskSpec } from './diskSpecs.ts';
import { literal } from './literals.ts';
import { isGrouped, stringsOf } from './strings/index.ts';
import { generateString } from './strings/language.ts';

type Make = (option: OptionSchema, random: Random) => string;

/** What no option has a use for. */
const ODD: readonly string[] = [
  '[]',
  '[ "a" ]',
  '[ [ "a" ] ]',
  '""',
  '08',
  '1x',
  '"2 "',
  '"-1"',
  '"a"',
  '[ 1 ]',
  '99999999999999999999',
];

const NUMBERS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '16',
  '64',
  '512',
  '0x10',
  '010',
  '"2"',
  '" 2"',
  '"-1"',
  '"-3"',
  '4095',
  '65536',
  '2147483647',
  '2147483648',
  '4294967296',
];

/** More of these would be made, or counted, than the pretended host or two seconds allow. */
const SMALL: ReadonlySet<string> = new Set(['vcpus', 'maxvcpus']);
const SMALL_NUMBERS = ['0', '1', '2', '3', '4', '8', '"2"', '" 3"', '0x4', '010', '64', '"-1"'];

const TEXTS = [
  '/usr/lib/a',
  'a',
  'web',
  '',
  '1',
  'a b',
  'é',
  '127.0.0.1',
  '127.0.0.1:1',
  'de',
  '0123abcd-0123-0123-0123-0123456789ab',
];

const number: Make = ({ name, range = [] }, random) => {
  if (SMALL.has(name)) return random.pick(SMALL_NUMBERS);
  const limits = range.flatMap(({ min, max }) => [min, max].filter((limit) => limit !== undefined));
  const limit = limits.length > 0 ? random.pick(limits) + random.pick([-1, 0, 0, 1]) : 0;
  return limits.length > 0 && random.chance(0.6)
    ? limit < 0
      ? `"${limit}"`
      : String(limit)
    : random.pick(NUMBERS);
};

const boolean: Make = (_, random) =>
  random.pick(['0', '1', '1', '0', '2', '"1"', '"-1"', '"yes"', '4294967296']);

/** A word that the option knows, more or less as it knows it. */
function word({ values = [] }: OptionSchema, random: Random): string {
  const known = values.length > 0 ? random.pick(values).name : random.pick(TEXTS);
  return random.pick([
    () => known,
    () => known,
    () => known,
    () => known.toUpperCase(),
    () => known.slice(0, random.below(known.length + 1)),
    () => random.pick(TEXTS),
    () => ` ${known}`,
  ])();
}

const text: Make = (option, random) => {
  const language = stringsOf(option.name);
  return literal(language ? generateString(option.name, language, random) : word(option, random), random);
};

const item: Make = (option, random) => {
  if (random.chance(0.02)) return random.pick(['7', '[]', '[ "a" ]', '08']);
  if (option.name !== 'disk') return text(option, random);
  return literal(random.chance(0.9) ? usualDiskSpec(random) : generateDiskSpec(random), random);
};

const list: Make = (option, random) => {
  const items = times(random.pick([0, 1, 1, 1, 1, 1, 2, 2, 3]), () =>
    isGrouped(option.name) && random.chance(0.96) ? group(option, random) : item(option, random),
  );
  return `[ ${items.join(', ')}${random.chance(0.1) && items.length > 0 ? ',' : ''} ]`;
};

function group(option: OptionSchema, random: Random): string {
  const usual = stringsOf(option.name)?.usual ?? [];
  // All that one group has, in their order, is what xl is most likely to take.
  const items = random.chance(0.5)
    ? usual.filter(() => random.chance(0.6)).map((one) => literal(one, random))
    : times(random.below(5), () => item(option, random));
  return `[ ${items.join(', ')} ]`;
}

const MAKES: Readonly<Record<OptionKind, readonly Make[]>> = {
  string: [text],
  number: [number],
  boolean: [boolean],
  list: [list],
  stringOrList: [text, list],
  numberOrString: [number, text],
  booleanOrString: [boolean, text],
  booleanOrList: [boolean, list],
};

/** A value as it stands in a file. */
export function generateValue(option: OptionSchema, random: Random): string {
  if (random.chance(0.04)) return random.pick(ODD);
  return random.pick(MAKES[option.kind])(option, random);
}
