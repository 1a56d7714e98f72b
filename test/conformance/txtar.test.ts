import { expect, test } from 'vitest';
import { fitsTxtar, parseTxtar } from './txtar.ts';

test('reads files of several lines, of one and of none, and drops the comment', () => {
  const archive = 'About them.\n\n-- a.cfg --\nname = "a"\n\n\tx\n-- b.cfg --\n-- c --\n--d--\n-- e --';
  expect(parseTxtar(archive)).toEqual([
    { name: 'a.cfg', text: 'name = "a"\n\n\tx\n' },
    { name: 'b.cfg', text: '' },
    { name: 'c', text: '--d--\n' },
    { name: 'e', text: '' },
  ]);
});

test('an archive without a file is a comment', () => {
  expect(parseTxtar('-- --\n--  --\nname = "a"\n')).toEqual([]);
});

test.for([
  ['nothing', ''],
  ['several lines', '\nname = "a"\n\n'],
  ['tabs between words, quotes, backslashes', "\tname\t=\t'a\\\"'\n"],
  ['letters and signs beyond ASCII', '# “Größe” → 1 €, 日本\n'],
  ['a line with dashes', '-- --\n--a--\n'],
] as const)('fits: %s', ([, text]) => {
  expect(fitsTxtar(Buffer.from(text))).toBe(true);
});

test.for([
  ['no line ending after the last line', 'a = 1'],
  ['carriage returns', 'a = 1\r\n'],
  ['a NUL byte', 'a = "\0"\n'],
  ['a form feed', 'a = 1\f\n'],
  ['a byte order mark', '\ufeffa = 1\n'],
  ['a non-breaking space', 'a\u00a0= 1\n'],
  ['a line separator', '# a\u2028\n'],
  ['a blank before a line ending', 'a = 1 \n'],
  ['a tab before a line ending', 'a = 1\n\t\n'],
  ['a line that looks like a marker', '# a\n-- b --\n'],
] as const)('does not fit: %s', ([, text]) => {
  expect(fitsTxtar(Buffer.from(text))).toBe(false);
});

test('does not fit: Latin-1', () => {
  expect(fitsTxtar(Buffer.from('# Größe\n', 'latin1'))).toBe(false);
});
