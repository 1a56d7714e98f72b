/** What libxl makes of the name in the guest of a disk that the parser accepts. */

import type { Fix } from '../../edits/edit.ts';
import { fixWith } from '../../edits/stringEdits.ts';
import {
  disksOf,
  type Emulation,
  emulationOf,
  type GuestDisk,
  parseVdev,
  type Vdev,
} from '../../model/disks.ts';
import { deviceModelOf, diskControllerOf } from '../../model/machine.ts';
import { quoted } from '../../text/sentences.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { disksOnSameDevice, disksWith } from './conditions.ts';
import { diskRule, vdevSpan } from './diskRule.ts';
import { editPart, spanInFile } from './specEdits.ts';
import { changePart, fixesThat, freeDisks } from './trials.ts';

const isAccepted = ({ spec }: GuestDisk): boolean => spec.faults.length === 0;

/** The vdev of a disk that the parser accepts, where libxl knows it. */
const vdevOf = (disk: GuestDisk): Vdev | null =>
  isAccepted(disk) && disk.spec.fields.vdev ? parseVdev(disk.spec.fields.vdev) : null;

const unknownVdev = diskRule(
  'invalidVdev',
  {
    code: 'vdev-unknown',
    source: 'libxl_device.c:libxl__device_disk_dev_number libxl_disk.c:libxl__device_from_disk',
    isAfterParsing: true,
    severity: 'error',
    summary: 'An unknown vdev.',
    details:
      'The string itself is accepted, but the guest is not created: "Invalid or unsupported virtual disk identifier". A vdev ' +
      'is `xvda` to `xvdz` and on, `hda` to `hdd`, `sda` to `sdp`, with a partition number after it or without; or ' +
      '`d0p1`; or a device number. Spaces around it belong to the name.',
  },
  function* (disk, context) {
    const name = disk.spec.fields.vdev;
    if (!isAccepted(disk) || name === null) return;
    const place = vdevSpan(disk);
    if (name === '') {
      yield {
        span: spanInFile(disk, place),
        severity: 'warning',
        message:
          'The vdev is empty: xl takes it for the device number 0. Use the name of the disk, such as `xvda`.',
        fixes: otherVdev(disk, context),
      };
      return;
    }
    const suggestion = suggestVdev(name);
    yield {
      span: spanInFile(disk, place),
      stage: 'build',
      message: `Invalid vdev ${quoted(name)}: \`xl create\` fails. ${suggestion ? `Did you mean \`${suggestion}\`?` : 'Use a name such as `xvda`, `hda` or `sda`.'}`,
      fixes: suggestion
        ? fixWith(`Change to ${suggestion}`, editPart(disk, place, suggestion), { preferred: true })
        : otherVdev(disk, context),
    };
  },
);

/** The next vdev that is free in the guest. */
const otherVdev = (disk: GuestDisk, context: RuleContext): readonly Fix[] =>
  fixesThat(
    disk,
    () =>
      freeDisks(context, disk.spec.fields.is_cdrom)
        .slice(0, 1)
        .map((vdev) => changePart(disk, vdevSpan(disk), vdev)),
    context,
    ({ faults }) => faults.length === 0,
  );

/** Spaces around a name, upper case, and the names of virtio disks are the usual mistakes. */
function suggestVdev(name: string): string | null {
  const trimmed = name
    .trim()
    .toLowerCase()
    .replace(/^\/dev\//, '');
  const candidates = [
    trimmed,
    trimmed.replace(/^vd/, 'xvd'),
    trimmed.replace(/^(xvd|hd|sd)([a-z]+)0+$/, '$1$2'),
  ];
  return (
    candidates.find((candidate) => candidate !== name && candidate !== '' && parseVdev(candidate)) ?? null
  );
}

const duplicateVdev: Rule = {
  code: 'vdev-duplicate',
  source: 'libxl_device.c:libxl__device_disk_dev_number libxl_disk.c:device_disk_add',
  isAfterParsing: true,
  severity: 'warning',
  summary: 'Two disks with the same vdev.',
  details:
    'xl accepts the file, and the guest fails when the second disk is added, because the device exists. Names count by ' +
    'their number: `xvda` and `d0p0` are the same device. For an HVM guest QEMU emulates `xvda` and `hda` as the same disk, and ' +
    'a CD-ROM drive `hdc` is in the position of `xvdc`: it does not start with two in one position.',
  *check(context) {
    yield* sharedPositions(context);
    for (const { disk, first: earlier } of disksOnSameDevice(context)) {
      yield {
        span: spanInFile(disk, vdevSpan(disk)),
        message: `Another disk is already ${quoted(earlier.spec.fields.vdev ?? '')}: the guest does not start. Use another vdev.`,
        fixes: otherVdev(disk, context),
        related: [
          { span: spanInFile(earlier, vdevSpan(earlier)), message: 'The first disk with this vdev.' },
        ],
      };
    }
  },
};

const BUSES: Readonly<Record<Exclude<Emulation['kind'], 'none'>, string>> = {
  ide: 'IDE',
  cdrom: 'IDE',
  ahci: 'AHCI',
  scsi: 'SCSI',
};

/**
 * The position on an emulated controller that QEMU is told to put the disk in; null where it emulates none, or where the
 * disk cannot be opened on the host. Partitions do not count, and qemu-xen-traditional looks for disks by itself.
 */
function positionOf({ spec }: GuestDisk, vdev: Vdev, { guest, values }: RuleContext): string | null {
  const { is_cdrom, script, backend_domname } = spec.fields;
  if (
    guest.type !== 'hvm' ||
    deviceModelOf(values) !== 'qemu-xen' ||
    script !== null ||
    backend_domname !== null
  )
    return null;
  const emulation = emulationOf(vdev, is_cdrom, diskControllerOf(values));
  return emulation.kind === 'none' ? null : `${BUSES[emulation.kind]} disk ${emulation.index + 1}`;
}

/** Disks of different vdevs in one position. */
function* sharedPositions(context: RuleContext): Generator<Finding> {
  const firsts = new Map<string, { readonly disk: GuestDisk; readonly vdev: Vdev }>();
  for (const disk of disksWith('emulated', context)) {
    const vdev = vdevOf(disk);
    const position = vdev && positionOf(disk, vdev, context);
    if (!vdev || position === null) continue;
    const first = firsts.get(position);
    if (!first) firsts.set(position, { disk, vdev });
    if (!first || first.vdev.number === vdev.number) continue;
    const names = [disk, first.disk].map(({ spec }) => quoted(spec.fields.vdev ?? ''));
    yield {
      span: spanInFile(disk, vdevSpan(disk)),
      message: `QEMU emulates ${names.join(' and ')} as the same ${position}: the guest does not start. Use another vdev.`,
      fixes: otherVdev(disk, context),
      related: [
        { span: spanInFile(first.disk, vdevSpan(first.disk)), message: 'The first disk with this vdev.' },
      ],
    };
  }
}

const overlappingVdev: Rule = {
  code: 'vdev-overlap',
  source: 'libxl_device.c:libxl__device_disk_dev_number',
  severity: 'warning',
  summary: 'A whole disk and a partition of the same disk.',
  details:
    'With `xvda` the guest sees a disk with the partitions that are on it; with `xvda1` a partition made up by the ' +
    'host. Both at once claim the same name, and what the guest sees depends on its drivers.',
  *check(context) {
    const partitions = disksWith('partition', context);
    if (partitions.length === 0) return;
    const wholes = new Map<string, GuestDisk>();
    const key = ({ scheme, disk }: Vdev): string => `${scheme === 'd' ? 'xvd' : scheme}:${disk}`;
    for (const disk of disksOf(context.specs)) {
      const vdev = vdevOf(disk);
      if (vdev?.partition === 0 && !wholes.has(key(vdev))) wholes.set(key(vdev), disk);
    }
    for (const disk of partitions) {
      const vdev = vdevOf(disk);
      const whole = vdev && wholes.get(key(vdev));
      // In one position the guest does not even start, which is reported as such.
      const position = whole && positionOf(whole, vdev, context);
      if (!whole || (position !== null && position === positionOf(disk, vdev, context))) continue;
      yield {
        span: spanInFile(disk, vdevSpan(disk)),
        message: `This is a partition of ${quoted(whole.spec.fields.vdev ?? '')}, which is also a disk of this guest: the result depends on the guest's drivers. Use another letter for one of them.`,
        fixes: otherVdev(disk, context),
        related: [{ span: spanInFile(whole, vdevSpan(whole)), message: 'The whole disk.' }],
      };
    }
  },
};

export const vdevRules: readonly Rule[] = [unknownVdev, duplicateVdev, overlappingVdev];
