/**
 * The four parameters that need no name, in their order. Facts: libxlu_disk_l.l, libxlu_disk.c, libxl_disk.c,
 * libxl_device.c, libxl_dm.c and xl-disk-configuration(5) of Xen 4.2 to 4.22; history: the disk document of 2011.
 */
import { inParagraphs, type ParameterEntry } from '../../../schema/types.ts';
import { type DiskParameterSchema, diskParameters } from './shape.ts';

const target: ParameterEntry<DiskParameterSchema> = {
  name: 'target',
  content: 'file',
  field: 'pdev_path',
  takesRest: true,
  position: 1,
  mandatory: true,
  condition: 'except for a CD-ROM drive, which is empty without it',
  summary: 'The block device or image file on the host that the guest sees as this disk.',
  details: inParagraphs(
    'Use an absolute path, such as `/dev/vg/guest` or `/srv/guest.qcow2`. The manual says that `/dev/` is put ' +
      'before other paths, but libxl looks such a path up as it is, from the directory where xl runs. With `script=` ' +
      'it is whatever that script understands.',
    'Written first, without a name, it ends at the first comma and must not hold a `=`. As `target=` it ' +
      'takes everything up to the end of the string, commas, `=` and spaces included, so it must come ' +
      'last.',
    'No target and no `cdrom`: xl rejects the disk. An empty target on a disk that is not a CD-ROM drive: ' +
      'accepted by the parser, rejected when the guest starts.',
  ),
  example: "disk = [ 'vdev=xvda, format=raw, target=/srv/disks/guest,1.img' ]",
  deprecatedForms: 'A prefix before it (`phy:`, `file:`, `tap:aio:`): leave it out, or name the format.',
  history:
    'Called path, not mandatory: without it a CD-ROM drive was empty. `/dev` was put before the path of a physical ' +
    'device that did not start with `/`.',
};

const format: ParameterEntry<DiskParameterSchema> = {
  name: 'format',
  field: 'format',
  position: 2,
  summary: 'How the image file is laid out.',
  details: inParagraphs(
    'A block device is always `raw`. For a file it must be what the file is: a qcow2 image given as ' +
      '`raw` shows the guest the bytes of the container, and the first write damages it.',
    'The format also decides which backend can serve the disk: the kernel of the host takes `raw` only, ' +
      'QEMU supports all.',
    'A word that xl does not know, uppercase included, is rejected ("unknown value for format"); so is ' +
      'a second, different format. After a deprecated prefix there is no place for it: the next parameter ' +
      'is the vdev.',
  ),
  defaultValue: '`raw`, also where the place is left empty; `empty` for a CD-ROM drive without a target',
  example: "disk = [ '/srv/guest.qcow2,qcow2,xvda,rw' ]",
  deprecatedForms:
    '`raw:`, `qcow:`, `qcow2:` and `vhd:` before the target: use `format=`, or the second position.',
  history:
    'Written as a prefix of the path, not mandatory. Values: raw, qcow, qcow2, vhd; raw was assumed. A physical ' +
    'device had to be raw.',
  values: [
    {
      name: 'raw',
      summary: 'The bytes as they are: every block device, and plain image files. The default.',
    },
    {
      name: 'qcow2',
      summary: 'QEMU image that grows as it is written to, with snapshots. Served by QEMU (qdisk).',
    },
    {
      name: 'qcow',
      summary: 'First version of the QEMU image, for old files; convert to qcow2. Served by QEMU (qdisk).',
    },
    {
      name: 'vhd',
      summary:
        'Image of Virtual PC, Hyper-V and XenServer. Served by QEMU (qdisk), or by blktap where asked for.',
    },
    {
      name: 'qed',
      since: '4.9',
      summary: 'QEMU enhanced disk, for old files; convert to qcow2. Served by QEMU (qdisk).',
    },
    {
      name: 'empty',
      summary:
        'No medium in the drive. For a CD-ROM drive without a target only, where xl sets it by itself.',
    },
  ],
};

const vdev: ParameterEntry<DiskParameterSchema> = {
  name: 'vdev',
  content: 'vdev',
  field: 'vdev',
  position: 3,
  mandatory: true,
  summary: 'The virtual device: which disk, or partition of a disk, this is to the guest.',
  details: inParagraphs(
    [
      '- `xvda`, `xvdb`, ...: Xen virtual disk, for every type of guest. `xvda1` is a single partition of it.',
      '- `hda` to `hdd`: on an HVM guest also an emulated IDE (or AHCI) disk, which its BIOS can start from; `xvda` to ' +
        '`xvdd` are emulated as well.',
      '- `sda` to `sdp`: on an HVM guest also an emulated SCSI disk.',
      '- `d0p0`, `d1p2`: disk and partition by number, here xvda and xvdb2.',
      '- a number: goes into xenstore as it is, and is never emulated.',
    ].join('\n'),
    'On PV and PVH guests nothing is emulated; the name is advice to the guest, and Linux shows xvd ' +
      'whatever is asked.',
    'The parser accepts any text here. A name that libxl cannot read, or a device given twice, stops the ' +
      "guest's start.",
  ),
  example: "disk = [ '/dev/vg/root,raw,xvda,rw', '/dev/vg/data,raw,xvdb,rw' ]",
  deprecatedForms: '`hdc:cdrom`, the type after a colon: use `devtype=cdrom` or `cdrom`.',
  history: 'Mandatory, the second field. Values: hd[x], xvd[x], sd[x].',
};

const access: ParameterEntry<DiskParameterSchema> = {
  name: 'access',
  field: 'readwrite',
  position: 4,
  summary: 'Whether the guest may write to the disk.',
  details: inParagraphs(
    'A CD-ROM drive is read-only whatever is written here.',
    'Since 4.7 an HVM guest does not start with a read-only disk among the first four (six with AHCI) that is not `sd` and no ' +
      'CD-ROM drive: QEMU emulates those as IDE or AHCI disks, which cannot be read-only. Use an `sd` device, a ' +
      'fifth disk (`xvde`; with AHCI a seventh, `xvdg`), or `cdrom`. In 4.4.4, since 4.5.2 and in 4.6 it does not start ' +
      'with any read-only disk but a CD-ROM drive.',
    'Any other value is rejected ("unknown value for access"), the `w!` of xend too. Named twice, the ' +
      'last counts.',
  ),
  defaultValue: '`rw`; read-only for a CD-ROM drive',
  example: "disk = [ '/srv/data.img,raw,xvdb,ro' ]",
  history: 'Called attrib. Mandatory, the last field. Values: r, w.',
  values: [
    { name: 'rw', summary: 'The guest may read and write. The default.' },
    { name: 'ro', summary: 'The guest may read only.' },
    { name: 'w', summary: 'The same as rw.' },
    { name: 'r', summary: 'The same as ro.' },
  ],
};

/** In the order in which xl hands them out to parameters without a name. */
export const POSITIONAL_PARAMETERS = diskParameters('4.2', 'libxlu_disk_l.l', [target, format, vdev, access]);
