/** What QEMU emulates of a disk. The real libxl of 4.14, 4.17 and 4.20 was asked about each with `hdtype`. */

import {
  acceptsReadOnly,
  CDROM_DRIVES,
  CDROM_ORDER,
  type DiskController,
  emulationOf,
  startsWithCdrom,
} from '@xlcfg/shared/src/languages/disk/emulation.ts';
import { parseVdev, type Vdev } from '@xlcfg/shared/src/languages/disk/vdev.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, it, test } from 'vitest';

const vdevOf = (name: string): Vdev => {
  const vdev = parseVdev(name);
  if (!vdev) throw new Error(`no vdev ${name}`);
  return vdev;
};

const shown = (vdev: string, isCdrom: boolean, controller: DiskController): string => {
  const emulation = emulationOf(vdevOf(vdev), isCdrom, controller);
  return emulation.kind === 'none' ? 'none' : `${emulation.kind} ${emulation.index}`;
};

describe('a disk on IDE, on AHCI, and a CD-ROM drive', () => {
  it.each([
    ['hda', 'ide 0', 'ahci 0', 'cdrom 0'],
    ['hdd1', 'ide 3', 'ahci 3', 'cdrom 3'],
    ['xvdd', 'ide 3', 'ahci 3', 'cdrom 3'],
    ['d3p0', 'ide 3', 'ahci 3', 'cdrom 3'],
    ['xvde', 'none', 'ahci 4', 'none'],
    ['xvdf', 'none', 'ahci 5', 'none'],
    ['xvdg', 'none', 'none', 'none'],
    ['sda', 'scsi 0', 'scsi 0', 'cdrom 0'],
    ['sdg', 'scsi 6', 'scsi 6', 'none'],
    ['51712', 'none', 'none', 'none'],
    // libxl reads no letter as the number -1 and passes it on.
    ['xvd', 'ide -1', 'ahci -1', 'cdrom -1'],
  ])('%s', (vdev, onIde, onAhci, drive) => {
    expect([shown(vdev, false, 'ide'), shown(vdev, false, 'ahci'), shown(vdev, true, 'ide')]).toEqual([
      onIde,
      onAhci,
      drive,
    ]);
  });

  test('the usual drives are all that there are', () => {
    expect(CDROM_ORDER.toSorted()).toEqual([...Array(CDROM_DRIVES).keys()]);
  });
});

describe('whether QEMU starts with a read-only disk', () => {
  it.each<[vdev: string, controller: DiskController, xenVersion: XenVersion, starts: boolean]>([
    ['hda', 'ide', '4.3', true],
    ['sda', 'ide', '4.4', false],
    ['xvde', 'ide', '4.6', false],
    ['hda', 'ide', '4.7', false],
    ['xvdd', 'ide', '4.20', false],
    ['xvde', 'ide', '4.20', true],
    ['xvdf', 'ahci', '4.20', false],
    ['xvdg', 'ahci', '4.20', true],
    ['sda', 'ide', '4.20', true],
  ])('%s on %s with Xen %s: %s', (vdev, controller, xenVersion, starts) => {
    expect(acceptsReadOnly(emulationOf(vdevOf(vdev), false, controller), xenVersion)).toBe(starts);
  });
});

describe('whether QEMU starts with a CD-ROM drive', () => {
  it.each<[vdev: string, xenVersion: XenVersion, starts: boolean]>([
    ['xvdd', '4.13', true],
    ['xvde', '4.13', false],
    ['xvdf', '4.13', false],
    ['xvde', '4.20', false],
    ['xvdf', '4.20', true],
  ])('%s with Xen %s: %s', (vdev, xenVersion, starts) => {
    expect(startsWithCdrom(vdevOf(vdev).disk ?? -1, xenVersion)).toBe(starts);
  });
});
