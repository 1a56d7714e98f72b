import {
  atLeast,
  existsIn,
  GUEST_TYPES,
  isXenVersion,
  NEWEST_XEN_VERSION,
  OPTION_AREAS,
  OPTIONS,
  optionByName,
  type ValueDoc,
  XEND_OPTIONS,
  xendOptionByName,
} from '@xlcfg/shared/src/schema/index.ts';
import { describe, expect, test } from 'vitest';
import { READ_BY_417 } from './readBy417.ts';

const MARKETING =
  /\b(simply|easily|just|powerful|seamless(ly)?|robust|leverage|cutting-edge|blazing|effortless(ly)?|please)\b/i;
const ONE_SENTENCE = /^[^a-z][^\n]*\.$/;
/** A full stop inside a sentence is only one with no blank and capital behind it. */
const SECOND_SENTENCE = /[.!?] [A-Z]/;

const duplicates = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

describe('the options as a whole', () => {
  test('have one entry each', () => {
    expect(duplicates(OPTIONS.map(({ name }) => name))).toEqual([]);
    expect(optionByName.size).toBe(OPTIONS.length);
  });

  test('are divided into areas, none of them empty', () => {
    expect(OPTION_AREAS.filter(({ options }) => options.length === 0)).toEqual([]);
    expect(OPTION_AREAS.flatMap(({ options }) => options)).toEqual(OPTIONS);
    expect(duplicates(OPTION_AREAS.map(({ title }) => title))).toEqual([]);
  });

  test.each(GUEST_TYPES)(
    'those that xl 4.17 reads for %s are those that it was seen to read',
    (guestType) => {
      const seen = [...READ_BY_417].filter(([, types]) => types.includes(guestType)).map(([name]) => name);
      const stated = OPTIONS.filter(
        (option) => existsIn('4.17', option) && option.guestTypes.includes(guestType),
      ).map(({ name }) => name);
      expect(stated.toSorted()).toEqual(seen.toSorted());
    },
  );

  test.each(['4.9', '4.17', '4.22'] as const)(
    '%s knows a name and a way to choose the type',
    (xenVersion) => {
      const names = OPTIONS.filter((option) => existsIn(xenVersion, option)).map(({ name }) => name);
      expect(names).toContain('name');
      expect(names).toContain('builder');
      expect(names.includes('type')).toBe(atLeast(xenVersion, '4.10'));
      expect(names.includes('pvh')).toBe(false);
    },
  );
});

describe.each(OPTIONS)('$name', (option) => {
  const values: readonly ValueDoc[] = option.values ?? [];
  const texts = [option, ...values].flatMap((entry) => [
    entry.summary,
    'details' in entry ? entry.details : undefined,
  ]);

  test('has a valid name', () => {
    expect(option.name).toMatch(/^[a-z][._0-9a-z]*$/);
  });

  test('has a last version that is not before the first', () => {
    const { since, last } = option;
    expect(isXenVersion(since)).toBe(true);
    expect(last === undefined || (atLeast(last, since) && last !== since)).toBe(true);
    for (const value of values) {
      expect(atLeast(value.last ?? last ?? NEWEST_XEN_VERSION, value.since ?? since)).toBe(true);
      expect(atLeast(value.since ?? since, since)).toBe(true);
    }
  });

  test('has a summary of one sentence', () => {
    for (const { summary } of [option, ...values]) {
      expect(summary).toMatch(ONE_SENTENCE);
      expect(summary).not.toMatch(SECOND_SENTENCE);
    }
  });

  test('is documented in plain words', () => {
    expect(texts.filter((text) => text !== undefined && MARKETING.test(text))).toEqual([]);
    expect(option.details ?? '.').toMatch(/[.)]$/);
    expect(option.details).not.toBe('');
  });

  test('quotes Markdown code in pairs', () => {
    for (const text of [option.details, option.defaultValue, option.deprecated?.instead]) {
      expect((text ?? '').split('`').length % 2).toBe(1);
    }
  });

  test('refers only to existing options', () => {
    const mentioned = [...(option.details ?? '').matchAll(/`([a-z0-9_]+) = /g)].map(
      (match) => match[1] ?? '',
    );
    expect(mentioned.filter((name) => !optionByName.has(name))).toEqual([]);
  });

  test('has an example that sets it to a value of its kind', () => {
    const [line = ''] = (option.example ?? '').split('\n');
    const [name, value = ''] = line.split(/ = (.*)/);
    expect(name).toBe(option.name);
    const forms: Record<typeof option.kind, RegExp> = {
      string: /^".*"$/,
      number: /^(0x[0-9a-f]+|\d+)$/,
      boolean: /^[01]$/,
      list: /^\[ .* \]$/,
      stringOrList: /^(".*"|\[ .* \])$/,
      numberOrString: /^(\d+|".*")$/,
      booleanOrString: /^([01]|".*")$/,
      booleanOrList: /^([01]|\[ .* \])$/,
    };
    expect(value).toMatch(forms[option.kind]);
  });

  test('has unique guest types in the usual order', () => {
    expect(option.guestTypes.length).toBeGreaterThan(0);
    expect(option.guestTypes).toEqual(GUEST_TYPES.filter((type) => option.guestTypes.includes(type)));
    const narrowed = [
      option.refusedFor?.guestTypes,
      option.otherValuesFor,
      ...values.map(({ guestTypes }) => guestTypes),
    ].flatMap((types) => types ?? []);
    expect(narrowed.filter((type) => !option.guestTypes.includes(type))).toEqual([]);
  });

  test('has unique words and numbers', () => {
    const byType = GUEST_TYPES.map((type) =>
      values.filter(({ guestTypes }) => guestTypes?.includes(type) ?? true).map(({ name }) => name),
    );
    expect(byType.map(duplicates)).toEqual([[], [], []]);
    const numbers = values.flatMap(({ number }) => (number === undefined ? [] : [String(number)]));
    expect(duplicates(numbers)).toEqual([]);
  });

  test('restricts words only if it has some, and numbers only if it accepts some', () => {
    const takesNumbers = /number|boolean/i.test(option.kind);
    if (option.otherValues !== undefined || option.match !== undefined) expect(values).not.toEqual([]);
    if (option.otherValuesFor !== undefined) expect(option.otherValues).toBeDefined();
    if (option.range !== undefined || option.unit !== undefined) expect(takesNumbers).toBe(true);
    if (values.some(({ number }) => number !== undefined)) expect(option.kind).toBe('numberOrString');
    for (const { min = -Infinity, max = Infinity } of option.range ?? []) {
      expect(min).toBeLessThan(max);
      expect(Number.isFinite(min) || Number.isFinite(max)).toBe(true);
    }
  });

  test('names existing replacements of deprecated words', () => {
    for (const { name, deprecated } of values) {
      if (deprecated === undefined) continue;
      const others = values.filter((value) => value.deprecated === undefined).map((value) => value.name);
      expect(others.includes(deprecated) || deprecated.includes(' = '), name).toBe(true);
    }
  });
});

describe('the options of xm', () => {
  test('are sorted, and no xl reads them', () => {
    const names = XEND_OPTIONS.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].toSorted());
    expect(names.filter((name) => optionByName.has(name))).toEqual([]);
    expect(names.map((name) => xendOptionByName.get(name)?.name)).toEqual(names);
  });

  test.each(XEND_OPTIONS)('$name: the advice is one sentence', ({ instead }) => {
    expect(instead).toMatch(ONE_SENTENCE);
    expect(instead).not.toMatch(SECOND_SENTENCE);
    expect(instead.split('`').length % 2).toBe(1);
  });

  test.each(XEND_OPTIONS)('$name: the replacement exists', ({ instead }) => {
    const advice = /write `([a-z_]+)(?: = [^`]*)?`/.exec(instead)?.[1];
    expect(advice === undefined || optionByName.has(advice)).toBe(true);
  });
});
