import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, faultsOfAll, read, type Verdict, verdictOf } from '../support.ts';

const two = { vcpus: 2 };

describe('cpus', () => {
  it.each([
    [
      '0-3,^1',
      [
        { kind: 'cpus', first: 0, last: 3, remove: false },
        { kind: 'cpus', first: 1, last: 1, remove: true },
      ],
    ],
    [
      'all,^nodes:0-1',
      [
        { kind: 'all', first: 0, last: Number.MAX_SAFE_INTEGER, remove: false },
        { kind: 'nodes', first: 0, last: 1, remove: true },
      ],
    ],
    [',, 7', [{ kind: 'cpus', first: 7, last: 7, remove: false }]],
  ])('%j gives %j', (text, fields) => {
    expect(read('cpus', text, { numbers: two }).fields).toEqual(fields);
  });

  it.each([
    ['0,foo', ['0,|foo|: bad-form refused']],
    ['3-1', ['3-1: bad-form refused']],
    ['0,3x,1', ['0,|3x|,1: bad-form refused']],
    ['0-3 ', ['0-3 : bad-form refused']],
    ['ALL', ['ALL: bad-form refused']],
    ['0,^all', ['0,|^all|: bad-form refused']],
    ['node:nodes:0', ['node:nodes:0: bad-form refused']],
    ['-1', ['-1: bad-form refused']],
    ['0,0-4000000000', ['0,|0-4000000000|: bad-value crashes']],
    ['nodes:0-9000000', ['nodes:0-9000000: bad-value crashes']],
    ['', [': missing-key refused']],
    ['0-3,^0-3', ['0-3,^0-3: missing-key refused']],
    ['all,^0-63', []],
    ['nodes:0,^node:1', []],
    ['^node:0', ['^node:0: missing-key refused']],
  ])('%j: %j', (text, faults) => {
    expect(faultsOf('cpus', text, { numbers: two })).toEqual(faults);
  });

  it.each<[XenVersion, string | string[], Record<string, number>, Verdict]>([
    ['4.17', '', {}, 'accept'],
    ['4.22', '', {}, 'reject'],
    ['4.17', '^0', {}, 'accept'],
    // Each number is an int to xl.
    ['4.17', '4294967297', two, 'accept'],
    ['4.17', '4294967290-4294967299', two, 'accept'],
    ['4.17', '-4294967290', two, 'accept'],
    ['4.17', '-11', two, 'reject'],
    ['4.17', '1,^4294967297', two, 'reject'],
    ['4.22', '^0', {}, 'reject'],
    ['4.7', '^0', two, 'accept'],
    ['4.8', '^0', two, 'reject'],
    ['4.17', 'foo', {}, 'reject'],
    ['4.17', ['foo'], {}, 'accept'],
    ['4.22', ['foo'], {}, 'reject'],
    ['4.22', ['0', 'foo'], {}, 'accept'],
    ['4.17', ['0', 'foo'], two, 'reject'],
    ['4.17', ['0', 'foo'], { vcpus: 1 }, 'accept'],
    ['4.17', ['0', 'foo'], { vcpus: 1, maxvcpus: 2 }, 'reject'],
    ['4.17', ['0', '^1'], two, 'reject'],
    ['4.4', ['foo'], two, 'accept'],
    ['4.5', ['foo'], two, 'reject'],
    ['4.3', '3x', two, 'accept'],
    ['4.4', '3x', two, 'reject'],
    ['4.3', 'nodes:0', two, 'reject'],
    ['4.4', 'nodes:0', two, 'accept'],
  ])('%s: %j with %j is %s', (xenVersion, texts, numbers, verdict) => {
    expect(verdictOf('cpus', texts, { xenVersion, numbers })).toBe(verdict);
  });

  it('tells of entries without a vCPU, where there are any', () => {
    const texts = ['0', '1', '2'];
    expect(faultsOfAll('cpus', texts, { form: 'list', numbers: two })).toEqual(['2: conflict ignored']);
    expect(faultsOfAll('cpus', texts, { form: 'list' })).toEqual([]);
  });

  it('does not mind an empty wish', () => {
    expect(verdictOf('cpus_soft', '^0', { numbers: two })).toBe('accept');
    expect(verdictOf('cpus_soft', 'x', { numbers: two })).toBe('reject');
  });
});
