import { parseVdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import { vdevOfNumber } from '@xlcfg/shared/src/languages/disk/vdevName.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { law } from '../../../support/laws.ts';

it.each([
  [51712, 'xvda'],
  [51713, 'xvda1'],
  [0x301, 'hda1'],
  [0x1640, 'hdd'],
  [0x810, 'sdb'],
  [(1 << 28) | (16 << 8), 'xvdq'],
  [(1 << 28) | (16 << 8) | 17, 'xvdq17'],
  [0x380, undefined],
  [0x400, undefined],
  [0, undefined],
  [-51712, undefined],
  [2 ** 31 - 1, undefined],
])('%d is %s', (number, name) => {
  expect(vdevOfNumber(number)).toBe(name);
});

it('every name is that of the number that it has to libxl', () => {
  const names = fc.oneof(
    fc.tuple(fc.constantFrom('xvda', 'xvdp', 'xvdq', 'xvdaa'), fc.integer({ min: 0, max: 255 })),
    fc.tuple(fc.constantFrom('hda', 'hdb', 'hdc', 'hdd'), fc.integer({ min: 0, max: 63 })),
    fc.tuple(fc.constantFrom('sda', 'sdp'), fc.integer({ min: 0, max: 15 })),
  );
  law(names, ([disk, partition]) => {
    const name = partition === 0 ? disk : `${disk}${partition}`;
    expect(vdevOfNumber(parseVdev(name)?.number ?? -1)).toBe(name);
  });
});
