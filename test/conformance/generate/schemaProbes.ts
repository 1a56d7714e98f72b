/** What the schema says of the options, as files: each word, the edges of each range, in each version and type of guest. */
import { guestWithExample } from '@xlcfg/shared/src/docs/guestWithExample.ts';
import { OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import type { NumberRange, OptionSchema } from '@xlcfg/shared/src/schema/types.ts';
import type { Release } from '../releases.ts';

const NO_WORD = 'no-such-word';

/** The ends, and their neighbours on both sides. */
const edgesOf = ({ min, max }: NumberRange): readonly number[] =>
  [min, max].flatMap((end) => (end === undefined ? [] : [end - 1, end, end + 1]));

/** Words of all versions, so that each is asked outside of its lifetime too; one in upper case, and one that none is. */
function wordsOf({ values = [], otherValues }: OptionSchema): readonly string[] {
  const names = values.map(({ name }) => name);
  return otherValues === undefined
    ? []
    : [...names, ...names.slice(0, 1).map((name) => name.toUpperCase()), NO_WORD];
}

const inList = ({ kind }: OptionSchema): boolean => kind === 'list' || kind === 'booleanOrList';

function written(option: OptionSchema, value: string): string {
  const literal = /^\d+$/.test(value) && !inList(option) ? value : `"${value}"`;
  return inList(option) ? `[ ${literal} ]` : literal;
}

const valuesOf = (option: OptionSchema): ReadonlySet<string> =>
  new Set([...(option.range ?? []).flatMap(edgesOf).map(String), ...wordsOf(option)]);

/**
 * Guests with one value of one option each, also where the version has another set of options. The releases for Arm are
 * asked about its own options alone, and only they: a file that has one is judged for Arm.
 */
export const schemaProbes = ({ xenVersion, architecture }: Release): readonly string[] =>
  OPTIONS.filter((option) => (option.architecture === 'arm') === (architecture === 'arm')).flatMap((option) =>
    option.guestTypes
      .filter((type) => architecture === 'x86' || type === 'pvh')
      .flatMap((type) =>
        [...valuesOf(option)].map((value) =>
          guestWithExample(`${option.name} = ${written(option, value)}`, type, xenVersion),
        ),
      ),
  );
