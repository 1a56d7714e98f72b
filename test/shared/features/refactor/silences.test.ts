/** What a comment silences keeps its comment, and nothing else gets it. */

import { modernizeEdits } from '@xlcfg/shared/src/features/codeActions.ts';
import { fixAll } from '@xlcfg/shared/src/features/fixAll.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { rewritten } from './offers.ts';

const HEAD = "name='a'\ntype='pvh'\nkernel='/k'\n";
const NEXT = '# xlcfg-disable-next-line\n';

describe('refactorings that would move a silenced line are not offered', () => {
  it.each([
    [
      'Merge root and extra into cmdline',
      `${HEAD}ro|ot='/dev/xvda'\n`,
      "extra='ro'\n",
      "disk=['/x,raw,xvda,w!']\n",
    ],
    [
      'Merge the 2 parts of disk into one list',
      "di|sk=['/a,raw,xvda,w']\n",
      "disk+=['phy:/b,xvdb,w']\n",
      'memroy=5\n',
    ],
    ['Split list into one item per line', '', "disk=['phy:/a,xvda,w',| 'phy:/b,xvdb,w']\n", ''],
  ])('%s', (title, before, line, after) => {
    expect(rewritten(`${before}${line}${after}`, title)).toBeDefined();
    expect(rewritten(`${before}${NEXT}${line}${after}`, title)).toBeUndefined();
  });

  it.each([
    ['Split list into one item per line', "disk=['phy:/a,xvda,w',| 'phy:/b,xvdb,w'] # xlcfg-disable-line\n"],
    ['Join the list on one line', `disk = [\n${NEXT}  'phy:/a,|xvda,w'\n]\n`],
  ])('%s: %j', (title, source) => expect(rewritten(source, title)).toBeUndefined());
});

describe('changes of a whole file keep silenced lines in place', () => {
  const source = `${HEAD}root='/dev/xvda'\n${NEXT}extra='ro'\ndisk=['/x,raw,xvda,w']\n`;

  it('when it is modernized', () => {
    expect(modernizeEdits(open(source))).toEqual([]);
    expect(modernizeEdits(open(source.replace(NEXT, '')))).not.toEqual([]);
  });

  it('when all problems are fixed', () => {
    const removed = (comment: string): number => {
      const text = `${HEAD}${comment}device_model = 'x'\nvcpus = 1\n`;
      return fixAll(open(text)).filter(({ start, end }) => text.slice(start, end).includes('\n')).length;
    };
    expect([removed(''), removed('# xlcfg-disable-next-line vdev-unknown\n')]).toEqual([1, 0]);
  });
});
