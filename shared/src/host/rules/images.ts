/** Images that are not what the disk says. Facts: the specifications of the formats; libxl__device_disk_string_of_format. */

import { editIn, fixWith } from '../../edits/stringEdits.ts';
import { type DiskFormat, specWithFormat } from '../../model/disks.ts';
import type { DiskReference } from '../references.ts';
import type { HostView } from '../view.ts';
import { findEach, type HostRule, NOT_STARTED, named } from './hostRule.ts';

interface ImageFormat {
  readonly name: string;
  /** What xl calls it; null where no version of xl reads it. */
  readonly format: DiskFormat | null;
  /** Bytes at an offset from the start. */
  readonly signature: readonly [offset: number, text: string];
}

const SECTOR = 512;

/** The first that fits counts. A fixed VHD is raw data with a footer, and is not among them. */
const FORMATS: readonly ImageFormat[] = [
  { name: 'a qcow image', format: 'qcow', signature: [0, 'QFI\xfb\0\0\0\x01'] },
  { name: 'a qcow2 image', format: 'qcow2', signature: [0, 'QFI\xfb'] },
  { name: 'a QED image', format: 'qed', signature: [0, 'QED\0'] },
  { name: 'a VHD image', format: 'vhd', signature: [0, 'conectix'] },
  { name: 'a VHDX image', format: null, signature: [0, 'vhdxfile'] },
  { name: 'a VMDK image', format: null, signature: [0, 'KDMV'] },
  { name: 'a VMDK image', format: null, signature: [0, 'COWD'] },
  { name: 'a VMDK descriptor', format: null, signature: [0, '# Disk DescriptorFile'] },
  { name: 'a VDI image', format: null, signature: [0x40, '\x7f\x10\xda\xbe'] },
];

/** The volume descriptor of ISO 9660. */
const ISO_SIGNATURE = [16 * 2048 + 1, 'CD001'] as const;

type Format = Pick<ImageFormat, 'name' | 'format'>;

const ISO: Format = { name: 'an ISO 9660 image', format: 'raw' };
const RAW: Format = { name: 'not a container', format: 'raw' };

/** What the first bytes of a regular file say; undefined for anything else. */
async function formatOf(host: HostView, path: string): Promise<Format | undefined> {
  const { path: real, found } = await host.find(path);
  // Files of the kernel may wait for something to happen.
  if (typeof found === 'string' || found.kind !== 'file' || /^\/(?:proc|sys|dev)\//.test(real))
    return undefined;
  if (found.size < SECTOR) return undefined;
  const start = await host.bytes(path, 0, SECTOR);
  if (start === undefined) return undefined;
  const known = FORMATS.find(({ signature: [offset, text] }) => start.startsWith(text, offset));
  if (known) return known;
  const [offset, text] = ISO_SIGNATURE;
  if ((await host.bytes(path, offset, text.length)) === text) return ISO;
  const isFixedVhd = (await host.bytes(path, found.size - SECTOR, 8)) === 'conectix';
  return isFixedVhd ? { name: 'a fixed VHD image', format: 'vhd' } : RAW;
}

/** The effect of a format that is not that of the image, to complete "the disk has the format raw: ...". */
const effectOf = (declared: DiskFormat): string =>
  declared === 'raw' ? 'the guest sees the container instead of the disk in it' : NOT_STARTED;

/** The message; undefined where the image is what the disk says. */
function messageOf({ text, disk }: DiskReference, { name, format }: Format): string | undefined {
  const { is_cdrom, readwrite, format: given } = disk.spec.fields;
  const declared = given === 'unknown' ? 'raw' : given;
  const path = named(text);
  if (name === ISO.name && declared === 'raw') {
    return is_cdrom || !readwrite
      ? undefined
      : `${path} is ${name}, but the guest gets it as a hard disk that it may write to. Use ${named('ro')} and ${named('cdrom')}.`;
  }
  // The footer of a fixed VHD is only a few bytes behind the data.
  if (name === 'a fixed VHD image' && declared === 'raw') return undefined;
  if (format === declared || declared === 'empty') return undefined;
  const is = format === 'raw' && name === RAW.name ? `is not ${withArticle(declared)} image` : `is ${name}`;
  const cure =
    format === null
      ? `xl cannot read this format: convert it with qemu-img convert -O raw.`
      : `Use the format ${named(format)}.`;
  return `${path} ${is}, but the disk has the format ${named(declared)}: ${effectOf(declared)}. ${cure}`;
}

const withArticle = (format: DiskFormat): string =>
  `a ${format === 'qcow2' || format === 'qcow' ? format : format.toUpperCase()}`;

export const imageFormat: HostRule = {
  code: 'host-image-format',
  source: 'libxl_device.c:libxl__device_disk_string_of_format',
  severity: 'warning',
  summary: 'An image on this host in another format than the disk says.',
  details:
    'The first bytes of an image tell what it is: qcow, qcow2, QED, VHD, VHDX, VMDK, VDI or ISO 9660. xl believes the ' +
    'file instead, and without a format takes the image as `raw`: the guest then sees the container. VHDX, VMDK and VDI ' +
    'must be converted: `qemu-img convert -O raw`. Only regular files are read, never devices.',
  check: ({ references, host }) =>
    findEach(references.disks, async (reference) => {
      const { disk, text, span, scope } = reference;
      const found = await formatOf(host, text);
      const message = found && messageOf(reference, found);
      if (!found || message === undefined) return undefined;
      const spec =
        found.format === null || found.name === ISO.name
          ? null
          : specWithFormat(disk.spec, found.format, references.values.xenVersion);
      const whole = { start: 0, end: disk.node.content.text.length };
      const fixes =
        spec === null ? [] : fixWith(`Set the format to ${found.format}`, editIn(disk.node, whole, spec));
      return { span, scope, message, fixes };
    }),
};
