/** The time for a document's problems, its diagnostics and its fixes grows with the document. */

import { codeActions, FIX_ALL_KIND } from '@xlcfg/shared/src/features/codeActions.ts';
import { toDiagnostics } from '@xlcfg/shared/src/features/diagnostics.ts';
import { expect, it } from 'vitest';
import { open } from '../support/documents.ts';
import { slowdown } from '../support/slowdown.ts';

const disks = (specs: readonly string[]): string =>
  `disk = [\n${specs.map((spec) => `'${spec}',\n`).join('')}]\n`;
const many = (n: number, make: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

it.each<readonly [what: string, text: (n: number) => string]>([
  ['settings', (n) => many(n, (i) => `name${i} = "x"\n`)],
  ['settings that are set again', (n) => many(n, () => 'memory = 512\n')],
  ['additions', (n) => many(n, () => 'vif += [ "bridge=br0" ]\n')],
  ['misspelt options', (n) => many(n, (i) => `memroy${i % 5} = 1\n`)],
  ['disks', (n) => disks(Array.from({ length: n }, () => '/dev/x,raw,xvda,rw'))],
  ['disks of old', (n) => disks(Array.from({ length: n }, (_, i) => `phy:/dev/x,d${i}p0,w`))],
  ['disks that are refused', (n) => disks(Array.from({ length: n }, () => '/srv/a.img'))],
  ['disks of many mistakes', (n) => disks([many(n, () => 'foo=bar,')])],
  ['a disk of many prefixes', (n) => disks([`${many(n, () => 'raw:')}/x,xvda`])],
  [
    'whole disks and partitions',
    (n) => disks(Array.from({ length: n }, (_, i) => `/x,raw,d${i >> 1}p${i & 1}`)),
  ],
  ['silencing comments', (n) => many(n, () => 'memroy = 1 # xlcfg-disable-line bad-number\n')],
  ['lists of words', (n) => `type = "hvm"\nviridian = [ ${many(n, () => '"bsae", ')}]\n`],
  ['bare words', (n) => many(n, () => 'type = hvm\n')],
  ['missing commas', (n) => `a = [ ${many(n, () => '"x" ')}]\n`],
  ['lines of Windows', (n) => many(n, (i) => `name${i} = "x"\r\n`)],
])('problems and diagnostics: %s', (_what, text) => {
  expect(slowdown((n) => toDiagnostics(open(text(n))), 50)).toBeLessThan(10);
});

it.each<readonly [what: string, text: (n: number) => string]>([
  ['disks of old', (n) => disks(Array.from({ length: n }, (_, i) => `phy:/dev/x,d${i}p0,w`))],
  ['misspelt options', (n) => many(n, (i) => `memroy${i % 5} = 1\n`)],
  ['bare words', (n) => many(n, () => 'type = hvm\n')],
])('actions for the whole document: %s', (_what, text) => {
  const work = (n: number): void => {
    const document = open(text(n));
    const range = {
      start: { line: 0, character: 0 },
      end: document.text.positionAt(Number.POSITIVE_INFINITY),
    };
    codeActions(document, range, { diagnostics: [], only: ['quickfix', FIX_ALL_KIND] });
  };
  expect(slowdown(work, 50)).toBeLessThan(10);
});
