/**
 * The parameters that must be named, and the flags. Facts: libxlu_disk_l.l, libxlu_disk.c, libxl_disk.c,
 * libxl_device.c and xl-disk-configuration(5) of Xen 4.2 to 4.22; history: the disk document of 2011.
 */
import { inParagraphs, onOff, type ParameterEntry } from '../../../schema/types.ts';
import type { DiskFieldName } from '../fields.ts';
import { type DiskParameterSchema, diskParameters } from './shape.ts';

const COLO_EXAMPLE =
  "disk = [ '/srv/web1.qcow2,qcow2,xvda,rw,colo,colo-host=192.0.2.7,colo-port=9999,colo-export=web1," +
  "active-disk=/srv/web1-active.qcow2,hidden-disk=/srv/web1-hidden.qcow2' ]";

const devices = diskParameters('4.2', 'libxlu_disk_l.l', [
  {
    name: 'cdrom',
    source: 'libxl_dm.c:libxl__build_device_model_args_new',
    field: 'is_cdrom',
    sets: true,
    summary: 'Makes the device a CD-ROM drive; short for devtype=cdrom.',
    details:
      'The drive is read-only and removable. Without a target it is empty, and `xl cd-insert` puts a medium in later. ' +
      'An HVM guest sees an emulated drive only as one of the first four devices; `hdc` is the habit. With a fifth ' +
      '(`xvde`) QEMU does not start.',
    example: "disk = [ '/srv/install.iso,raw,hdc,ro,cdrom' ]",
    deprecatedForms: '`:cdrom` after the vdev.',
  },
  {
    name: 'devtype',
    field: 'is_cdrom',
    summary: 'What kind of drive the guest sees.',
    details: 'Any other value, and no word, is rejected ("unknown value for type").',
    defaultValue: '`disk`',
    example: "disk = [ '/srv/install.iso,raw,hdc,devtype=cdrom' ]",
    deprecatedForms: '`:cdrom` after the vdev.',
    history: 'Called type, written after the vdev as `hdc:cdrom`. Not mandatory; the only value was cdrom.',
    values: [
      {
        name: 'cdrom',
        summary: 'CD-ROM drive: read-only and removable, empty where there is no target.',
      },
      { name: 'disk', summary: 'Hard disk. The default.' },
    ],
  },
]);

const backends = diskParameters('4.2', 'libxlu_disk_l.l', [
  {
    name: 'backendtype',
    source: 'libxl_device.c:libxl__device_disk_set_backend',
    field: 'backend',
    summary: 'Which program on the host serves the disk.',
    details: inParagraphs(
      'Leave it out as a rule: xl tries phy, qdisk, tap and standalone in this order (up to 4.3 tap before qdisk) ' +
        'and takes the first that fits format, script and specification.',
      'What does not fit is rejected when the guest starts ("no suitable backend"). An empty or unknown ' +
        'value is rejected at once. On an HVM guest a CD-ROM drive gets qdisk; from 4.7 to 4.18 it could have no ' +
        'other.',
    ),
    defaultValue: 'the first that fits',
    example: "disk = [ '/srv/guest.img,raw,xvda,rw,backendtype=qdisk' ]",
    history:
      'Not there: the prefix decided. `phy:` meant blkback, always. `file:`, `tap:` and `tap2:` meant tapdisk2 for raw ' +
      'and vhd, with QEMU as the second choice for raw and none for vhd. qcow and qcow2 went to QEMU.',
    values: [
      {
        name: 'phy',
        summary:
          "blkback in the host's kernel: raw block devices, and raw files by way of a loop device (Linux: since 4.6).",
      },
      {
        name: 'qdisk',
        summary: 'QEMU on the host: every format, also CD-ROM drives of HVM guests. No script.',
      },
      {
        name: 'tap',
        summary:
          'blktap: raw and vhd. Always rejected by 4.13 to 4.18; since 4.19 it needs tapback to run on the host.',
      },
      {
        name: 'standalone',
        since: '4.17',
        summary: 'A backend that xl does not start. For specification=virtio only; raw, no script.',
      },
    ],
  },
  {
    name: 'specification',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    since: '4.17',
    field: 'specification',
    summary: 'The protocol between guest and backend.',
    details:
      'The vdev must be given with `virtio` too, although the guest never sees it. Other values are rejected; so is ' +
      'adding such a disk to a running guest.',
    defaultValue: '`xen`',
    example: "disk = [ '/dev/vg/root,raw,xvda,rw,backendtype=standalone,specification=virtio' ]",
    values: [
      { name: 'xen', summary: "Xen's own block protocol, for the guest's blkfront driver. The default." },
      {
        name: 'virtio',
        summary:
          'virtio-blk over MMIO. Needs a virtio driver in the guest and the standalone backend; libxl announces the disk to Arm guests only.',
      },
    ],
  },
  {
    name: 'script',
    source: 'libxl_device.c:libxl__device_disk_set_backend',
    content: 'file',
    field: 'script',
    summary: 'A program on the host that makes a block device out of the target.',
    details:
      'A name without a slash is looked up in the scripts directory of Xen (`/etc/xen/scripts` as a rule); such ' +
      'scripts are called `block-iscsi`, `block-drbd` and so on. The target is handed to the script as it is. Only the ' +
      'phy backend, and tap since 4.19, run scripts: with qdisk or standalone, or a format that needs QEMU, the guest ' +
      'does not start.',
    defaultValue: 'none: the target is a path',
    example: "disk = [ 'vdev=xvda, script=block-drbd, target=res0' ]",
    deprecatedForms:
      '`iscsi:`, `nbd:`, `enbd:` and `drbd:` before the target: use `script=block-iscsi` and so on.',
    history: 'Not there. drbd and the like were left for a later release.',
  },
  {
    name: 'backend',
    content: 'domain',
    since: '4.3',
    field: 'backend_domname',
    summary: 'The domain that serves the disk: a driver domain, by name or number.',
    details:
      'The domain must run before the guest starts, and the target is a path in that domain, which xl then does not ' +
      'check.',
    defaultValue: 'the host, domain 0',
    example: "disk = [ '/dev/vg/root,raw,xvda,rw,backend=storage' ]",
  },
]);

const behaviour = diskParameters('4.5', 'libxlu_disk_l.l', [
  {
    name: 'discard',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    field: 'discard_enable',
    sets: true,
    summary: 'Offers the guest to give back blocks that it no longer needs (TRIM, UNMAP).',
    details:
      'The backend may not be able to, whatever is asked. Of `discard` and `no-discard` the last counts.',
    defaultValue: 'on for a disk that can be written to, off for a read-only one',
    example: "disk = [ '/srv/guest.img,raw,xvda,rw,discard' ]",
  },
  {
    name: 'no-discard',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    field: 'discard_enable',
    sets: false,
    summary: 'Prevents the guest from freeing blocks.',
    details:
      'For an image file that was filled on purpose: without it TRIM makes holes in the file, and it fragments.',
    example: "disk = [ '/srv/guest.img,raw,xvda,rw,no-discard' ]",
  },
  {
    name: 'direct-io-safe',
    source: 'libxl_disk.c:device_disk_add',
    field: 'direct_io_safe',
    sets: true,
    summary: 'Allows QEMU to bypass the cache of the host (O_DIRECT).',
    details:
      'Without it qdisk avoids O_DIRECT, because of an old kernel bug that could crash the host when the storage is ' +
      'reached over the network. Safe, and faster, for local storage. Not for NFS, iSCSI and the like.',
    defaultValue: 'off',
    example: "disk = [ '/srv/guest.qcow2,qcow2,xvda,rw,direct-io-safe' ]",
  },
  {
    name: 'trusted',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    since: '4.19',
    field: 'trusted',
    sets: true,
    summary: 'Tells the guest that the backend can be trusted.',
    details:
      '4.17 and 4.18 have it in the manual, but their parser does not know it and takes it for a positional parameter.',
    defaultValue: 'on',
    example: "disk = [ '/dev/vg/root,raw,xvda,rw,trusted' ]",
  },
  {
    name: 'untrusted',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    since: '4.19',
    field: 'trusted',
    sets: false,
    summary: 'Asks the guest to protect itself from the backend.',
    details:
      "Advice: the guest's driver may ignore it. It may cost speed, since data is copied. 4.17 and 4.18 have it in the " +
      'manual, but their parser does not know it and takes it for a positional parameter.',
    example: "disk = [ '/dev/vg/root,raw,xvda,rw,backend=storage,untrusted' ]",
  },
  {
    name: 'grant_usage',
    source: 'libxl_disk.c:libxl__device_disk_setdefault',
    since: '4.19',
    field: 'grant_usage',
    summary: 'Whether a virtio backend reaches the memory of the guest by Xen grants only.',
    details: 'For `specification=virtio`. Only `0` and `1` are accepted; anything else is bad syntax.',
    defaultValue: '`1` where `backend=` names another domain than 0, else `0`',
    example: "disk = [ '/dev/vg/root,raw,xvda,rw,specification=virtio,grant_usage=1' ]",
    values: onOff(
      'By grants: the backend sees only what the guest shares.',
      'Without grants: the backend maps the memory of the guest.',
    ),
  },
]);

const COLO_NOTE =
  'COLO runs a second guest in step on another host; HVM guests only. These settings may still change.';

const replica = (
  name: string,
  field: DiskFieldName,
  summary: string,
  details = '',
): ParameterEntry<DiskParameterSchema> => ({
  name,
  field,
  experimental: 'COLO',
  condition: 'with `colo`',
  summary,
  details: `${COLO_NOTE}${details && ` ${details}`}`,
  example: COLO_EXAMPLE,
});

const colo = diskParameters('4.8', 'libxlu_disk_l.l', [
  {
    name: 'colo',
    field: 'colo_enable',
    experimental: 'COLO',
    sets: true,
    summary: 'Replicates the disk to a second host (COLO).',
    details: `${COLO_NOTE} Served by QEMU only. All of \`colo-host\`, \`colo-port\`, \`colo-export\`, \`active-disk\` and \`hidden-disk\` are needed.`,
    defaultValue: 'off',
    example: COLO_EXAMPLE,
  },
  {
    name: 'no-colo',
    example: "disk = [ '/dev/vg/web1,raw,xvda,rw,no-colo' ]",
    field: 'colo_enable',
    experimental: 'COLO',
    sets: false,
    summary: 'Does not replicate the disk. The default.',
    details: COLO_NOTE,
  },
  replica('colo-host', 'colo_host', 'Address of the second host.'),
  replica(
    'colo-port',
    'colo_port',
    'Port on which the second host offers the disk (NBD).',
    'A value that does not start with a number, or is 0, is rejected; what follows the number is dropped.',
  ),
  replica('colo-export', 'colo_export', 'Name under which the second host offers the disk (NBD).'),
  replica(
    'active-disk',
    'active_disk',
    'File on the second host that takes up what the second guest writes.',
  ),
  replica(
    'hidden-disk',
    'hidden_disk',
    'File on the second host that keeps the old content of what the first guest overwrites.',
  ),
]);

/** In the order in which they are offered: the wanted ones first. */
export const NAMED_PARAMETERS: readonly DiskParameterSchema[] = [
  ...devices,
  ...backends,
  ...behaviour,
  ...colo,
];
