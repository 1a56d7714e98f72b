/** What stands where the cursor (`|`) is. */

import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { commentAt, settingAt, valuesAt } from '@xlcfg/shared/src/syntax/query.ts';
import { describe, expect, it } from 'vitest';
import { withCursor } from '../../support/markers.ts';

function at(source: string) {
  const { text, offset } = withCursor(source);
  return { file: parseConfig(text), text, offset };
}

it.each([
  ['|a = 1\n', 'a'],
  ['a =| 1\n', 'a'],
  ['a = 1|\n', 'a'],
  ['a = 1\n|\nb = 2\n', undefined],
  ['a = 1 |; b = 2\n', undefined],
  ['a = 1;|b = 2\n', 'b'],
  ['a = "x" |b = 2\n', 'b'],
  ['a = [ 1,\n | 2 ]\n', 'a'],
  ['a =|', 'a'],
  ['mem|', 'mem'],
  ['|', undefined],
])('the setting at %j is %s', (source, name) => {
  const { file, offset } = at(source);
  expect(settingAt(file, offset)?.name.text).toBe(name);
});

it.each([
  ['# no|te\n', '# note'],
  ['# note|\n', '# note'],
  ['#|\n', '#'],
  ['|# note\n', undefined],
  ['a = 1 |# note\n', undefined],
  ['a = "#|"\n', undefined],
  ['# one\n# t|wo\n', '# two'],
])('the comment at %j is %s', (source, comment) => {
  const { file, offset } = at(source);
  expect(commentAt(file, offset)?.text).toBe(comment);
});

describe('the values from the outermost to the innermost', () => {
  it.each([
    ['a = "x|"\n', ['"x"']],
    ['a = | "x"\n', []],
    ['a = [ "x|", 2 ]\n', ['[ "x", 2 ]', '"x"']],
    ['a = [ "x", |2 ]\n', ['[ "x", 2 ]', '2']],
    ['a = [ "x" ,| 2 ]\n', ['[ "x" , 2 ]']],
    ['a = [ [ 1, |2 ] ]\n', ['[ [ 1, 2 ] ]', '[ 1, 2 ]', '2']],
    ['a = [ 1 ]|\n', ['[ 1 ]']],
    ['a = h|vm\n', ['hvm']],
    ['a = [ "x|', ['[ "x', '"x']],
  ])('%j', (source, expected) => {
    const { file, text, offset } = at(source);
    const values = valuesAt(settingAt(file, offset)?.value, offset);
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
