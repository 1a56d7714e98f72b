/** Names of virtual disks and their device numbers. All were put to the real libxl 4.17. */

import { diskLetters, parseVdev, vdevOfNumber } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, law } from '../../../support/laws.ts';

describe('libxl knows', () => {
  it.each([
    ['xvda', 'xvd', 0xca00, 0, 0],
    ['xvda1', 'xvd', 0xca01, 0, 1],
    ['xvdb', 'xvd', 0xca10, 1, 0],
    ['xvdp15', 'xvd', 0xcaff, 15, 15],
    // Beyond sixteen disks or partitions the number has another form.
    ['xvda16', 'xvd', 0x10000010, 0, 16],
    ['xvdq', 'xvd', 0x10001000, 16, 0],
    ['xvdaa', 'xvd', 0x10001a00, 26, 0],
    ['xvdzz255', 'xvd', 0x1002bdff, 701, 255],
    ['d0p0', 'd', 0xca00, 0, 0],
    ['d1p2', 'd', 0xca12, 1, 2],
    ['d16p0', 'd', 0x10001000, 16, 0],
    ['d0x1p0', 'd', 0xca10, 1, 0],
    ['d0xp1', 'd', 0xca01, 0, 1],
    ['hda', 'hd', 0x300, 0, 0],
    ['hda1', 'hd', 0x301, 0, 1],
    ['hdb', 'hd', 0x340, 1, 0],
    ['hdc', 'hd', 0x1600, 2, 0],
    ['hdd63', 'hd', 0x167f, 3, 63],
    ['sda', 'sd', 0x800, 0, 0],
    ['sdb1', 'sd', 0x811, 1, 1],
    ['sdp15', 'sd', 0x8ff, 15, 15],
    ['51712', 'number', 51712, undefined, undefined],
    ['0xca00', 'number', 0xca00, undefined, undefined],
    ['0', 'number', 0, undefined, undefined],
    ['', 'number', 0, undefined, undefined],
  ] as const)('%s', (name, scheme, number, disk, partition) => {
    expect(parseVdev(name)).toEqual({
      scheme,
      number,
      ...(disk === undefined ? {} : { disk, partition }),
    });
  });
});

describe('libxl knows no', () => {
  it.each([
    ...['foo', 'a', 'w', 'xvda0', 'xvda01', 'xvda256', 'XVDA', 'Xvda', 'xvda ', 'xvda:cdrom', '/dev/xvda'],
    ...['hde', 'hda64', 'hdA', 'sdq', 'sda16', 'vda', 'sr0', 'fd0', 'cdrom', 'nvme0n1'],
    ...['d', 'd0', 'd0p', 'dp0', 'd0p256', 'd1048576p0', 'D0p0', '2147483648', '0x', '08', '1a'],
  ])('%j', (name) => expect(parseVdev(name)).toBeNull());
});

it.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [27, 'ab'],
  [701, 'zz'],
  [702, 'aaa'],
])('disk %i has the letters %s', (disk, letters) => expect(diskLetters(disk)).toBe(letters));

it('reads back the letters of every disk', () => {
  const disks = Array.from({ length: 2000 }, (_, disk) => disk);
  expect(disks.map((disk) => parseVdev(`xvd${diskLetters(disk)}`)?.disk)).toEqual(disks);
});

it('never throws, and gives numbers that fit in 32 bits', () => {
  law(anyText, (name) => {
    const number = parseVdev(name)?.number ?? 0;
    expect(number).toBe(number | 0);
  });
});

describe('the name of a device number', () => {
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

  it('every name is that of the number that libxl gives it', () => {
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
});
