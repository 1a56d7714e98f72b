/** Which of several settings of a name counts. The values were put to the real xl's library. */

import { effectiveSettings } from '@xlcfg/shared/src/model/effectiveSettings.ts';
import type { EffectiveValue } from '@xlcfg/shared/src/model/guest.ts';
import type { Value } from '@xlcfg/shared/src/syntax/index.ts';
import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { describe, expect, it } from 'vitest';
import { mark, marked } from '../../support/markers.ts';

type Plain = string | null | readonly Plain[];

const plainItem = (item: Value): Plain => {
  switch (item.kind) {
    case 'string':
      return item.content.text;
    case 'number':
      return item.text;
    case 'list':
      return item.items.map(plainItem);
    case 'invalid':
      return null;
  }
};

const plain = (value: EffectiveValue | undefined): Plain | undefined =>
  value?.kind === 'atom' ? value.text : value?.kind === 'list' ? value.items.map(plainItem) : value && null;

const settingsOf = (text: string) => effectiveSettings(parseConfig(text).settings);

describe('the effective value of the setting a', () => {
  it.each<readonly [text: string, value: Plain | undefined]>([
    ['a = "x"', 'x'],
    ['a = 010', '010'],
    ['a = "x\\ty"', 'x\ty'],
    ['a = [ "x", 1, [ 2 ] ]', ['x', '1', ['2']]],
    ['a = []', []],
    // The last one counts.
    ['a = "x"\na = "y"', 'y'],
    ['a = [ "x" ]\na = 1', '1'],
    ['a = 1; a = 2; a = 3', '3'],
    // += adds to what is there.
    ['a = "x"\na += "y"', 'xy'],
    ['a = "x"\nb = 1\na += 1\na += "z"', 'x1z'],
    ['a = [ "x" ]\na += [ "y", "z" ]', ['x', 'y', 'z']],
    ['a += "x"', 'x'],
    ['a += [ "x" ]\na += [ "y" ]', ['x', 'y']],
    ['a = 1\na += 2', '12'],
    ['a = "x"\na += "y"\na = "z"', 'z'],
    ['a = "x"\na = "y"\na += "z"', 'yz'],
    // What xl rejects has no value, unless something else is set later on.
    ['a = hvm', null],
    ['a = "x"\na += [ 1 ]', null],
    ['a = hvm\na = "x"', 'x'],
    // Half-typed settings are left out.
    ['a = "x"\na =', 'x'],
    ['a = "x"\na', 'x'],
    ['a =', undefined],
    ['b = 1', undefined],
  ])('%j: %j', (text, value) => expect(plain(settingsOf(`${text}\n`).get('a')?.value)).toEqual(value));
});

describe('the overridden settings of a, marked with «»', () => {
  it.each([
    'a = 1\n',
    '«a = 1»\na = 2\n',
    '«a = 1»\n«a = 2»\na = 3\n',
    'a = "x"\na += "y"\n',
    '«a = "x"»\n«a += "y"»\na = "z"\n',
    '«a = "x"»\na = "y"\na += "z"\n',
    '«a = 1»\nb = 2\na = [ ]\n',
    'a = 1\na =\n',
  ])('%j', (source) => {
    const { text } = marked(source);
    const { overridden = [], parts = [] } = settingsOf(text).get('a') ?? {};
    expect(mark(text, overridden)).toBe(source);
    expect(parts.length + overridden.length).toBe(
      parseConfig(text).settings.filter(({ name, value }) => name.text === 'a' && value).length,
    );
  });
});

it('has the names in the order in which they first appear', () => {
  expect([...settingsOf('b = 1\na = 2\nb = 3\nc =\nd += 4\n').keys()]).toEqual(['b', 'a', 'd']);
});
