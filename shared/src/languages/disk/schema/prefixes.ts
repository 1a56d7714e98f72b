/**
 * The deprecated prefixes in front of a target. Facts: libxlu_disk_l.l of 4.2 to 4.22 for today, parse_disk_config in
 * xl_cmdimpl.c of 4.1 and the disk document of 2011 for the history.
 */
import type { DiskPrefixSchema } from './shape.ts';

/** The prefixes that today's xl knows. */
const SOURCE = 'libxlu_disk_l.l';

const DROPPED =
  'xl takes the prefix off and forgets it. After it there is no place for a format: the vdev comes next.';
const BACKEND_TODAY = 'Which backend serves the disk is decided by its format; `backendtype=` forces one.';
const LOWER_CASE = 'Lowercase only: in uppercase it is not a prefix, and the disk is rejected.';

const details = (...sentences: readonly string[]): string => sentences.join(' ');

const blockDevice = (name: string, meant: string, file: string, history: string): DiskPrefixSchema => ({
  name,
  source: SOURCE,
  group: 'blockDevice',
  since: '4.1',
  summary: `Meant: ${meant}.`,
  details: details(DROPPED, BACKEND_TODAY, LOWER_CASE),
  instead: `the target alone, with its format in second place: \`${file},raw,xvda,rw\``,
  history,
});

const blktap = (name: string, version: string, other: string): DiskPrefixSchema =>
  blockDevice(
    name,
    `serve the target by ${version}. Dropped today, and no reason to use blktap`,
    '/srv/guest.img',
    `tapdisk2 for raw and vhd, QEMU for qcow and qcow2. The same as \`${other}:\`.`,
  );

const blockDevices: readonly DiskPrefixSchema[] = [
  blockDevice(
    'phy',
    'the target is a block device. Dropped today',
    '/dev/vg/guest',
    'blkback in the kernel of the host, always; without it the disk failed.',
  ),
  blockDevice(
    'file',
    'the target is an image file. Dropped today',
    '/srv/guest.img',
    'tapdisk2 for raw, or QEMU where there was none; for vhd tapdisk2 only.',
  ),
  blktap('tap', 'blktap', 'tap2'),
  blktap('tap2', 'blktap2', 'tap'),
];

const accesses: readonly DiskPrefixSchema[] = [
  {
    name: 'aio',
    source: SOURCE,
    group: 'access',
    since: '4.1',
    summary: 'Meant: the way blktap reads the file. Dropped today.',
    details: details(DROPPED, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history:
      'Stood between `tap:` and the format, as in `tap:aio:vhd:/path`; chose how the backend was implemented.',
  },
  {
    name: 'tapdisk',
    source: SOURCE,
    group: 'access',
    since: '4.2',
    summary: 'Meant: the way blktap serves the file. Dropped today.',
    details: details(DROPPED, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history:
      'Stood between `tap:` and the format, as in `tap2:tapdisk:aio:/path`; chose how the backend was implemented. The ' +
      'xl of 4.1 rejected it.',
  },
  {
    name: 'ioemu',
    source: SOURCE,
    group: 'access',
    since: '4.2',
    summary: 'Meant: let QEMU emulate the disk. Dropped today, before the target and before the vdev.',
    details: details(
      DROPPED,
      'An HVM guest gets an emulated disk for each hd and sd device anyway.',
      LOWER_CASE,
    ),
    instead: 'nothing in its place: `/srv/guest.img,raw,hda,rw`',
    history:
      'Chose QEMU; xend wanted it before the vdev, as in `phy:/dev/x,ioemu:hda,w`, where the xl of 4.1 skipped it.',
  },
];

const formatHistory =
  'Listed as the format, part of the proper syntax then; the xl of 4.1 read it after `tap:` only.';

const formatPrefix = (
  name: string,
  article: string,
  extension: string,
  history: string,
): DiskPrefixSchema => ({
  name,
  source: SOURCE,
  group: 'format',
  field: 'format',
  since: '4.2',
  summary: `Says that the target is ${article}; the same as format=${name}.`,
  details: details('Another format in addition is rejected ("format respecified").', LOWER_CASE),
  instead: `\`format=${name}\`, or \`${name}\` in second place: \`/srv/guest.${extension},${name},xvda,rw\``,
  history: `${formatHistory} ${history}`,
});

const NO_TAPDISK = 'QEMU, as tapdisk2 did not work with it.';

const formats: readonly DiskPrefixSchema[] = [
  formatPrefix('raw', 'raw', 'img', 'tapdisk2, or QEMU where there was none.'),
  formatPrefix('qcow', 'a qcow image', 'qcow', NO_TAPDISK),
  formatPrefix('qcow2', 'a qcow2 image', 'qcow2', NO_TAPDISK),
  formatPrefix(
    'vhd',
    'a vhd image',
    'vhd',
    'tapdisk2 only, as QEMU could not read it then; without tapdisk2 the disk failed.',
  ),
];

const scriptPrefix = (name: string, what: string, history: string): DiskPrefixSchema => ({
  name,
  source: `${SOURCE} docs/man/xl-disk-configuration.5.pod.in`,
  group: 'script',
  field: 'script',
  since: '4.2',
  summary: `Hands the target to the script block-${name}, ${what}; the same as script=block-${name}.`,
  details: details('After it there is no place for a format: the vdev comes next.', LOWER_CASE),
  instead: `\`script=block-${name}\`, with the target last: \`vdev=xvda, script=block-${name}, target=...\``,
  history,
});

const LATER = 'left for after 4.1, as all devices of other kinds; xend knew it.';

const scripts: readonly DiskPrefixSchema[] = [
  scriptPrefix('iscsi', 'which logs in to an iSCSI target', LATER),
  scriptPrefix('nbd', 'which attaches a network block device', LATER),
  scriptPrefix('enbd', 'which attaches an enhanced network block device', LATER),
  scriptPrefix('drbd', 'which comes with DRBD and attaches a resource of it', LATER),
];

export const DISK_PREFIXES: readonly DiskPrefixSchema[] = [
  ...blockDevices,
  ...accesses,
  ...formats,
  ...scripts,
];
