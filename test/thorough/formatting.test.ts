/** The time for formatting grows with the document. */

import {
  DEFAULT_FORMATTING,
  formatDocument,
  formatRanges,
} from '@xlcfg/shared/src/features/formatting/formatting.ts';
import { formatOnType } from '@xlcfg/shared/src/features/formatting/onType.ts';
import { expect, it } from 'vitest';
import { open } from '../support/documents.ts';
import { slowdown } from '../support/slowdown.ts';

const many = (n: number, make: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

it.each<readonly [what: string, text: (n: number) => string]>([
  ['settings', (n) => many(n, (i) => `name${i}="x"\n`)],
  [
    'settings in columns',
    (n) => many(n, (i) => `${'n'.repeat(1 + (i % 3))}${' '.repeat(4 - (i % 3))}="x"  # y\n`),
  ],
  ['settings on one line', (n) => many(n, () => 'a=1;')],
  ['items on one line', (n) => `a=[${many(n, () => '1,')}]\n`],
  ['items on lines', (n) => `a=[\n${many(n, () => "'x',  # y\n")}]\n`],
  ['lists in lists', (n) => `a=${'['.repeat(n)}${']'.repeat(n)}\n`],
  ['lists in a list', (n) => `a=[${many(n, () => '[ 1, 2 ],')}]\n`],
  ['lists that nobody closes', (n) => many(n, () => 'a=[ 1,\n')],
  ['comments', (n) => many(n, () => '  # x  \n')],
  ['comments that go on', (n) => `a=1 # x\n${many(n, () => '    # x\n')}`],
  ['blanks in a comment', (n) => `#${' '.repeat(n)}x\n`],
  ['blank lines', (n) => many(n, () => ' \n')],
  ['mistakes', (n) => many(n, () => 'a = b c\n')],
  ['silenced lines', (n) => many(n, () => 'a=1 # xlcfg-disable-line\n')],
  ['lines of Windows', (n) => many(n, () => 'a=1\r\n')],
])('%s', (_what, text) => {
  const work = (n: number): void => {
    const source = text(n);
    const document = open(source);
    formatDocument(document, DEFAULT_FORMATTING);
    formatRanges(document, [{ start: 0, end: source.length }], DEFAULT_FORMATTING);
    formatOnType(document, source.length, '\n', DEFAULT_FORMATTING);
  };
  expect(slowdown(work, 400)).toBeLessThan(10);
});
