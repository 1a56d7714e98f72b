/** The examples in the tables of the small languages, taken apart. */
import { NEWEST_RELEASE } from '../../schema/releases.ts';
import type { ParameterSchema } from '../../schema/types.ts';
import { languageOf } from '../../specs/languages.ts';
import type { SpecContext, SpecLanguage } from '../../specs/spec.ts';
import { parseConfig, type Value } from '../../syntax/index.ts';

/** What an example writes: one string, or those of one group. */
export interface SpecExample {
  readonly texts: readonly string[];
  /** In how many lists its strings stand. */
  readonly depth: number;
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

function stringsOf(value: Value): readonly Pick<SpecExample, 'texts' | 'depth'>[] {
  switch (value.kind) {
    case 'string':
      return [{ texts: [value.content.text], depth: 0 }];
    case 'number':
      return [{ texts: [value.text], depth: 0 }];
    case 'list':
      return value.items.flatMap((item) => {
        const inner = stringsOf(item);
        const texts = inner.flatMap((one) => one.texts);
        return texts.length > 0 ? [{ texts, depth: (inner[0]?.depth ?? 0) + 1 }] : [];
      });
    case 'invalid':
      return [];
  }
}

/** All that has been documented can be read by this one. */
const READER: SpecContext = { release: NEWEST_RELEASE, guestType: 'hvm', numberOf: () => null };

/** For each parameter the value that its own example has for it. */
function readValues(language: SpecLanguage): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { texts, parameter } of examplesOf(language)) {
    for (const { parts } of language.parse(texts, READER)) {
      for (const part of parts) {
        const [name, value] = part.kind === 'word' ? [part.role, part.text] : [part.name, part.value];
        if (name === parameter.name && !values.has(name)) values.set(name, value);
      }
    }
  }
  return values;
}

/** The tables never change: each is read once. */
function once<Result>(read: (language: SpecLanguage) => Result): (language: SpecLanguage) => Result {
  const known = new WeakMap<SpecLanguage, { readonly result: Result }>();
  return (language) => {
    const found = known.get(language) ?? { result: read(language) };
    known.set(language, found);
    return found.result;
  };
}

/** The examples of a language, in the order of its table. */
export const examplesOf = once(readExamples);

const valuesOf = once(readValues);

/** The value of a parameter in its own example. */
export const exampleValue = (language: SpecLanguage, { name }: ParameterSchema): string | undefined =>
  valuesOf(language).get(name);
