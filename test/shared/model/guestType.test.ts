/** The type of a guest. The answers for 4.17 and 4.22 are those of the real xl. */

import { effectiveSettings } from '@xlcfg/shared/src/model/effectiveSettings.ts';
import { decideGuestType, typeOfBuilder } from '@xlcfg/shared/src/model/guestType.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../support/markers.ts';

const decide = (text: string, xenVersion: XenVersion) =>
  decideGuestType(effectiveSettings(parseConfig(text).settings), xenVersion);

/** «» is around the setting that decides; without one, none does. */
describe('since 4.10', () => {
  it.each([
    ['', 'pv'],
    ['name = "a"', 'pv'],
    ['«type = "hvm"»', 'hvm'],
    ['«type = "pv"»', 'pv'],
    ['«type = "pvh"»', 'pvh'],
    // Any beginning of a word will do; the first that fits counts.
    ['«type = "h"»', 'hvm'],
    ['«type = "p"»', 'pv'],
    ['«type = ""»', 'hvm'],
    ['type = "HVM"', 'pv'],
    ['type = "hvmx"', 'pv'],
    ['type = [ "hvm" ]', 'pv'],
    ['type = hvm', 'pv'],
    // builder is the old word for it.
    ['«builder = "hvm"»', 'hvm'],
    ['«builder = "generic"»', 'pv'],
    ['«builder = "g"»', 'pv'],
    ['«builder = ""»', 'hvm'],
    ['builder = "linux"', 'pv'],
    ['builder = "pvh"', 'pv'],
    // type goes before builder.
    ['builder = "hvm"\n«type = "hvm"»', 'hvm'],
    ['builder = "hvm"\n«type = "pvh"»', 'pvh'],
    ['«builder = "hvm"»\ntype = "xyz"', 'hvm'],
    // The last setting counts.
    ['type = "hvm"\n«type = "pv"»', 'pv'],
    ['type = "p"\n«type += "vh"»', 'pvh'],
    // pvh is a type, not an option, now.
    ['pvh = 1', 'pv'],
  ])('%j is %s', (source, type) => {
    const { text } = marked(`${source}\n`);
    for (const xenVersion of ['4.10', '4.17', '4.22'] as const) {
      const { type: decided, by } = decide(text, xenVersion);
      expect(decided).toBe(type);
      expect(mark(text, by ? [by] : [])).toBe(`${source}\n`);
    }
  });
});

it.each<readonly [text: string, type: string]>([
  ['type = "hvm"', 'pv'],
  ['builder = "hvm"', 'hvm'],
  ['builder = "generic"\ntype = "hvm"', 'pv'],
])('before 4.10, when there was no type, %j is %s', (text, type) => {
  expect(decide(`${text}\n`, '4.9').type).toBe(type);
});

it.each([
  ['hvm', 'hvm'],
  ['generic', 'pv'],
  ['gen', 'pv'],
  ['', 'hvm'],
  ['linux', undefined],
  ['pv', undefined],
  ['HVM', undefined],
])('the builder %j makes %s', (word, type) => expect(typeOfBuilder(word)).toBe(type));
