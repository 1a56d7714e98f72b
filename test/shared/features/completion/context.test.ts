import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { describe, expect, it } from 'vitest';
import { labels, open, SAMPLES } from '../../../support/cursor.ts';

describe('nothing is offered', () => {
  it.each([
    '# |',
    'memory = 1 # |',
    'memory = 1 |',
    'memory | = 1',
    'memory +|= 1',
    'mem |',
    'name = "a" |',
    'name = "a"|',
    'def f():|',
    'def f():\n  |',
    'import os; |',
    'if x: |',
    'name = "a" + |',
    'foo(|',
    "disk = [ 'a' ] |",
    'type = "|""hvm"""',
    'type = ""|"hvm"""',
    'type = """hvm"|""',
    'type = """hvm""|"',
  ])('%s', (marked) => expect(labels(marked)).toEqual([]));
});

describe('in an unclosed list', () => {
  it.each([
    ['disk = [\n  |', 'disk', 'name'],
    ["disk = [ '/a,raw,xvda,w',\n|", 'disk', 'name'],
    ["disk = [ '/a,raw,xvda,w'\nna|", 'name', 'disk'],
    ["disk = [ '/a,raw,xvda,w'\n  cd|", 'cdrom', 'name'],
    ['disk = [ |\nname = "a"', 'disk', 'memory'],
  ])('%s', (marked, in_, out) => {
    expect(labels(marked)).toContain(in_);
    expect(labels(marked)).not.toContain(out);
  });
});

describe('every beginning of a file, at every offset', () => {
  it.each(SAMPLES.map((sample, index) => [index, sample] as const))('sample %i', (_, sample) => {
    let found = 0;
    for (let length = 0; length <= sample.length; length++) {
      const doc = open(sample.slice(0, length));
      for (let at = 0; at <= length; at++) {
        const position = doc.text.positionAt(at);
        // No position lies between CR and LF.
        const offset = doc.text.offsetAt(position);
        for (const { label, textEdit } of completion(doc, position).items) {
          found++;
          if (!textEdit || !('range' in textEdit)) throw new Error(`no edit: ${label}`);
          const { start, end } = textEdit.range;
          const from = doc.text.offsetAt(start);
          const to = doc.text.offsetAt(end);
          if (start.line !== end.line || from > offset || to < offset || to > length) {
            expect.fail(`${label} at ${offset} of ${length}: ${from} to ${to}`);
          }
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });
});
