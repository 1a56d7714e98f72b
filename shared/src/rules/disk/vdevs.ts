/** What libxl makes of a disk that the parser accepts: its name in the guest, and its backend. */

import { fixWith } from '../../edits/stringEdits.ts';
import {
  type BackendChoice,
  chooseBackend,
  disksOf,
  type Emulation,
  emulationOf,
  type GuestDisk,
  parseVdev,
  type Vdev,
} from '../../model/disks.ts';
import { deviceModelOf, diskControllerOf } from '../../model/machine.ts';
import { type Span, spanOf } from '../../span.ts';
import { quoted } from '../../text/sentences.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';
import { disksOnSameDevice, disksWith } from './conditions.ts';
import { diskRule, vdevSpan } from './diskRule.ts';
import { editPart, spanInFile } from './specEdits.ts';

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
      'The spec itself is taken, but the guest is not created: "Invalid or unsupported virtual disk identifier". A vdev ' +
      'is `xvda` to `xvdz` and on, `hda` to `hdd`, `sda` to `sdp`, with a partition number after it or without; or ' +
      '`d0p1`; or a device number. Blanks around it belong to the name.',
  },
  function* (disk) {
    const name = disk.spec.fields.vdev;
    if (!isAccepted(disk) || name === null) return;
    const place = vdevSpan(disk);
    if (name === '') {
      yield {
        span: spanInFile(disk, place),
        severity: 'warning',
        message:
          'The vdev is empty: xl takes it for the device number 0. Write the name of the disk, such as xvda.',
      };
      return;
    }
    const suggestion = suggestVdev(name);
    yield {
      span: spanInFile(disk, place),
      stage: 'build',
      message: `${quoted(name)} is not the name of a virtual disk: xl create fails. Write xvda, hda, sda or the like${suggestion ? `; did you mean ${suggestion}?` : '.'}`,
      fixes: suggestion
        ? fixWith(`Change to ${suggestion}`, editPart(disk, place, suggestion), { preferred: true })
        : [],
    };
  },
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
    'a CD-ROM drive `hdc` stands where `xvdc` does: it does not start with two in one position.',
  *check(context) {
    yield* sharedPositions(context);
    for (const { disk, first: earlier } of disksOnSameDevice(context)) {
      yield {
        span: spanInFile(disk, vdevSpan(disk)),
        message: `Another disk is ${quoted(earlier.spec.fields.vdev ?? '')} already: the guest fails to start. Give this disk another vdev.`,
        related: [{ span: spanInFile(earlier, vdevSpan(earlier)), message: 'The disk that has it first.' }],
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
      message: `QEMU emulates ${names.join(' and ')} as the same ${position}: the guest does not start. Give this disk another vdev.`,
      related: [
        { span: spanInFile(first.disk, vdevSpan(first.disk)), message: 'The disk that has it first.' },
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
        message: `This is a partition of ${quoted(whole.spec.fields.vdev ?? '')}, which is also a disk of this guest: what the guest sees depends on its drivers. Use another letter for one of them.`,
        related: [{ span: spanInFile(whole, vdevSpan(whole)), message: 'The whole disk.' }],
      };
    }
  },
};

type BackendRejection = Extract<BackendChoice, { kind: 'refused' }>;

/**
 * Why libxl rejects the disk, if it is for one of the reasons. libxl chooses the backend before it looks at the vdev, and with
 * a bootloader it never gets to the vdev.
 */
function rejectionOf(
  disk: GuestDisk,
  { guest, settings }: RuleContext,
  reasons: readonly BackendRejection['reason'][],
): BackendRejection | null {
  if (!isAccepted(disk)) return null;
  const choice = chooseBackend(disk.spec.fields, guest.type, settings.xenVersion);
  return choice.kind === 'refused' && reasons.includes(choice.reason) ? choice : null;
}

const itemSpan = ({ node }: GuestDisk): Span => spanOf(node);

const EMPTY_DISK_MESSAGES: Partial<Record<BackendRejection['reason'], string>> = {
  'empty-no-cdrom': 'Only a CD-ROM drive can be empty: xl create fails. Add cdrom, or name another format.',
  'empty-with-target':
    'An empty drive cannot have a target: xl create fails. Remove the target, or write format=raw.',
  'empty-target':
    'The target is empty, and there is no file of that name: xl create fails. Write the device or file of the disk.',
};

const emptyDisk = diskRule(
  'withoutBackend',
  {
    code: 'vdev-empty',
    source: 'libxl_device.c:libxl__device_disk_set_backend',
    isAfterParsing: true,
    severity: 'error',
    summary: 'An empty disk that is not a CD-ROM drive, an empty drive with a target, or an empty target.',
    details:
      'The parser takes the spec, but libxl rejects it when the guest is created: "Disk vdev=xvda is empty but not ' +
      'cdrom". `format=empty` is for drives without a medium.',
  },
  function* (disk, context) {
    const found = rejectionOf(disk, context, ['empty-no-cdrom', 'empty-with-target', 'empty-target']);
    if (!found) return;
    yield {
      span: itemSpan(disk),
      stage: 'setup',
      message: EMPTY_DISK_MESSAGES[found.reason] ?? '',
    };
  },
);

const noBackend = diskRule(
  'withoutBackend',
  {
    code: 'vdev-no-backend',
    source: 'libxl_device.c:disk_try_backend,libxl__device_disk_set_backend',
    isAfterParsing: true,
    severity: 'error',
    summary: 'A disk that no backend can serve.',
    details:
      'The parser takes the spec, but libxl finds no backend for it and creates no guest ("no suitable backend"). ' +
      'phy serves raw targets alone, and scripts; qdisk serves all formats and no scripts; standalone serves ' +
      '`specification=virtio`. Leave `backendtype` out and xl takes the first that fits.',
  },
  function* (disk, context) {
    const found = rejectionOf(disk, context, ['cdrom-backend', 'none-suitable']);
    if (!found) return;
    const part = disk.spec.tree.find((one) => one.kind === 'parameter' && one.name === 'backendtype');
    const why = found.tried.map(({ backend, because }) => `${backend} ${because}`).join(', ');
    yield {
      span: part ? spanInFile(disk, part) : itemSpan(disk),
      stage: 'setup',
      message:
        found.reason === 'cdrom-backend'
          ? 'The CD-ROM drive of an HVM guest cannot have this backend: xl create fails. Remove backendtype.'
          : `No backend can serve this disk: xl create fails (${why}). ${part ? 'Remove backendtype, or change the format.' : 'Change the format, or remove what does not go with it.'}`,
    };
  },
);

export const vdevRules: readonly Rule[] = [unknownVdev, duplicateVdev, overlappingVdev, emptyDisk, noBackend];
