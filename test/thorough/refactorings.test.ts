/** The time for the refactorings at a place grows with the document. */

import { codeActions } from '@xlcfg/shared/src/features/codeActions.ts';
import { expect, it } from 'vitest';
import { createRandom } from '../conformance/random.ts';
import { open } from '../support/documents.ts';
import { slowdown } from '../support/slowdown.ts';

const many = (n: number, make: (index: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

it.each<readonly [what: string, text: (n: number) => string]>([
  ['disks to sort', (n) => `disk = [\n${many(n, (i) => `'/x,raw,d${n - i}p0,rw', # ${i}\n`)}]\n`],
  ['disks of old', (n) => `disk = [\n${many(n, (i) => `'phy:/x,d${i}p0,w',\n`)}]\n`],
  ['interfaces', (n) => `vif = [ ${many(n, () => "'bridge=br0', ")}]\n`],
  ['lists that are added', (n) => many(n, () => "vif += [ 'bridge=br0' ]\n")],
  ['strings that are added', (n) => many(n, () => 'extra += "it\'s"\n')],
  ['lists in lists', (n) => `x = [ ${'[\n'.repeat(n)}1${']'.repeat(n)} ]\n`],
  ['a long string', (n) => `root = 'x'\nextra = "${many(n, () => 'a\\"\'')}"\n`],
  ['mistakes elsewhere', (n) => `vif = [ 'a', 'b' ]\n${many(n, (i) => `x${i} = hvm\n`)}`],
])('refactorings: %s', (_what, text) => {
  const work = (n: number): void => {
    const document = open(text(n));
    const { below } = createRandom(Number(process.env.LAW_SEED));
    const random = (count: number): Uint8Array => new Uint8Array(count).map(() => below(256));
    const context = { diagnostics: [], only: ['refactor'] };
    // On the first name, and on the first item or in the first string.
    for (const at of [0, document.file.settings[0]?.value?.start ?? 0]) {
      const start = document.text.positionAt(at + 2);
      codeActions(document, { start, end: start }, context, { random });
    }
  };
  expect(slowdown(work, 50)).toBeLessThan(10);
});
