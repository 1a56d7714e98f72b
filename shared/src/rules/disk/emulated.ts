/** What QEMU can emulate for an hvm guest (libxl__build_device_model_args_new in libxl_dm.c). */

import { parseVdev } from '../../languages/disk/vdev.ts';
import type { GuestDisk } from '../../model/disks.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { diskRule, vdevPlace } from './diskRule.ts';
import { placeOf } from './place.ts';

/** The number of the disk of an hvm guest that QEMU is asked to emulate, and whether as a SCSI disk; else undefined. */
function emulated({ spec }: GuestDisk, { guest }: RuleContext): { index: number; scsi: boolean } | undefined {
  if (guest.type !== 'hvm' || spec.faults.length > 0) return undefined;
  const vdev = parseVdev(spec.fields.vdev ?? '');
  return vdev?.disk === undefined ? undefined : { index: vdev.disk, scsi: vdev.scheme === 'sd' };
}

const readOnlyDisk = diskRule(
  'readOnlyDisk',
  {
    code: 'disk-read-only-hvm',
    severity: 'warning',
    summary: 'A read-only disk, no CD-ROM drive, among the first four of an hvm guest.',
    details:
      'QEMU has no read-only IDE disks, and libxl gives up when it starts QEMU: "qemu-xen doesn\'t support read-only IDE ' +
      'disk drivers". Make it a CD-ROM drive, a SCSI disk (`sda`), or one that only the drivers for Xen see (`xvde` and on).',
  },
  function* (disk, context) {
    const place = emulated(disk, context);
    if (!place || place.scsi || place.index > 3) return;
    if (!atLeast(context.settings.xenVersion, '4.7')) return;
    yield {
      span: placeOf(disk, vdevPlace(disk)),
      message:
        'QEMU has no read-only IDE disks: the guest does not start. Add cdrom, or use sda, or xvde and on for drivers of Xen.',
    };
  },
);

const hiddenCdrom = diskRule(
  'cdrom',
  {
    code: 'disk-cdrom-place',
    severity: 'warning',
    summary: 'A CD-ROM drive of an hvm guest that is none of its first four disks.',
    details:
      'QEMU emulates CD-ROM drives as `hda` to `hdd` alone. Further on only drivers for Xen see the drive, so that the ' +
      'guest cannot boot from it, and an installer does not find it.',
  },
  function* (disk, context) {
    const place = emulated(disk, context);
    if (!place || place.index <= 3) return;
    yield {
      span: placeOf(disk, vdevPlace(disk)),
      message:
        'Only hda to hdd are emulated as CD-ROM drives: the firmware and installers do not see this one. Write hdc or the like.',
    };
  },
);

export const emulationRules: readonly Rule[] = [readOnlyDisk, hiddenCdrom];
