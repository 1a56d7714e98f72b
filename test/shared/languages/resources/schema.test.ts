import type { SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import { RESOURCE_LANGUAGES } from '@xlcfg/shared/src/languages/resourceLanguages.ts';
import type { ParameterSchema } from '@xlcfg/shared/src/schema/types.ts';
import { existsIn, NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig, type Value } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { contextOf, readGroups } from '../support.ts';

const LANGUAGES = RESOURCE_LANGUAGES.filter(({ parameters }) => parameters.length > 0);

/** The entry shows what works in its place, with another option. */
const isOfAnotherOption = ({ options }: SpecLanguage, { example = '' }: ParameterSchema): boolean =>
  !options.some((option) => new RegExp(`^${option} = `, 'm').test(example));

const textsOf = (items: readonly Value[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'string' ? [item.content.text] : item.kind === 'number' ? [item.text] : [],
  );

/** The faults of the last line of an example; the lines before it set numbers. */
function faultsOf(
  language: SpecLanguage,
  example: string,
  xenVersion: (typeof XEN_VERSIONS)[number],
): string[] {
  const { errors, settings } = parseConfig(example);
  expect(errors).toEqual([]);
  const numbers = Object.fromEntries(
    settings.flatMap(({ name, value }) =>
      value?.kind === 'number' ? [[name.text, Number(value.text)]] : [],
    ),
  );
  const value = settings.at(-1)?.value;
  const form = value?.kind === 'list' ? 'list' : 'text';
  const context = contextOf({ xenVersion, guestType: 'hvm', numbers, form });
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  const groups = items.flatMap((item) => (item.kind === 'list' ? [textsOf(item.items)] : []));
  const read = readGroups(language, groups.length > 0 ? groups : [textsOf(items)], context);
  const specs = read.flat();
  expect(specs.length).toBeGreaterThan(0);
  return specs.flatMap(({ faults }) => faults.map(({ kind, cure }) => `${kind} ${cure}`));
}

describe.each(LANGUAGES)('the entries of $options', (language) => {
  it('are documented, in sentences', () => {
    for (const { name, summary, details = 'None.', values = [] } of language.parameters) {
      expect(summary, name).toMatch(/^\S.*[^.]\.$/);
      expect(details, name).toMatch(/\.$/);
      for (const value of values) expect(value.summary, `${name} ${value.name}`).toMatch(/^\S.*\.$/);
    }
  });

  it('are there once each', () => {
    const names = language.parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have examples that the last xl with the entry takes as they stand', () => {
    for (const parameter of language.parameters) {
      if (isOfAnotherOption(language, parameter)) continue;
      const xenVersion = XEN_VERSIONS.findLast((one) => existsIn(one, parameter)) ?? NEWEST_XEN_VERSION;
      expect(faultsOf(language, parameter.example ?? '', xenVersion), parameter.name).toEqual([]);
    }
  });
});
