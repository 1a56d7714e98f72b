/** The time for what is shown within a text grows with the text, and with the edits of a long line. */

import { inlayHints } from '@xlcfg/shared/src/features/inlayHints.ts';
import { semanticTokens, semanticTokensEdits } from '@xlcfg/shared/src/features/semanticTokens.ts';
import { signatureHelp } from '@xlcfg/shared/src/features/signatureHelp.ts';
import { expect, it } from 'vitest';
import { open } from '../support/documents.ts';
import { slowdown } from '../support/slowdown.ts';

const many = (n: number, make: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

const TEXTS: readonly (readonly [what: string, text: (n: number) => string])[] = [
  ['settings', (n) => many(n, (i) => `name${i} = 0x10\n`)],
  ['disks', (n) => `disk = [\n${many(n, (i) => `'/dev/x,raw,d${i}p0,rw',\n`)}]\n`],
  ['a disk of many mistakes', (n) => `disk = [ '${many(n, () => 'foo=bar,')}' ]\n`],
  ['a disk of many escapes', (n) => `disk = [ "${many(n, () => '\\"')},raw,xvda" ]\n`],
  ['interfaces', (n) => `vif = [\n${many(n, () => "'mac=00:16:3e:00:00:01,bridge=br0',\n")}]\n`],
  ['an interface of many mistakes', (n) => `vif = [ '${many(n, () => 'foo=bar,x,')}' ]\n`],
  ['a set of many CPUs', (n) => `vcpus = 2\ncpus = "${many(n, (i) => `${i},`)}0"\n`],
  ['features of the processor', (n) => `cpuid = "host${many(n, () => ',tm=0')}"\n`],
  ['additions to a text', (n) => many(n, () => 'cpus += "1,"\n')],
  ['words', (n) => `type = "hvm"\nviridian = [ ${many(n, () => '"base", ')}]\n`],
  ['lists within lists', (n) => `a = ${'['.repeat(n)}1`],
  ['lines that end with CR in a string', (n) => `disk = [ '/a${many(n, () => '\rx')},raw,xvda' ]\n`],
];

it.each(TEXTS)('tokens and hints: %s', (_what, text) => {
  const work = (n: number): void => {
    const document = open(text(n));
    const before = semanticTokens(document);
    semanticTokensEdits(before, before.slice(5));
    inlayHints(document, {
      start: { line: 0, character: 0 },
      end: document.text.positionAt(Number.POSITIVE_INFINITY),
    });
  };
  expect(slowdown(work, 50)).toBeLessThan(10);
});

it.each(TEXTS)('signature: %s', (_what, text) => {
  const work = (n: number): void => {
    const document = open(text(n));
    signatureHelp(document, document.text.positionAt(document.text.getText().length - 5));
  };
  expect(slowdown(work, 50)).toBeLessThan(10);
});
