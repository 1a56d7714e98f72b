/** QEMU: which one, where it runs, and what it emulates besides. Facts: parse_config_data, libxl_dm.c, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, HVM } from './guestTypes.ts';

export const DEVICE_MODEL_OPTIONS = optionsFor(ALL, [
  {
    name: 'device_model_version',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'string',
    since: '4.2',
    use: 3,
    summary: 'Which QEMU emulates the devices of the guest.',
    details:
      'There is one choice left. Windows that was installed with the old model may want to be activated again, or not ' +
      'start, with the new one. Other values are rejected.',
    defaultValue:
      '`qemu-xen`; up to 4.2, and with `device_model_stubdomain_override` up to 4.20, `qemu-xen-traditional`',
    example: 'device_model_version = "qemu-xen"',
    otherValues: 'refused',
    values: [
      { name: 'qemu-xen', summary: "Today's QEMU, with SeaBIOS or OVMF." },
      {
        name: 'qemu-xen-traditional',
        last: '4.20',
        summary: 'The fork of QEMU that Xen had in its early years, with ROMBIOS.',
        deprecated: 'qemu-xen',
      },
    ],
  },
  {
    name: 'device_model_override',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__domain_device_model',
    kind: 'string',
    content: 'file',
    since: '4.2',
    use: 3,
    summary: 'The path of a QEMU to be used in place of the one that comes with Xen.',
    details: 'It must be of the kind that `device_model_version` says; without that one xl warns.',
    example: 'device_model_override = "/usr/bin/qemu-system-i386"\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'device_model',
    source: 'xl_parse.c:parse_config_data',
    kind: 'string',
    content: 'file',
    since: '4.1',
    use: 4,
    summary: 'The path of the device model under xm; xl warns and does not use it.',
    details:
      'The usual `/usr/lib/xen/bin/qemu-dm` can go without replacement. Up to 4.1 xl used the path; where another QEMU ' +
      'is really wanted, there is `device_model_override`, and for `stubdom-dm` there is ' +
      '`device_model_stubdomain_override = 1`.',
    example: 'device_model = "/usr/lib/xen/bin/qemu-dm"',
    warns: 'always',
    unused: true,
    deprecated: { since: '4.2', instead: '`device_model_override`, or nothing' },
  },
  {
    name: 'device_model_stubdomain_override',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__spawn_stub_dm',
    kind: 'boolean',
    since: '4.2',
    use: 4,
    summary: 'Whether QEMU runs in a stub domain instead of in dom0.',
    details:
      'A guest that breaks out of QEMU then finds itself in that small guest. For HVM. Since 4.21 libxl rejects it without ' +
      '`device_model_version = "qemu-xen"`, and the Linux that goes with it must be provided (`stubdomain_kernel`).',
    defaultValue: '`0`',
    example: 'device_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"\ntype = "hvm"',
  },
  {
    name: 'device_model_stubdomain_seclabel',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_config_setdefault',
    kind: 'string',
    since: '4.2',
    summary: 'The security label of the guest in which QEMU runs.',
    details: 'See `seclabel`.',
    example:
      'device_model_stubdomain_seclabel = "system_u:system_r:dm_dom_t"\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'stubdomain_kernel',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__spawn_stub_dm',
    kind: 'string',
    content: 'file',
    since: '4.14',
    summary: 'The kernel of the guest in which QEMU runs.',
    details: 'Used with `device_model_stubdomain_override = 1`.',
    defaultValue: "`qemu-stubdom-linux-kernel` in Xen's firmware directory",
    example:
      'stubdomain_kernel = "/srv/xen/stubdom-kernel"\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'stubdomain_ramdisk',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__spawn_stub_dm',
    kind: 'string',
    content: 'file',
    since: '4.14',
    summary: 'The ramdisk of the guest in which QEMU runs, with QEMU inside.',
    details: 'Used with `device_model_stubdomain_override = 1`.',
    defaultValue: "`qemu-stubdom-linux-rootfs` in Xen's firmware directory",
    example:
      'stubdomain_ramdisk = "/srv/xen/stubdom-rootfs"\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'stubdomain_cmdline',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__spawn_stub_dm',
    kind: 'string',
    since: '4.16',
    summary: 'The kernel command line of the guest in which QEMU runs.',
    details: 'Used with `device_model_stubdomain_override = 1`.',
    example:
      'stubdomain_cmdline = "debug"\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'stubdomain_memory',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__spawn_stub_dm',
    kind: 'number',
    since: '4.14',
    summary: 'The memory of the guest in which QEMU runs.',
    details: 'Used with `device_model_stubdomain_override = 1`.',
    defaultValue: '`128`; `28` with qemu-xen-traditional',
    unit: 'MiB',
    example:
      'stubdomain_memory = 256\ndevice_model_stubdomain_override = 1\ndevice_model_version = "qemu-xen"',
  },
  {
    name: 'device_model_args',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'list',
    since: '4.1',
    use: 3,
    summary: 'Further arguments for every QEMU of the guest.',
    details:
      'One item for each word of the command line: `[ "-device", "nvme" ]`, not `[ "-device nvme" ]`. Since 4.2 anything ' +
      'but a list is rejected. What is added this way is outside of what Xen supports, and a wrong word prevents the ' +
      'guest from starting.',
    defaultValue: 'none',
    example: 'device_model_args = [ "-parallel", "none" ]',
    wrongKind: 'refused',
    strictSince: '4.2',
  },
  {
    name: 'device_model_args_pv',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'list',
    since: '4.2',
    summary: 'Further arguments for the QEMU that serves disks and screen of a PV guest.',
    details: 'One item for each word of the command line. Anything but a list is rejected.',
    defaultValue: 'none',
    example: 'device_model_args_pv = [ "-parallel", "none" ]',
    wrongKind: 'refused',
  },
  {
    name: 'device_model_args_hvm',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'list',
    since: '4.2',
    use: 3,
    summary: 'Further arguments for the QEMU that emulates the devices of an HVM guest.',
    details: 'One item for each word of the command line. Anything but a list is rejected.',
    defaultValue: 'none',
    example: 'device_model_args_hvm = [ "-device", "virtio-rng-pci" ]',
    wrongKind: 'refused',
  },
  {
    name: 'device_model_user',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__domain_get_device_model_uid',
    kind: 'string',
    since: '4.7',
    summary: 'The user that QEMU runs as.',
    details:
      'Each guest needs its own user, and since 4.12 the host a user `xen-qemuuser-reaper`. A name that the host ' +
      'does not know prevents the guest from starting.',
    defaultValue: 'root; with `dm_restrict`, and always from 4.7 to 4.9, a user made for it if there is one',
    example: 'device_model_user = "xen-qemuuser-web1"',
  },
  {
    name: 'dm_restrict',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__domain_get_device_model_uid',
    kind: 'boolean',
    since: '4.10',
    use: 4,
    summary: 'Takes from QEMU what it no longer needs once the guest runs.',
    details:
      'A guest that breaks out of QEMU then reaches little. CDs cannot be changed while it runs, and disks that ' +
      'QEMU serves do not work. ' +
      'Xen calls it a preview. It needs Linux 4.11, QEMU 3.0, and on the host the users `xen-qemuuser-range-base` (or ' +
      '`xen-qemuuser-shared`) and `xen-qemuuser-reaper`.',
    defaultValue: '`0`',
    example: 'dm_restrict = 1',
  },
  {
    name: 'serial',
    source: 'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'stringOrList',
    guestTypes: HVM,
    since: '4.1',
    use: 2,
    summary: 'Where the serial ports of an HVM guest lead to.',
    details:
      'With `"pty"` the first one is what `xl console` shows, if the guest has a console on it (`console=ttyS0` on Linux). ' +
      'A list gives several ports. QEMU, not xl, judges the words.',
    defaultValue: 'none',
    example: 'serial = "pty"',
    listSince: '4.5',
    values: [
      { name: 'pty', summary: 'A terminal of the host, for `xl console`.' },
      { name: 'stdio', summary: 'The standard input and output of QEMU.' },
      { name: 'none', summary: 'No port.' },
    ],
  },
  {
    name: 'soundhw',
    source:
      'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new libxl_types_internal.idl:libxl__qemu_soundhw',
    kind: 'string',
    guestTypes: HVM,
    since: '4.1',
    use: 4,
    summary: 'The sound card of an HVM guest.',
    details:
      'Sound comes out of the host, or of the Spice client. Since 4.17 libxl turns the word into arguments for QEMU, and ' +
      '`xl create` fails on any other value; before, QEMU decided. QEMU 8.2 has no default audio backend any ' +
      'more: name one with `-audio` in `device_model_args_hvm`.',
    defaultValue: 'none',
    example: 'soundhw = "hda"',
    match: 'ignoreCase',
    otherValues: 'createFails',
    strictSince: '4.17',
    values: [
      { name: 'hda', summary: 'Intel High Definition Audio, which newer systems know.' },
      { name: 'ac97', summary: 'Intel AC97.' },
      { name: 'es1370', summary: 'Ensoniq AudioPCI.' },
      { name: 'sb16', summary: 'Sound Blaster 16.' },
      { name: 'adlib', summary: 'Yamaha OPL2, which makes music only.' },
      { name: 'cs4231a', summary: 'Crystal CS4231A.' },
      { name: 'gus', summary: 'Gravis Ultrasound.' },
    ],
  },
  {
    name: 'vendor_device',
    source:
      'xl_parse.c:parse_config_data libxl_dm.c:libxl__build_device_model_args_new libxl_types.idl:libxl_vendor_device',
    kind: 'string',
    guestTypes: HVM,
    since: '4.4',
    summary: 'A PCI device by which Windows Update offers drivers of a vendor.',
    details: 'For `device_model_version = "qemu-xen"`. Other values are rejected.',
    defaultValue: '`none`',
    example: 'vendor_device = "xenserver"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'none', summary: 'No such device.' },
      { name: 'xenserver', summary: 'The device of XenServer, with the id C000, for its PV drivers.' },
    ],
  },
]);
