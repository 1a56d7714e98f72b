/** The type of a guest. The answers for 4.17 and 4.22 are those of the real xl. */

import { effectiveSettings } from '@xlcfg/shared/src/model/effectiveSettings.ts';
import { createdTypeOf, decideGuestType, typeOfBuilder } from '@xlcfg/shared/src/model/guestType.ts';
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../support/markers.ts';

const decide = (text: string, xenVersion: XenVersion, architecture: Architecture = 'x86') =>
  decideGuestType(effectiveSettings(parseConfig(text).settings), xenVersion, architecture);

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

it.each<readonly [text: string, xenVersion: XenVersion, type: string, createdType: string]>([
  ['', '4.11', 'pv', 'pv'],
  ['', '4.12', 'pvh', 'pvh'],
  ['', '4.22', 'pvh', 'pvh'],
  ['type = "pv"', '4.11', 'pv', 'pv'],
  ['type = "pv"', '4.12', 'pv', 'pvh'],
  ['type = "hvm"', '4.22', 'hvm', 'hvm'],
])('on Arm, %j in %s is read as %s and created as %s', (text, xenVersion, type, createdType) => {
  expect(decide(`${text}\n`, xenVersion, 'arm').type).toBe(type);
  expect(createdTypeOf(decide(`${text}\n`, xenVersion, 'arm').type, xenVersion, 'arm')).toBe(createdType);
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
