/** What readers remember from version to version changes nothing, and spares reading. */

import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { SpecContext } from '@xlcfg/shared/src/languages/language.ts';
import { createListReader } from '@xlcfg/shared/src/languages/toolkit/readers.ts';
import { ARCHITECTURES } from '@xlcfg/shared/src/schema/platform.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../../support/laws.ts';

const TOKENS = [
  ...SPEC_LANGUAGES.flatMap(({ parameters }) => parameters.slice(0, 12).map(({ name }) => `${name}=`)),
  ...['devid=0', 'devid=1', 'backend=a', 'tag=a,path=/x,security_model=none', 'size=1', 'vcpus=0', 'CARD'],
  ...[',', ',', ':', '1', '0-3', '^1', 'x', '/a,raw,xvda,rw'],
];

const specText = fc.array(fc.constantFrom(...TOKENS), { maxLength: 5 }).map((tokens) => tokens.join(''));
/** Few texts, so that versions of a list have strings in common, and lists have strings twice. */
const groups = fc.array(fc.array(specText, { maxLength: 4 }), { minLength: 1, maxLength: 3 });

const cases = fc.record({
  language: fc.constantFrom(...SPEC_LANGUAGES),
  versions: fc.array(groups, { minLength: 1, maxLength: 5 }).chain((lists) => {
    const texts = lists.flat(2);
    const shuffled = fc.array(fc.array(fc.constantFrom('', ...texts), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 3,
    });
    return fc.array(fc.oneof(fc.constantFrom(...lists), shuffled), { minLength: 2, maxLength: 8 });
  }),
  xenVersion: fc.constantFrom(...XEN_VERSIONS),
  guestType: fc.constantFrom(...GUEST_TYPES),
  architecture: fc.constantFrom(...ARCHITECTURES),
  form: fc.constantFrom('text', 'list'),
  isWhole: fc.boolean(),
  number: fc.option(fc.bigInt(-1n, 4n)),
});

describe('a reader that has read other versions of a list', () => {
  it('gives what a new reader gives', () => {
    law(
      cases,
      ({ language, versions, number, ...rest }) => {
        const context: SpecContext = { ...rest, numberOf: () => number };
        const experienced = language.createReader(context);
        for (const version of versions) {
          expect(experienced(version)).toEqual(language.createReader(context)(version));
        }
      },
      500,
    );
  });

  it.each(SPEC_LANGUAGES.map((language) => [language.options.join(), language] as const))(
    '%s: gives the same specs for strings that stayed',
    (_, language) => {
      const read = language.createReader({
        xenVersion: '4.22',
        architecture: 'x86',
        guestType: 'hvm',
        form: 'list',
        numberOf: () => 4n,
      });
      const before = read([['a', 'b', 'c', 'd']])[0] ?? [];
      const after = read([['a', 'b', 'e', 'd']])[0] ?? [];
      expect(after[0]).toBe(before[0]);
      expect(after[3]).toBe(before[3]);
      expect(after[2]).not.toBe(before[2]);
    },
  );
});

describe('the strings of a list', () => {
  it('are read once for each text, whatever is inserted, removed or typed', () => {
    const read: string[] = [];
    const readList = createListReader((text) => {
      read.push(text);
      return { text };
    });
    for (const texts of [
      ['a', 'b', 'c'],
      ['a', 'x', 'b', 'c'],
      ['x', 'b', 'c'],
      ['x', 'c'],
      ['c', 'x', 'x'],
    ]) {
      expect(readList(texts).readings.map(({ text }) => text)).toEqual(texts);
    }
    expect(read).toEqual(['a', 'b', 'c', 'x']);
  });
});
