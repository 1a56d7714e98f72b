/**
 * The deprecated prefixes in front of a target. Facts: libxlu_disk_l.l of 4.2 to 4.22 for today, parse_disk_config in
 * xl_cmdimpl.c of 4.1 and the disk document of 2011 for the history.
 */
import type { DiskPrefixSchema } from './shape.ts';

const DROPPED =
  'xl takes the prefix off and forgets it. After it there is no place for a format: the vdev comes next.';
const BACKEND_TODAY = 'Which backend serves the disk is decided by its format; `backendtype=` forces one.';
const LOWER_CASE = 'Lower case only: in upper case it is no prefix, and the disk is refused.';

const details = (...sentences: readonly string[]): string => sentences.join(' ');

const blockDevices: readonly DiskPrefixSchema[] = [
  {
    name: 'phy',
    group: 'blockDevice',
    since: '4.1',
    summary: 'Meant: the target is a block device. Dropped today.',
    details: details(DROPPED, BACKEND_TODAY, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/dev/vg/guest,raw,xvda,rw`',
    history: 'blkback in the kernel of the host, always; without it the disk failed.',
  },
  {
    name: 'file',
    group: 'blockDevice',
    since: '4.1',
    summary: 'Meant: the target is an image file. Dropped today.',
    details: details(DROPPED, BACKEND_TODAY, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history: 'tapdisk2 for raw, or QEMU where there was none; for vhd tapdisk2 only.',
  },
  {
    name: 'tap',
    group: 'blockDevice',
    since: '4.1',
    summary: 'Meant: serve the target by blktap. Dropped today, and no reason to use blktap.',
    details: details(DROPPED, BACKEND_TODAY, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history: 'tapdisk2 for raw and vhd, QEMU for qcow and qcow2. The same as `tap2:`.',
  },
  {
    name: 'tap2',
    group: 'blockDevice',
    since: '4.1',
    summary: 'Meant: serve the target by blktap2. Dropped today, and no reason to use blktap.',
    details: details(DROPPED, BACKEND_TODAY, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history: 'tapdisk2 for raw and vhd, QEMU for qcow and qcow2. The same as `tap:`.',
  },
];

const accesses: readonly DiskPrefixSchema[] = [
  {
    name: 'aio',
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
    group: 'access',
    since: '4.2',
    summary: 'Meant: the way blktap serves the file. Dropped today.',
    details: details(DROPPED, LOWER_CASE),
    instead: 'the target alone, with its format in second place: `/srv/guest.img,raw,xvda,rw`',
    history:
      'Stood between `tap:` and the format, as in `tap2:tapdisk:aio:/path`; chose how the backend was implemented.',
  },
  {
    name: 'ioemu',
    group: 'access',
    since: '4.2',
    summary: 'Meant: let QEMU emulate the disk. Dropped today, in front of the target and of the vdev.',
    details: details(
      DROPPED,
      'An hvm guest gets an emulated disk for each hd and sd device anyway.',
      LOWER_CASE,
    ),
    instead: 'nothing in its place: `/srv/guest.img,raw,hda,rw`',
    history: 'Chose QEMU; xend wanted it in front of the vdev, as in `phy:/dev/x,ioemu:hda,w`.',
  },
];

const formatHistory =
  'Listed as the format, part of the proper syntax then; the xl of 4.1 read it behind `tap:` only.';

const formats: readonly DiskPrefixSchema[] = [
  {
    name: 'raw',
    group: 'format',
    field: 'format',
    since: '4.2',
    summary: 'Says that the target is raw; the same as format=raw.',
    details: details('Another format beside it is refused ("format respecified").', LOWER_CASE),
    instead: '`format=raw`, or `raw` in second place: `/srv/guest.img,raw,xvda,rw`',
    history: `${formatHistory} tapdisk2, or QEMU where there was none.`,
  },
  {
    name: 'qcow',
    group: 'format',
    field: 'format',
    since: '4.2',
    summary: 'Says that the target is a qcow image; the same as format=qcow.',
    details: details('Another format beside it is refused ("format respecified").', LOWER_CASE),
    instead: '`format=qcow`, or `qcow` in second place: `/srv/guest.qcow,qcow,xvda,rw`',
    history: `${formatHistory} QEMU, as tapdisk2 did not work with it.`,
  },
  {
    name: 'qcow2',
    group: 'format',
    field: 'format',
    since: '4.2',
    summary: 'Says that the target is a qcow2 image; the same as format=qcow2.',
    details: details('Another format beside it is refused ("format respecified").', LOWER_CASE),
    instead: '`format=qcow2`, or `qcow2` in second place: `/srv/guest.qcow2,qcow2,xvda,rw`',
    history: `${formatHistory} QEMU, as tapdisk2 did not work with it.`,
  },
  {
    name: 'vhd',
    group: 'format',
    field: 'format',
    since: '4.2',
    summary: 'Says that the target is a vhd image; the same as format=vhd.',
    details: details('Another format beside it is refused ("format respecified").', LOWER_CASE),
    instead: '`format=vhd`, or `vhd` in second place: `/srv/guest.vhd,vhd,xvda,rw`',
    history: `${formatHistory} tapdisk2 only, as QEMU could not read it then; without tapdisk2 the disk failed.`,
  },
];

const scriptPrefix = (name: string, what: string, history: string): DiskPrefixSchema => ({
  name,
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
  scriptPrefix('drbd', 'which attaches a DRBD resource', LATER),
];

export const DISK_PREFIXES: readonly DiskPrefixSchema[] = [
  ...blockDevices,
  ...accesses,
  ...formats,
  ...scripts,
];
