/** What holds for any string in any of the languages. */

import { DEVICE_LANGUAGES } from '@xlcfg/shared/src/languages/deviceLanguages.ts';
import { readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../../support/laws.ts';

const TOKENS = [
  ...DEVICE_LANGUAGES.flatMap(({ parameters }) => parameters.map(({ name }) => `${name}=`)),
  ...[
    'trusted',
    'virtio',
    '1:2:3',
    '10Mb/s',
    '@20ms',
    'id0:1x1',
    'pty',
    'qemu',
    '010',
    '-1',
    'é',
    '\u{1f600}',
  ],
  ...[',', ',', ',', '=', ' ', '\t', ';', ':', '@', 'x'],
];
const specText = fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((tokens) => tokens.join(''));
const cases = fc.record({
  language: fc.constantFrom(...DEVICE_LANGUAGES),
  texts: fc.array(fc.oneof(specText, anyText), { maxLength: 4 }),
  xenVersion: fc.constantFrom(...XEN_VERSIONS),
  guestType: fc.constantFrom(...GUEST_TYPES),
});

describe('any string', () => {
  it('is read, with parts in order and faults within', () => {
    law(
      cases,
      ({ language, texts, xenVersion, guestType }) => {
        const specs = readStrings(language, texts, { xenVersion, guestType, numberOf: () => null });
        expect(specs.map(({ text }) => text)).toEqual(texts);
        for (const { text, parts, faults } of specs) {
          let before = 0;
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(before);
            expect(part.end).toBeGreaterThan(part.start);
            before = part.end;
            if (part.kind === 'word') expect(part.text).toBe(text.slice(part.start, part.end));
            else expect(part.name).toBe(text.slice(part.nameSpan.start, part.nameSpan.end));
          }
          expect(before).toBeLessThanOrEqual(text.length);
          for (const { start, end } of faults) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      },
      1000,
    );
  });

  it('gives parameters that the language has, in the faults that name one it knows', () => {
    law(cases, ({ language, texts, xenVersion, guestType }) => {
      const known = new Set(language.parameters.map(({ name }) => name));
      for (const { faults } of readStrings(language, texts, {
        xenVersion,
        guestType,
        numberOf: () => null,
      })) {
        for (const { kind, parameter } of faults) {
          if (kind !== 'unknown-key' && parameter !== undefined) expect(known).toContain(parameter);
        }
      }
    });
  });
});
