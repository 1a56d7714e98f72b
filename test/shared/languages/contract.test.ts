/** What the room of a language says of its parameters fits its schema. */

import { DISK } from '@xlcfg/shared/src/languages/disk/disk.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import type { JsonValue, KeyOrder } from '@xlcfg/shared/src/languages/json.ts';
import { type MeaningContext, readStrings } from '@xlcfg/shared/src/languages/language.ts';
import { GUEST_TYPES } from '@xlcfg/shared/src/schema/types.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskSpecText, law } from '../../support/laws.ts';
import { contextOf } from './support.ts';

const named = SPEC_LANGUAGES.map((language) => [language.options.join(', '), language] as const);

describe.each(named)('%s', (_, { parameters, notations = {}, tokenTypes = {}, symbol, prefixes = [] }) => {
  const names = parameters.map(({ name }) => name);

  it('names no parameter that it does not have', () => {
    const mentioned = [
      ...Object.keys(notations),
      ...Object.keys(tokenTypes),
      ...(symbol?.name ?? []),
      ...(symbol?.detail ?? []),
    ];
    expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('counts positions from 1, each once', () => {
    const positions = parameters.flatMap(({ position }) => position ?? []).sort();
    expect(positions).toEqual(positions.map((_position, index) => index + 1));
  });

  it('has no prefix that is called like a parameter', () => {
    expect(prefixes.filter(({ name }) => names.includes(name))).toEqual([]);
  });
});

describe('disk', () => {
  it.each([
    ['xvda', 'vdev'],
    ['d0p1', 'vdev'],
    ['51712', undefined],
    ['/dev/vg/a', undefined],
  ])('%s by itself is a value of %s', (text, parameter) => {
    expect(DISK.parameterOf?.(text)).toBe(parameter);
  });

  it('has hints within any string, and meanings for all of its values', () => {
    law(fc.tuple(diskSpecText, fc.constantFrom(...GUEST_TYPES)), ([text, guestType]) => {
      const context: MeaningContext = {
        xenVersion: '4.22',
        architecture: 'x86',
        guestType,
        numberOf: () => null,
        machine: { deviceModel: 'qemu-xen', diskController: 'ide' },
      };
      const [spec] = readStrings(DISK, [text], context);
      if (!spec) return expect.fail('no spec');
      for (const hint of DISK.hints?.(spec, context) ?? []) {
        if (hint.kind === 'backend') continue;
        expect(hint.span).toSatisfy(({ start, end }) => 0 <= start && start <= end && end <= text.length);
      }
      for (const { name } of DISK.parameters) {
        const meaning = DISK.meaning?.value?.(spec, name, text, context);
        expect(meaning ?? '').not.toMatch(/undefined|NaN|\[object/);
      }
    });
  });
});

describe('what libxl prints of a string', () => {
  /** Names of fields, with dots between those of objects. */
  const names = (fields: JsonValue | undefined, before = ''): string[] => {
    if (Array.isArray(fields)) return fields.flatMap((one: JsonValue) => names(one, before));
    if (typeof fields !== 'object' || fields === null) return fields === undefined ? [] : [before];
    return Object.entries(fields).flatMap(([name, inner]: [string, JsonValue | undefined]) =>
      names(inner, before === '' ? name : `${before}/${name}`),
    );
  };

  const ordered = (order: KeyOrder, before = ''): string[] =>
    Object.entries(order).flatMap(([name, inner]) => {
      const path = before === '' ? name : `${before}/${name}`;
      return [path, ...ordered(inner, path)];
    });

  const printing = SPEC_LANGUAGES.flatMap((language) =>
    language.json ? [[language.options.join(), language, language.json] as const] : [],
  );

  it.each(printing)('%s: every field that any parameter sets has its place', (_, language, json) => {
    const tokens = language.parameters.flatMap(({ name, form, values = [], example = '' }) =>
      form === 'flag'
        ? [name]
        : ['1', 'a', ...values.map((one) => one.name), ...valuesIn(example, name)].map(
            (value) => `${name}=${value}`,
          ),
    );
    const places = new Set(ordered(json.order));
    for (const xenVersion of XEN_VERSIONS) {
      const context = contextOf({ xenVersion, guestType: 'hvm', form: 'list' });
      const read = readStrings(language, tokens, context);
      const found = read.flatMap((spec) => names(json.fields(spec)));
      expect({ xenVersion, lost: found.filter((name) => !places.has(name)) }).toEqual({
        xenVersion,
        lost: [],
      });
    }
  });
});

/** The values that a line of configuration gives a parameter. */
const valuesIn = (line: string, name: string): string[] =>
  [...line.matchAll(new RegExp(`(?<![\\w-])${name}=([^,'"]*)`, 'g'))].map(([, value = '']) => value);
