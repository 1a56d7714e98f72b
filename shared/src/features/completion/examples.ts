/** The examples of the languages inside strings, split into their strings. */

import { languageOf } from '../../languages/index.ts';
import { readStrings, type SpecContext, type SpecLanguage } from '../../languages/language.ts';
import { memoizeByObject } from '../../memoize.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { NEWEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import { parseConfig, type Value } from '../../syntax/index.ts';
import { isAtom } from '../../syntax/query.ts';

/** One string, or those of all groups. */
export interface Example {
  readonly groups: readonly (readonly string[])[];
  /** In how many lists its strings are. */
  readonly depth: 0 | 1 | 2;
  /** The parameter that it is the example of. */
  readonly parameter: ParameterSchema;
}

/** The examples of a language, in the order of its parameters. Languages with the same parameters share them. */
export const examplesOf = memoizeByObject(({ parameters }: SpecLanguage): readonly Example[] =>
  parameters.flatMap((parameter) =>
    parseConfig(parameter.example ?? '').settings.flatMap(({ name, value }) =>
      value && languageOf(name.text)?.parameters === parameters
        ? stringsOf(value).map((strings) => ({ ...strings, parameter }))
        : [],
    ),
  ),
);

type Strings = Omit<Example, 'parameter'>;

/** Each item of a list is an example; lists in a list are one. */
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

/** The reader that accepts every example. */
const READER: SpecContext = {
  xenVersion: NEWEST_XEN_VERSION,
  architecture: 'x86',
  guestType: 'hvm',
  numberOf: () => null,
};

/** The value of each parameter in its own example. */
const valuesOf = memoizeByObject((language: SpecLanguage): ReadonlyMap<string, string> => {
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
});

/** The value of a parameter in its own example. */
export const exampleValue = (language: SpecLanguage, { name }: ParameterSchema): string | undefined =>
  valuesOf(language).get(name);
