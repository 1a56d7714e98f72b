/** Disks that QEMU cannot emulate for an HVM guest. Facts: libxl__build_device_model_args_new in libxl_dm.c. */

import type { Fix } from '../../edits/edit.ts';
import {
  acceptsReadOnly,
  CDROM_DRIVES,
  CONTROLLER_DISKS,
  type DiskController,
  diskLetters,
  disksOf,
  emulationOf,
  type GuestDisk,
  parseVdev,
  startsWithCdrom,
  type Vdev,
  withoutReadOnlySince,
} from '../../model/disks.ts';
import { deviceModelOf, diskControllerOf, hasStubDomain } from '../../model/machine.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { disksWith } from './conditions.ts';
import { diskRule, vdevSpan } from './diskRule.ts';
import { spanInFile } from './specEdits.ts';
import { addField, changePart, fixesThat, freeDisks, partsWith, servedFixes } from './trials.ts';

/** The vdev of a disk of an HVM guest; null where xl rejects the disk. */
const emulatedVdev = ({ spec }: GuestDisk, { guest }: RuleContext): Vdev | null =>
  guest.type === 'hvm' && spec.faults.length === 0 ? parseVdev(spec.fields.vdev ?? '') : null;

const CONTROLLERS: Readonly<Record<DiskController, string>> = { ide: 'IDE', ahci: 'AHCI' };

/** Why libxl rejects the disk because it is read-only, as far as QEMU gets it; null where it accepts it. */
export function readOnlyFault(
  disk: GuestDisk,
  context: RuleContext,
): Required<Pick<Finding, 'stage' | 'severity' | 'message'>> | null {
  const { readwrite, is_cdrom: isCdrom, backend_domname: domain, script } = disk.spec.fields;
  const vdev = readwrite || isCdrom ? null : emulatedVdev(disk, context);
  if (!vdev || deviceModelOf(context.values) !== 'qemu-xen') return null;
  const controller = diskControllerOf(context.values);
  const { xenVersion } = context.settings;
  if (acceptsReadOnly(emulationOf(vdev, false, controller), xenVersion)) return null;
  const release = withoutReadOnlySince(xenVersion);
  if (release !== undefined)
    return {
      stage: 'build',
      severity: 'error',
      message: `On HVM this version of Xen supports no read-only disks except CD-ROM drives, since ${release}: \`xl create\` fails. Add \`cdrom\`, or use \`rw\`.`,
    };
  // QEMU gets no disk that another domain serves.
  if (domain !== null && !hasStubDomain(context.values)) return null;
  const first = `xvd${diskLetters(CONTROLLER_DISKS[controller])}`;
  return {
    stage: 'build',
    // The script tells where the disk is.
    severity: script === null || hasStubDomain(context.values) ? 'error' : 'warning',
    message: `QEMU does not support read-only ${CONTROLLERS[controller]} disks: \`xl create\` fails. Add \`cdrom\`, or use \`sda\`, or \`${first}\` or later for paravirtual drivers.`,
  };
}

/** A drive, another vdev that may be read-only, or write access. */
function writableFixes(disk: GuestDisk, context: RuleContext): readonly Fix[] {
  const accesses = partsWith(disk.spec, 'access');
  const first = CONTROLLER_DISKS[diskControllerOf(context.values)];
  const taken = new Set(disksOf(context.specs).map(({ spec }) => parseVdev(spec.fields.vdev ?? '')?.disk));
  const free = ['sda', `xvd${diskLetters(first)}`].filter((vdev) => !taken.has(parseVdev(vdev)?.disk));
  const changes = [
    addField(disk, 'cdrom'),
    ...free.map((vdev) => changePart(disk, vdevSpan(disk), vdev)),
    ...accesses.slice(-1).map(({ valueSpan }) => changePart(disk, valueSpan, 'rw')),
  ];
  return servedFixes(
    disk,
    () => changes,
    context,
    (spec) => {
      const changed = { ...disk, spec };
      return readOnlyFault(changed, context) === null && isEmulated(changed, context);
    },
  );
}

/** Whether QEMU has a place for the disk, if it is a CD-ROM drive. */
const isEmulated = (disk: GuestDisk, context: RuleContext): boolean => {
  const vdev = emulatedVdev(disk, context);
  return !disk.spec.fields.is_cdrom || (vdev !== null && emulationOf(vdev, true, 'ide').kind === 'cdrom');
};

const readOnlyDisk = diskRule(
  'readOnlyDisk',
  {
    code: 'disk-read-only-hvm',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'error',
    summary:
      'A read-only disk, not a CD-ROM drive, among the first four of an HVM guest, or the first six with AHCI.',
    details:
      'QEMU has no read-only IDE and AHCI disks, and `xl create` fails: "qemu-xen doesn\'t support ' +
      'read-only IDE disk drivers". Make it a CD-ROM drive, a SCSI disk (`sda`), or one that only the drivers for Xen see ' +
      '(`xvde` and on; with `hdtype = "ahci"` it is `xvdg` and on). In 4.6, from 4.4.4 and from 4.5.2 on libxl accepts no ' +
      'read-only disk at all but a CD-ROM drive.',
  },
  function* (disk, context) {
    const fault = readOnlyFault(disk, context);
    // Firmware does not belong there, whoever may write to it.
    if (fault && !disksWith('firmwareImage', context).includes(disk))
      yield { span: spanInFile(disk, vdevSpan(disk)), ...fault, fixes: writableFixes(disk, context) };
  },
);

const cdromPosition = diskRule(
  'cdrom',
  {
    code: 'disk-cdrom-place',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    severity: 'warning',
    summary: 'A CD-ROM drive of an HVM guest that is not among its first four disks.',
    details:
      'QEMU emulates CD-ROM drives as `hda` to `hdd` alone. Further on only drivers for Xen see the drive, so that the ' +
      'guest cannot boot from it, and an installer does not find it. libxl asks QEMU for a fifth drive all the same, and ' +
      'before 4.14 for any; QEMU does not start then.',
  },
  function* (disk, context) {
    const vdev = emulatedVdev(disk, context);
    if (vdev?.disk === undefined || emulationOf(vdev, true, 'ide').kind === 'cdrom') return;
    const starts =
      deviceModelOf(context.values) !== 'qemu-xen' || startsWithCdrom(vdev.disk, context.settings.xenVersion);
    yield {
      span: spanInFile(disk, vdevSpan(disk)),
      fixes: fixesThat(
        disk,
        () => freeDisks(context, true).map((vdev) => changePart(disk, vdevSpan(disk), vdev)),
        context,
        (spec) => isEmulated({ ...disk, spec }, context),
      ).slice(0, 1),
      message: starts
        ? 'Only hda to hdd are emulated as CD-ROM drives: the firmware and installers do not see this one. Use `hdc` or the like.'
        : `QEMU has only ${CDROM_DRIVES} IDE drives, hda to hdd, and libxl asks it for another one: the guest does not start. Use \`hdc\` or the like.`,
    };
  },
);

export const emulationRules: readonly Rule[] = [readOnlyDisk, cdromPosition];
