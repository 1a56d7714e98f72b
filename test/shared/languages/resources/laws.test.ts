/** What holds for any string in any of the languages. */

import type { ParsedSpec } from '@xlcfg/shared/src/languages/language.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { RESOURCE_LANGUAGES } from '@xlcfg/shared/src/languages/resourceLanguages.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../../support/laws.ts';
import { slowdown } from '../../../support/slowdown.ts';
import { contextOf, readGroups } from '../support.ts';

const TOKENS = [
  ...RESOURCE_LANGUAGES.flatMap(({ parameters }) => parameters.slice(0, 20).map(({ name }) => `${name}=`)),
  ...[
    '00:1f.',
    '0000:',
    '.*',
    '@',
    '^',
    'all',
    'nodes:',
    'host',
    '1:ecx=',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  ],
  ...['0-3', '4294967295', '18446744073709551615', '-1', '0x1f', '010', 'CARD', 'é', '\u{1f600}'],
  ...[',', ',', ',', '=', ' ', '\t', ';', ':', '-', 'x', '7'],
];
const specText = fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((tokens) => tokens.join(''));
const cases = fc.record({
  language: fc.constantFrom(...RESOURCE_LANGUAGES),
  texts: fc.array(fc.oneof(specText, anyText), { maxLength: 4 }),
  xenVersion: fc.constantFrom(...XEN_VERSIONS),
  guestType: fc.constantFrom(...GUEST_TYPES),
  form: fc.constantFrom('text' as const, 'list' as const),
  vcpus: fc.nat(5),
});

function checkSpans({ text, parts, faults }: ParsedSpec): void {
  let before = 0;
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(before);
    expect(part.end).toBeGreaterThan(part.start);
    before = part.end;
    if (part.kind === 'word') expect(part.text).toBe(text.slice(part.start, part.end));
    else {
      expect(part.name).toBe(text.slice(part.nameSpan.start, part.nameSpan.end));
      expect(part.value).toBe(text.slice(part.valueSpan.start, part.valueSpan.end));
    }
  }
  expect(before).toBeLessThanOrEqual(text.length);
  for (const { start, end, cure = 'None.' } of faults) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(cure).toMatch(/\.$|\]\.$/);
  }
}

describe('any string', () => {
  it('is read, with parts in order and faults within', () => {
    law(
      cases,
      ({ language, texts, xenVersion, guestType, form, vcpus }) => {
        const context = contextOf({ xenVersion, guestType, form, numbers: { vcpus } });
        const specs = readStrings(language, texts, context);
        expect(specs.map(({ text }) => text)).toEqual(texts);
        for (const spec of specs) checkSpans(spec);
        const groups = [texts, texts.slice(1), []];
        const read = readGroups(language, groups, context);
        expect(read.map((group) => group.map(({ text }) => text))).toEqual(groups);
        for (const spec of read.flat()) checkSpans(spec);
      },
      500,
    );
  });

  it.each(RESOURCE_LANGUAGES.map((language) => [language.options.join(), language] as const))(
    'of %s is read in a time that grows with its length',
    (_, language) => {
      const context = contextOf({ numbers: { vcpus: 1 }, form: 'text' });
      const read = (size: number) => {
        for (const piece of ['0-1,^2,', 'a=1,', '=,', ' ', '0', 'CARD,a;'])
          readStrings(language, [piece.repeat(size)], context);
      };
      expect(slowdown(read)).toBeLessThan(5);
    },
  );
});
