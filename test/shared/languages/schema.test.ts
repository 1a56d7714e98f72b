/** The entries of the languages: documented, found by the readers, with examples that xl accepts. */
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { readStrings, type SpecLanguage } from '@xlcfg/shared/src/languages/language.ts';
import type { ParameterSchema } from '@xlcfg/shared/src/schema/types.ts';
import { existsIn, XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig, type Value } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { contextOf, readGroups } from './support.ts';

/** Disks have their own tests. */
const LANGUAGES = SPEC_LANGUAGES.filter(({ parameters, page }) => parameters.length > 0 && !page);

/** The entry shows what works in its place, with another option. */
const isOfAnotherOption = ({ options }: SpecLanguage, { example = '' }: ParameterSchema): boolean =>
  !options.some((option) => new RegExp(`^${option} = `, 'm').test(example));

const textsOf = (items: readonly Value[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'string' ? [item.content.text] : item.kind === 'number' ? [item.text] : [],
  );

/** The strings of the last line of an example, group by group; the lines before it set numbers. */
function stringsOf(example: string) {
  const { errors, settings } = parseConfig(example);
  expect(errors).toEqual([]);
  const numbers = Object.fromEntries(
    settings.flatMap(({ name, value }) =>
      value?.kind === 'number' ? [[name.text, Number(value.text)]] : [],
    ),
  );
  const value = settings.at(-1)?.value;
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  const inner = items.flatMap((item) => (item.kind === 'list' ? [textsOf(item.items)] : []));
  const groups = inner.length > 0 ? inner : [textsOf(items)];
  return { numbers, groups, form: value?.kind === 'list' ? ('list' as const) : ('text' as const) };
}

function faultsOf(language: SpecLanguage, example: string, xenVersion: XenVersion): string[] {
  const { groups, ...reader } = stringsOf(example);
  const specs = readGroups(language, groups, contextOf({ xenVersion, guestType: 'hvm', ...reader })).flat();
  expect(specs.length).toBeGreaterThan(0);
  return specs.flatMap(({ faults }) =>
    faults.filter(({ kind }) => kind !== 'deprecated').map(({ kind, advice }) => `${kind} ${advice}`),
  );
}

/** Whether the example needs nothing but what this version has. */
const isWholeIn = ({ parameters }: SpecLanguage, example: string, xenVersion: XenVersion): boolean =>
  !parameters.some((other) => !existsIn(xenVersion, other) && example.includes(`${other.name}=`));

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

  it('have examples that the newest xl with the entry accepts', () => {
    for (const parameter of language.parameters) {
      if (isOfAnotherOption(language, parameter)) continue;
      const newest = XEN_VERSIONS.findLast((one) => existsIn(one, parameter));
      if (newest) expect(faultsOf(language, parameter.example ?? '', newest), parameter.name).toEqual([]);
      expect(newest, parameter.name).toBeDefined();
    }
  });
});

/** Devices whose strings are keys alone. */
const KEYED = LANGUAGES.filter(({ json, notations }) => json && !notations);

describe.each(KEYED)('the keys of $options', (language) => {
  it('have examples that every xl with the entry accepts', () => {
    for (const parameter of language.parameters) {
      const { name, example = '' } = parameter;
      for (const xenVersion of XEN_VERSIONS.filter((one) => existsIn(one, parameter))) {
        if (isWholeIn(language, example, xenVersion))
          expect(faultsOf(language, example, xenVersion), `${name} in ${xenVersion}`).toEqual([]);
      }
    }
  });

  it('are known from their first version on, and not before', () => {
    for (const { name, form, ...lifetime } of language.parameters) {
      for (const xenVersion of XEN_VERSIONS) {
        const text = form === 'flag' ? name : `${name}=1`;
        const [spec] = readStrings(language, [text], contextOf({ xenVersion }));
        const unknown = spec?.faults.some(
          (fault) => fault.kind === 'unknown-key' && fault.parameter === name,
        );
        expect(unknown, `${name} in ${xenVersion}`).toBe(!existsIn(xenVersion, lifetime));
      }
    }
  });
});
