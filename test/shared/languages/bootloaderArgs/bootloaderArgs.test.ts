import { describe, expect, it } from 'vitest';
import { read, readAll, verdictOf } from '../support.ts';

describe('bootloader_args', () => {
  it.each([
    [' ', 'crash'],
    ['\t\n', 'crash'],
    ['', 'crash'],
    ['-a b', 'accept'],
    [[''], 'accept'],
    [[' '], 'accept'],
  ])('%j: %s', (texts, verdict) => {
    expect(verdictOf('bootloader_args', texts)).toBe(verdict);
  });

  it('splits a text at blanks, and leaves items alone', () => {
    expect(read('bootloader_args', ' a\tb ', { form: 'text' }).fields).toEqual(['a', 'b']);
    expect(readAll('bootloader_args', ['a b', 'c'], { form: 'list' }).map(({ fields }) => fields)).toEqual([
      ['a b'],
      ['c'],
    ]);
  });
});
