/** The examples in the tables of the small languages, taken apart. */

import { languageOf } from '../../languages/index.ts';
import { readStrings, type SpecContext, type SpecLanguage } from '../../languages/language.ts';
import { memoizeByObject } from '../../memoize.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { NEWEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import { parseConfig, type Value } from '../../syntax/index.ts';
import { isAtom } from '../../syntax/query.ts';

/** What an example writes: one string, or those of all groups. */
export interface SpecExample {
  readonly groups: readonly (readonly string[])[];
  /** In how many lists its strings stand. */
  readonly depth: 0 | 1 | 2;
  /** The parameter that it is the example of. */
  readonly parameter: ParameterSchema;
}

/** Languages with one table have their examples in common. */
const readExamples = ({ parameters }: SpecLanguage): readonly SpecExample[] =>
  parameters.flatMap((parameter) =>
    parseConfig(parameter.example ?? '').settings.flatMap(({ name, value }) =>
      value && languageOf(name.text)?.parameters === parameters
        ? stringsOf(value).map((entry) => ({ ...entry, parameter }))
        : [],
    ),
  );

type Strings = Omit<SpecExample, 'parameter'>;

/** Items of a list are each an example; lists in a list make up one. */
function stringsOf(value: Value): readonly Strings[] {
  if (isAtom(value)) return [{ groups: [[atomText(value)]], depth: 0 }];
  if (value.kind !== 'list') return [];
  const groups = value.items.flatMap((item) =>
    item.kind === 'list' ? [item.items.filter(isAtom).map(atomText)] : [],
  );
  const singles = value.items
    .filter(isAtom)
    .map((item): Strings => ({ groups: [[atomText(item)]], depth: 1 }));
  return groups.length > 0 ? [{ groups, depth: 2 }] : singles;
}

/** All that has been documented can be read by this one. */
const READER: SpecContext = { xenVersion: NEWEST_XEN_VERSION, guestType: 'hvm', numberOf: () => null };

/** For each parameter the value that its own example has for it. */
function readValues(language: SpecLanguage): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { groups, parameter } of examplesOf(language)) {
    for (const { parts } of groups.flatMap((texts) => readStrings(language, texts, READER))) {
      for (const part of parts) {
        const [name, value] = part.kind === 'word' ? [part.role, part.text] : [part.name, part.value];
        if (name === parameter.name && !values.has(name)) values.set(name, value);
      }
    }
  }
  return values;
}

/** The examples of a language, in the order of its table. */
export const examplesOf = memoizeByObject(readExamples);

const valuesOf = memoizeByObject(readValues);

/** The value of a parameter in its own example. */
export const exampleValue = (language: SpecLanguage, { name }: ParameterSchema): string | undefined =>
  valuesOf(language).get(name);
