/** What holds for any string in any of the languages. */

import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { JsonValue, KeyOrder } from '@xlcfg/shared/src/languages/json.ts';
import { type ParsedSpec, readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../support/laws.ts';
import { slowdown } from '../../support/slowdown.ts';
import { contextOf, languageOf, readGroups } from './support.ts';

const TOKENS = [
  ...['00:1f.', '0000:', '.*', '@', '^', 'all', 'nodes:', 'host', '1:ecx=', 'x'.repeat(32), 'CARD', 'virtio'],
  ...['1:2:3', '10Mb/s', '@20ms', 'id0:1x1', 'pty', 'qemu', 'trusted', 'é', '\u{1f600}'],
  ...['0-3', '4294967295', '18446744073709551615', '-1', '0x1f', '010', '7'],
  ...[',', ',', ',', '=', ' ', '\t', ';', ':', '-', 'x'],
];

/** Strings of pieces that mean something to the language, or of any characters. */
const textOf = (option: string): fc.Arbitrary<string> => {
  const keys = languageOf(option).parameters.map(({ name, form }) => (form === 'flag' ? name : `${name}=`));
  const token = fc.constantFrom(...TOKENS, ...keys);
  return fc.oneof(
    fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join('')),
    anyText,
  );
};

const OPTIONS = SPEC_LANGUAGES.flatMap(({ options: [option] }) => option ?? []);

const cases = fc.constantFrom(...OPTIONS).chain((option) =>
  fc.record({
    option: fc.constant(option),
    texts: fc.array(textOf(option), { maxLength: 4 }),
    xenVersion: fc.constantFrom(...XEN_VERSIONS),
    guestType: fc.constantFrom(...GUEST_TYPES),
    form: fc.constantFrom('text' as const, 'list' as const),
    numbers: fc.record({ vcpus: fc.nat(5) }),
  }),
);

function checkSpans({ text, parts, faults }: ParsedSpec): void {
  let before = 0;
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(before);
    expect(part.end).toBeGreaterThan(part.start);
    before = part.end;
    if (part.kind === 'word') expect(part.text).toBe(textAt(text, part));
    else {
      expect(part.name).toBe(textAt(text, part.nameSpan));
      expect(part.value).toBe(textAt(text, part.valueSpan));
    }
  }
  expect(before).toBeLessThanOrEqual(text.length);
  for (const { start, end, advice = 'None.' } of faults) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(advice).toMatch(/\.$/);
  }
}

function checkNames(value: JsonValue | undefined, order: KeyOrder): void {
  if (Array.isArray(value)) for (const item of value) checkNames(item, order);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const names = order[name];
      expect(names, name).toBeDefined();
      if (names) checkNames(inner, names);
    }
  }
}

const textAt = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(start, end);

describe('any string', () => {
  it('is read, with parts in order and faults within the text', () => {
    law(
      cases,
      ({ option, texts, ...reader }) => {
        const language = languageOf(option);
        const specs = readStrings(language, texts, contextOf(reader));
        expect(specs.map(({ text }) => text)).toEqual(texts);
        for (const spec of specs) checkSpans(spec);
        const groups = [texts, texts.slice(1), []];
        const read = readGroups(language, groups, contextOf(reader));
        expect(read.map((group) => group.map(({ text }) => text))).toEqual(groups);
        for (const spec of read.flat()) checkSpans(spec);
      },
      800,
    );
  });

  it('has faults that name parameters of the language, or unknown keys', () => {
    law(cases, ({ option, texts, ...reader }) => {
      const language = languageOf(option);
      const known = new Set(language.parameters.map(({ name }) => name));
      for (const { faults } of readStrings(language, texts, contextOf(reader))) {
        for (const { kind, rule, parameter } of faults) {
          const isNamed = kind !== 'unknown-key' && rule === undefined && parameter !== undefined;
          if (isNamed && option !== 'xenstore_quota') expect(known).toContain(parameter);
        }
      }
    });
  });

  it('of a device has no field that its JSON leaves out', () => {
    law(cases, ({ option, texts, ...reader }) => {
      const { json } = languageOf(option);
      if (!json) return;
      for (const spec of readStrings(languageOf(option), texts, contextOf(reader)))
        checkNames(json.fields(spec), json.order);
    });
  });

  it.each(SPEC_LANGUAGES.map((language) => [language.options.join(), language] as const))(
    'of %s is read in a time that grows with its length',
    (_, language) => {
      const context = contextOf({ numbers: { vcpus: 1 }, form: 'text' });
      const read = (size: number) => {
        for (const piece of ['0-1,^2,', 'a=1,', '=,', ' ', '0', 'CARD,a;'])
          readStrings(language, [piece.repeat(size)], context);
      };
      expect(slowdown(read, 100)).toBeLessThan(5);
    },
  );
});
