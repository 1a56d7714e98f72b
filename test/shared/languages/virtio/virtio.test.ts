import { describe, expect, it } from 'vitest';
import { faultsOf, read, verdictOf } from '../support.ts';

describe('virtio', () => {
  it.each([
    [['type=virtio,device22,transport=mmio'], '4.18', 'accept'],
    [['type=virtio'], '4.18', 'crash'],
    [['transport=mmio,type=virtio,device22'], '4.22', 'accept'],
    [['type=virtio,transport=pci'], '4.22', 'accept'],
    [['type=a,transport=pci'], '4.22', 'reject'],
    [['transport=UNKNOWN'], '4.22', 'accept'],
    [['foo=bar'], '4.22', 'reject'],
  ] as const)('%j in %s: %s', (texts, xenVersion, verdict) => {
    expect(verdictOf('virtio', texts, { xenVersion })).toBe(verdict);
  });

  it.each([
    [
      'type=virtio,,device22,transport=MMIO,grant_usage=0',
      '4.18',
      { devid: 0, type: 'virtio,device22', transport: 'mmio', grant_usage: 'False' },
    ],
    ['type=virtio,transport=pci', '4.18', { devid: 0, type: 'virtio,transport=pci' }],
  ] as const)('reads %j in %s as %j', (text, xenVersion, fields) => {
    expect(read('virtio', text, { xenVersion }).fields).toEqual(fields);
  });

  it.each([
    ['type=virtio,device1', 'type=virtio,device1: missing-key dropped transport'],
    ['type=foo,transport=mmio', 'type=|foo|,transport=mmio: bad-value startFails type'],
    ['transport=mmio', 'transport=mmio: missing-key startFails type'],
    ['transport=|pci|', 'transport=|pci|: bad-value refused transport'],
    ['transport=mmio,type=virtio', 'transport=mmio,type=|virtio|: bad-value crashes type'],
  ])('finds in 4.22: %s', (text, fault) => {
    expect(faultsOf('virtio', text.replace(/\|/g, ''), { xenVersion: '4.22' })).toEqual([fault]);
  });

  it.each([
    ['type=foo,transport=mmio', ['type=|foo|,transport=mmio: bad-value createFails type']],
    ['transport=mmio', ['transport=mmio: missing-key createFails type']],
    ['type=foo', ['type=foo: missing-key dropped transport']],
    ['type=virtio,device22,transport=mmio', []],
  ])('finds on Arm: %s', (text, faults) => {
    expect(faultsOf('virtio', text, { xenVersion: '4.22', architecture: 'arm' })).toEqual(faults);
  });
});
