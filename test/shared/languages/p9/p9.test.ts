import { describe, expect, it } from 'vitest';
import { faultsOf, read, readAll, verdictOf } from '../support.ts';

const whole = 'tag=a,path=/x,security_model=none';

describe('p9', () => {
  it.each([['tag=a,path=/x,security_model=none,x,y', { tag: 'a', path: '/x', security_model: 'none' }]])(
    'reads %j as %j',
    (text, fields) => {
      expect(read('p9', text).fields).toEqual(fields);
    },
  );

  it('takes what a string does not say from the string before it, up to 4.17', () => {
    const [, second] = readAll('p9', ['tag=a,path=/x,security_model=none,backend=b', 'tag=c']);
    expect(second?.fields).toEqual({ tag: 'c', path: '/x', security_model: 'none', backend_domname: 'b' });
    expect(second?.faults.map(({ kind, effect, parameter }) => [kind, effect, parameter])).toEqual([
      ['missing-key', 'none', 'path'],
      ['missing-key', 'none', 'security_model'],
      ['missing-key', 'none', 'backend'],
    ]);
  });

  it.each([
    ['tag=a,path=/x', 'missing-key refused security_model'],
    ['tag=a,path=/x,security_model=none,|type|=qemu', 'unknown-key refused type'],
  ])('finds %s: %s', (marks, fault) => {
    expect(faultsOf('p9', marks.replace(/\|/g, ''))).toEqual([`${marks}: ${fault}`]);
  });

  it.each([
    [[whole], '4.9', 'accept'],
    [['tag=a'], '4.17', 'reject'],
    [['tag=a'], '4.18', 'reject'],
    [['tag=a'], '4.19', 'accept'],
    [[whole, 'tag=b'], '4.17', 'accept'],
    [[whole, 'tag=b'], '4.18', 'reject'],
    [[whole, 'tag=b'], '4.19', 'accept'],
    [[`${whole},junk`], '4.17', 'accept'],
    [[`${whole},junk`], '4.18', 'reject'],
    [['tag'], '4.17', 'reject'],
    [['tag='], '4.22', 'reject'],
    [[' tag = a , path = /x , security_model = none '], '4.17', 'reject'],
    [[' tag = a , path = /x , security_model = none '], '4.18', 'accept'],
    [['type=xen_9pfsd'], '4.18', 'reject'],
    [['type=xen_9pfsd'], '4.19', 'accept'],
    [['type=QEMU,max-space=10M,auto-delete=yes'], '4.22', 'accept'],
    [['type=x'], '4.22', 'reject'],
    [['max-files=x'], '4.22', 'reject'],
    [[''], '4.17', 'reject'],
    [[''], '4.18', 'crash'],
    [[',,'], '4.22', 'crash'],
  ] as const)('%j in %s: %s', (texts, xenVersion, verdict) => {
    expect(verdictOf('p9', texts, { xenVersion })).toBe(verdict);
  });

  it.each([
    ['tag = a ', '4.18', { tag: 'a' }],
    [
      'type=Xen_9pfsd,max-space=10M,max-files=-2,auto-delete=1',
      '4.19',
      { type: 'xen_9pfsd', max_space: 10, max_files: -2, auto_delete: true },
    ],
  ] as const)('reads %j in %s as %j', (text, xenVersion, fields) => {
    expect(read('p9', text, { xenVersion }).fields).toEqual(fields);
  });

  it.each([
    ['type=xen_9pfd', 'type=|xen_9pfd|: bad-value refused type'],
    ['type=xen_9pfsd', 'type=xen_9pfsd: missing-key startFails security_model'],
    [`${whole},max-files=5`, `${whole},max-files=|5|: conflict startFails max-files`],
    [
      `type=xen_9pfsd,${whole},max-space=10M`,
      `type=xen_9pfsd,${whole},max-space=|10M|: bad-value ignored max-space`,
    ],
    ['tag=a,path=/x', 'tag=a,path=/x: missing-key startFails security_model'],
  ])('finds in 4.22: %s', (text, fault) => {
    expect(faultsOf('p9', text.replace(/\|/g, ''), { xenVersion: '4.22' })).toEqual([fault]);
  });
});
