import { vnumaTotals } from '@xlcfg/shared/src/languages/vnuma/vnuma.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOfGroups, plain } from '../support.ts';

const NODES = [
  ['pnode=0', 'size=512', 'vcpus=0-1', 'vdistances=10,20'],
  ['pnode=1', 'size=512', 'vcpus=2,3', 'vdistances=20,10'],
];

/** One node with this string, and what it needs besides. */
const faultsOfOne = (text: string, xenVersion: XenVersion = '4.17'): string[] =>
  faultsOfGroups('vnuma', [[text, ...(text.includes('vcpus') ? [] : ['vcpus=0'])]], { xenVersion });

describe('vnuma', () => {
  it('takes nodes that fit together', () => {
    expect(faultsOfGroups('vnuma', NODES)).toEqual([]);
  });

  it.each([
    ['size = 512', []],
    ['size', ['0: size: bad-form refused']],
    ['size=', ['0: size=: bad-form refused']],
    ['size=x', ['0: size=|x|: bad-value refused size']],
    ['size=512M', ['0: size=512|M|: bad-form ignored size']],
    ['pnode=-1', ['0: pnode=|-1|: bad-value refused pnode']],
    ['pnode=-2', ['0: pnode=|-2|: bad-value refused pnode']],
    ['pnode=99', []],
    ['foo=1', ['0: |foo|=1: unknown-key ignored foo']],
    ['vcpus=,', ['0: vcpus=,: missing-key crashes vcpus']],
    ['vcpus= ', ['0: vcpus= : missing-key crashes vcpus']],
    ['vcpus=x', ['0: vcpus=|x|: bad-value ignored vcpus']],
    ['vcpus=0,3-1', ['0: vcpus=0,|3-1|: bad-value ignored vcpus']],
    ['vcpus=0-2000000000', ['0: vcpus=|0-2000000000|: bad-value crashes vcpus']],
    ['vcpus=0,2', ['0: vcpus=0,|2|: conflict createFails vcpus']],
    ['vcpus=0-1,1', ['0: vcpus=0-1,|1|: conflict createFails vcpus']],
    ['vdistances=10,20', ['0: vdistances=10,|20|: bad-form ignored vdistances']],
    ['vdistances=1,2,3,4,5,6,7', ['0: vdistances=1,|2,3,4,5,6,7|: bad-form crashes vdistances']],
    ['vdistances=x', ['0: vdistances=|x|: bad-value refused vdistances']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOfOne(text)).toEqual(faults);
  });

  it.each<[string, XenVersion, string[]]>([
    ['=0', '4.17', ['0: =0: bad-form refused']],
    ['=0', '4.18', ['0: ||=0: unknown-key ignored']],
    ['size==5', '4.17', []],
    ['size==5', '4.18', ['0: size=|=5|: bad-value refused size']],
  ])('%j in %s: %j', (text, xenVersion, faults) => {
    expect(faultsOfOne(text, xenVersion)).toEqual(faults);
  });

  it('wants every vCPU in one node, and no node nearer than the own one', () => {
    expect(faultsOfGroups('vnuma', [['vcpus=0-1'], ['vcpus=1-2']])).toEqual([
      '1: vcpus=|1-2|: conflict createFails vcpus',
    ]);
    expect(faultsOfGroups('vnuma', [['vcpus=0', 'vdistances=20,10'], ['vcpus=1']])).toEqual([
      '0: vdistances=20,10: conflict createFails vdistances',
    ]);
    // A later string of a node overwrites as many distances as it has.
    expect(faultsOfGroups('vnuma', [['vcpus=0', 'vdistances=10,20', 'vdistances=30'], ['vcpus=1']])).toEqual([
      '0: vdistances=30: conflict createFails vdistances',
    ]);
  });

  it.each([
    [NODES, { nodes: 2, kib: '1048576', vcpus: '4', sizes: [['524288'], ['524288']] }],
    [[['vcpus=x,3-1', 'size=1', 'size=2']], { nodes: 1, kib: '3072', vcpus: '1', sizes: [['1024', '2048']] }],
    [[[]], { nodes: 1, kib: '0', vcpus: '0', sizes: [[]] }],
  ])('%j adds up to %j', (groups, totals) => {
    expect(plain(vnumaTotals(groups, '4.17'))).toEqual(totals);
  });
});
