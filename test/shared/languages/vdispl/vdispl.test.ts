import { describe, expect, it } from 'vitest';
import { faultsOf, read, verdictOf } from '../support.ts';

describe('vdispl', () => {
  it.each([
    [
      'be-alloc=1,connectors=a:1x2;b::3x4:x',
      {
        devid: 0,
        be_alloc: true,
        connectors: [
          { unique_id: 'a', width: 1, height: 2 },
          { unique_id: 'b', width: 3, height: 4 },
        ],
      },
    ],
    [
      'connectors=a:0x10x5;b:x;c:1x1',
      { devid: 0, connectors: [{ unique_id: 'a', height: 10 }, { unique_id: 'b' }, {}] },
    ],
    [
      'connectors=a:-1x99999999999999999999',
      { devid: 0, connectors: [{ unique_id: 'a', width: 4294967295, height: 4294967295 }] },
    ],
  ])('reads %j as %j', (text, fields) => {
    expect(read('vdispl', text).fields).toEqual(fields);
  });

  it.each([
    ['be-alloc=1', 'missing-key refused connectors'],
    ['connectors=||', 'bad-value crashes connectors'],
    ['connectors=a:1x1;|b|', 'bad-value crashes connectors'],
    ['connectors=|:1x1|', 'bad-value crashes connectors'],
    ['connectors=|a:1|', 'bad-value refused connectors'],
    ['connectors=|a: |', 'bad-value refused connectors'],
    ['connectors=|a:x|;b:1x1', 'bad-value ignored connectors'],
    ['connectors=|a:1x1z|;b:1x1', 'bad-value ignored connectors'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('vdispl', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    [['connectors=:1x1'], '4.17', 'crash'],
    [['connectors=:1x1'], '4.18', 'accept'],
    [['connectors=a'], '4.22', 'crash'],
    [['connectors=a:'], '4.22', 'crash'],
  ] as const)('%j in %s: %s', (texts, xenVersion, verdict) => {
    expect(verdictOf('vdispl', texts, { xenVersion })).toBe(verdict);
  });

  it.each([
    ['connectors=:1x1', '4.18', { devid: 0, connectors: [{ unique_id: '', width: 1, height: 1 }] }],
  ] as const)('reads %j in %s as %j', (text, xenVersion, fields) => {
    expect(read('vdispl', text, { xenVersion }).fields).toEqual(fields);
  });
});
