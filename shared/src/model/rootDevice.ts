/**
 * The root file system that the kernel is told of, and the disks that a Linux guest sees. Facts: parse_cmdline of
 * xl_parse.c, xlvbd_alloc_gendisk of Linux's xen-blkfront, xen-vbd-interface(7).
 */

import type { GuestType } from '../schema/types.ts';
import type { Span } from '../span.ts';
import { diskLetters, disksOf, parseVdev } from './disks.ts';
import type { GuestSpecs } from './guestSpecs.ts';
import type { OptionValues } from './optionValues.ts';

/** The device that a kernel is told to use as root, and where the file says so. */
export interface RootDevice {
  readonly option: 'cmdline' | 'root' | 'extra';
  /** Without `/dev/`: `xvda1`. */
  readonly name: string;
  /** The name in the text of the option. */
  readonly span: Span;
}

/** `root=/dev/xvda1`, the last one of several; other forms, such as `UUID=` and the paths of LVM, are no disk's names. */
const ROOT_WORD =
  /(?:^|\s)root=\/dev\/([A-Za-z]+[0-9]*|nvme[0-9]+n[0-9]+(?:p[0-9]+)?|mmcblk[0-9]+(?:p[0-9]+)?)(?=\s|$)/g;
const ANY_ROOT_WORD = /(?:^|\s)root=/g;

/** The last `root=` of a text, or null where it is absent, or not a name right below `/dev`. */
function lastRoot(text: string): { readonly name: string; readonly span: Span } | null {
  const last = [...text.matchAll(ROOT_WORD)].at(-1);
  if (last === undefined || [...text.matchAll(ANY_ROOT_WORD)].at(-1)?.index !== last.index) return null;
  const [match, name = ''] = last;
  const end = last.index + match.length;
  return { name, span: { start: end - name.length, end } };
}

/** The root device of the command line that xl puts together; null where there is none that can be compared with disks. */
export function rootDeviceOf(values: OptionValues): RootDevice | null {
  const cmdline = values.since('4.5') ? values.text('cmdline') : null;
  if (cmdline !== null) {
    const root = lastRoot(cmdline);
    return root && { option: 'cmdline', ...root };
  }
  const extra = values.text('extra') ?? '';
  const inExtra = lastRoot(extra);
  if (inExtra) return { option: 'extra', ...inExtra };
  // xl writes `root=` before the value, and Linux takes the last one.
  const [, start = '', name] =
    /^(\s*\/dev\/)([A-Za-z]+[0-9]*|nvme[0-9]+n[0-9]+(?:p[0-9]+)?|mmcblk[0-9]+(?:p[0-9]+)?)(?:\s|$)/.exec(
      values.text('root') ?? '',
    ) ?? [];
  if (name === undefined || /(?:^|\s)root=/.test(extra)) return null;
  return { option: 'root', name, span: { start: start.length, end: start.length + name.length } };
}

/** A disk as Linux may name it. */
export interface DiskName {
  /** The usual name, for a message: `xvda`, `xvda1`, `vda`. */
  readonly name: string;
  /** All names that it may have, by kernel; without the number of the partition. */
  readonly names: readonly string[];
  /** 0: the whole disk, whose partitions have their own numbers. */
  readonly partition: number;
}

/** How far after `xvda` kernels before 2.6.37 begin to count the disks that are `sda` and so on. */
const SCSI_OFFSET = 4;

/** The names of the guest's disks; null where one cannot be told. */
export function diskNamesOf(specs: GuestSpecs, guestType: GuestType): readonly DiskName[] | null {
  const disks: DiskName[] = [];
  let virtio = 0;
  for (const { spec } of disksOf(specs)) {
    const { vdev: written, specification } = spec.fields;
    const vdev = spec.faults.length === 0 && written ? parseVdev(written) : null;
    if (vdev?.disk === undefined || vdev.disk < 0) return null;
    const letters = diskLetters(vdev.disk);
    const partition = vdev.partition ?? 0;
    if (specification === 'virtio') {
      const name = `vd${diskLetters(virtio++)}`;
      disks.push({ name, names: [name], partition: 0 });
      continue;
    }
    const names = [`xvd${letters}`, `hd${letters}`];
    if (vdev.scheme === 'sd') names.push(`sd${letters}`, `xvd${diskLetters(vdev.disk + SCSI_OFFSET)}`);
    // Without drivers for Xen, it is the emulated disk.
    else if (guestType === 'hvm') names.push(`sd${letters}`);
    const name = `${vdev.scheme === 'sd' ? 'sd' : 'xvd'}${letters}${partition || ''}`;
    disks.push({ name, names, partition });
  }
  return disks;
}

const NAME = /^([a-z]+?)([0-9]*)$/;

/** Whether a name such as `xvda1` may be the disk or a partition of it. */
export function mayBe(name: string, { names, partition }: DiskName): boolean {
  const [, letters = '', number = ''] = NAME.exec(name) ?? [];
  return names.includes(letters) && (partition === 0 || number === String(partition));
}
