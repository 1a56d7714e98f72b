/** Where the kernel comes from. Facts: parse_config_data and parse_cmdline of Xen 4.1 to 4.22, libxl_bootloader.c. */
import { optionsFor } from '../types.ts';
import { ALL, DIRECT_BOOT, HVM, PVH } from './guestTypes.ts';

export const BOOT_OPTIONS = optionsFor(ALL, [
  {
    name: 'kernel',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    content: 'file',
    since: '4.1',
    use: 1,
    summary: 'A kernel on the host that the guest is started with.',
    details:
      'A PV or PVH guest needs this, a `bootloader` or a `firmware`; with none of them xl ends with "Neither kernel nor ' +
      'bootloader specified". With a `bootloader` it is a path in the guest ' +
      '(`--kernel=`): pygrub starts that file and skips its menu.\n\n' +
      'On HVM, since 4.5, QEMU starts it directly, with SeaBIOS; a QEMU in a stub domain does not find it. Up to 4.4, and ' +
      'for a file called `hvmloader`, xl warns and ignores the line: remove it.\n\n' +
      "The kernel stays the host's: the guest cannot update it from within.",
    example: 'kernel = "/boot/guest/vmlinuz"',
  },
  {
    name: 'ramdisk',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    content: 'file',
    since: '4.1',
    use: 1,
    summary: 'The initial ramdisk on the host that goes with `kernel`.',
    details:
      'It must fit the kernel. With a `bootloader` it is a path in the guest. On HVM it is read since 4.5; since 4.6 ' +
      'libxl rejects it without a `kernel` ("direct boot parameters specified but kernel missing").',
    example: 'ramdisk = "/boot/guest/initrd.img"',
  },
  {
    name: 'cmdline',
    source:
      'xl_parse.c:parse_cmdline libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    since: '4.5',
    use: 1,
    summary: 'The whole command line of the kernel.',
    details:
      'Where it is set, `root` and `extra` are not used, and xl says so. What the words mean is up to the kernel. With ' +
      'pygrub they follow the arguments of the menu entry. On HVM libxl rejects it without a `kernel` since 4.6.',
    example: 'cmdline = "root=/dev/xvda1 ro console=hvc0"',
  },
  {
    name: 'root',
    source: 'xl_parse.c:parse_cmdline',
    kind: 'string',
    since: '4.1',
    use: 2,
    summary: 'The root device; put as `root=` at the start of the kernel command line.',
    details:
      'xl writes the `root=` itself, so leave it out of the value. `cmdline` does the same and more, and turns this off ' +
      'where both are set. On HVM libxl rejects it without a `kernel` since 4.6.',
    example: 'root = "/dev/xvda1 ro"',
  },
  {
    name: 'extra',
    source: 'xl_parse.c:parse_cmdline',
    kind: 'string',
    since: '4.1',
    use: 1,
    summary: 'Words that are added to the kernel command line after `root`.',
    details:
      '`console=hvc0` is the one that lets `xl console` show something on a Linux guest. With a `bootloader` the words ' +
      'are handed to it. `cmdline` turns this off where both are set. On HVM libxl rejects it without a `kernel` since 4.6.',
    example: 'extra = "console=hvc0 quiet"',
  },
  {
    name: 'bootloader',
    source:
      'xl_parse.c:parse_config_data libxl_bootloader.c:libxl__bootloader_run,bootloader_disk_attached_cb',
    kind: 'string',
    content: 'file',
    since: '4.1',
    use: 1,
    summary: "A program on the host that takes kernel and ramdisk out of the guest's first disk.",
    details:
      '`pygrub` reads the GRUB or syslinux menu of the guest, so that the guest keeps its own kernel. It runs on the ' +
      'host and reads data that the guest controls: see `bootloader_restrict`, or start with PvGRUB as `kernel`.\n\n' +
      'The guest needs a disk. On HVM the option is read and not used. A bare name is looked for where Xen keeps its ' +
      'programs; since 4.18 a Xen built without pygrub rejects that name.',
    example: 'bootloader = "pygrub"\ndisk = [ "/dev/vg0/web1,raw,xvda,rw" ]',
  },
  {
    name: 'bootloader_args',
    source: 'xl_parse.c:parse_config_data libxl_bootloader.c:make_bootloader_args',
    kind: 'stringOrList',
    since: '4.1',
    use: 3,
    summary: 'Arguments for the `bootloader`.',
    details:
      'One item for each argument. A string is split at spaces, with a warning that this is deprecated; an empty or ' +
      'string of spaces makes xl crash.',
    defaultValue: 'none',
    example:
      'bootloader_args = [ "--entry=0" ]\nbootloader = "pygrub"\ndisk = [ "/dev/vg0/web1,raw,xvda,rw" ]',
    listSince: '4.2',
    warns: 'string',
  },
  {
    name: 'bootloader_restrict',
    source:
      'xl_parse.c:parse_config_data xl.c:parse_global_config libxl_create.c:libxl__domain_build_info_setdefault libxl_bootloader.c:make_bootloader_args',
    kind: 'boolean',
    since: '4.18',
    use: 4,
    summary: 'Runs the `bootloader` with as few rights as possible.',
    details:
      'It stops a guest with a prepared disk from taking over the host through a fault in pygrub. The disk must be ' +
      'readable for the user that the loader runs as, and there is no menu.',
    defaultValue: 'that of xl.conf; without it `1` with `bootloader_user`, else `0`',
    example: 'bootloader_restrict = 1\nbootloader = "pygrub"\ndisk = [ "/dev/vg0/web1,raw,xvda,rw" ]',
  },
  {
    name: 'bootloader_user',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_bootloader.c:make_bootloader_args,bootloader_uid',
    kind: 'string',
    since: '4.18',
    summary: 'The user that a restricted `bootloader` runs as.',
    details:
      'Each guest needs its own user. Setting one turns `bootloader_restrict` on, unless the file or xl.conf ' +
      'turns it off.',
    defaultValue: 'the users made for restricted QEMUs',
    example:
      'bootloader_user = "xen-bootloader-web1"\nbootloader = "pygrub"\nbootloader_restrict = 1\ndisk = [ "/dev/vg0/web1,raw,xvda,rw" ]',
  },
  {
    name: 'firmware',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__domain_firmware',
    kind: 'string',
    content: 'file',
    since: '4.10',
    use: 2,
    summary: 'The firmware or loader that starts the guest.',
    details:
      'On hvm: one of the words, or else the path of a firmware in place of hvmloader. A misspelt word is therefore ' +
      'taken for a path. For UEFI use `"ovmf"`.\n\n' +
      'On PV and PVH it selects a `kernel` in the directory of Xen, `pvgrub32.bin` or `pvgrub64.bin`; together with ' +
      '`kernel` it is rejected, as is any other value. Both are PV kernels: on PVH set `kernel` instead. These two, `uefi` ' +
      'and `bios` match by their beginning: `firmware = "pvgrub"` passes, and then looks for `pvgrub.bin`.',
    defaultValue: '`bios` on HVM, none on PV and PVH',
    example: 'firmware = "ovmf"',
    match: 'prefix',
    otherValues: 'refused',
    otherValuesFor: DIRECT_BOOT,
    values: [
      { name: 'uefi', guestTypes: HVM, summary: 'UEFI, which is OVMF.' },
      { name: 'bios', guestTypes: HVM, summary: 'The BIOS that fits the device model.' },
      { name: 'seabios', guestTypes: HVM, match: 'ignoreCase', summary: 'SeaBIOS.' },
      {
        name: 'ovmf',
        guestTypes: HVM,
        match: 'ignoreCase',
        summary: 'OVMF, the UEFI of the TianoCore project.',
      },
      {
        name: 'rombios',
        guestTypes: HVM,
        match: 'ignoreCase',
        summary: 'The BIOS of the old device model qemu-xen-traditional, always rejected since 4.21.',
        deprecated: 'seabios',
      },
      {
        name: 'unknown',
        guestTypes: HVM,
        match: 'ignoreCase',
        internal: true,
        summary: 'The same as leaving the option out.',
      },
      { name: 'pvgrub32', guestTypes: DIRECT_BOOT, summary: 'GRUB for a 32-bit guest, inside the guest.' },
      { name: 'pvgrub64', guestTypes: DIRECT_BOOT, summary: 'GRUB for a 64-bit guest, inside the guest.' },
    ],
  },
  {
    name: 'device_tree',
    source: 'xl_parse.c:parse_config_data libxl_arm.c:libxl__prepare_dtb',
    kind: 'string',
    architecture: 'arm',
    content: 'file',
    since: '4.6',
    use: 3,
    summary: 'A compiled device tree whose passthrough node is copied into that of an Arm guest.',
    details:
      'Everything below `/passthrough`, and `/aliases`, is copied; the phandle 65000 belongs to Xen. The file is trusted: ' +
      'use none that others can write.',
    example: 'device_tree = "/etc/xen/passthrough.dtb"',
  },
  {
    name: 'pvshim',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'boolean',
    architecture: 'x86',
    guestTypes: PVH,
    since: '4.10',
    use: 4,
    summary: 'Runs a PV kernel in a small Xen inside a PVH guest.',
    details:
      'For PV kernels that are not to run in PV mode on the host, where Meltdown lets them read its memory. Costs some ' +
      'memory and CPU time for each guest. In 4.10 since 4.10.1.',
    defaultValue: '`0`',
    example: 'pvshim = 1',
  },
  {
    name: 'pvshim_path',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'string',
    architecture: 'x86',
    content: 'file',
    guestTypes: PVH,
    since: '4.10',
    summary: 'Another shim than the one that comes with Xen.',
    details:
      'Needs `pvshim = 1`: without it, libxl loads the shim that is named here all the same, but without its default ' +
      'command line.',
    defaultValue: "`xen-shim` in Xen's firmware directory",
    example: 'pvshim_path = "/srv/xen/xen-shim"\npvshim = 1',
  },
  {
    name: 'pvshim_cmdline',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    kind: 'string',
    architecture: 'x86',
    guestTypes: PVH,
    since: '4.10',
    summary: 'The command line of the shim.',
    details: 'Used with `pvshim = 1`. To add to the default, set `pvshim_extra`.',
    defaultValue: '`pv-shim console=xen,pv`',
    example: 'pvshim_cmdline = "pv-shim console=xen,pv loglvl=all"\npvshim = 1',
  },
  {
    name: 'pvshim_extra',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build',
    kind: 'string',
    architecture: 'x86',
    guestTypes: PVH,
    since: '4.10',
    summary: 'Words that are added to the command line of the shim.',
    details: 'Used with `pvshim = 1`.',
    defaultValue: 'none',
    example: 'pvshim_extra = "sched=credit2"\npvshim = 1',
  },
]);
