/** What an HVM guest finds when it is switched on. Facts: the HVM part of parse_config_data, libxl_create.c, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, HVM } from './guestTypes.ts';

export const FIRMWARE_OPTIONS = optionsFor(HVM, [
  {
    name: 'boot',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new',
    kind: 'string',
    since: '4.1',
    use: 2,
    summary: 'The order of the devices that an HVM guest tries to boot from.',
    details:
      'One letter for each device, tried from left to right: `c` hard disk, `d` CD-ROM, `n` network, `a` floppy. xl does ' +
      'not check them. To install from a CD use `"dc"`, and the disk is next. OVMF keeps its own boot order.',
    defaultValue: '`cda`',
    example: 'boot = "dc"',
    values: [
      { name: 'c', summary: 'The first hard disk.' },
      { name: 'd', summary: 'The CD-ROM drive.' },
      { name: 'n', summary: 'The network (PXE).' },
      { name: 'a', summary: 'The floppy drive.' },
      { name: 'cd', summary: 'The hard disk, then the CD-ROM drive.' },
      { name: 'dc', summary: 'The CD-ROM drive, then the hard disk.' },
      { name: 'nc', summary: 'The network, then the hard disk.' },
    ],
  },
  {
    name: 'bios',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dom.c:libxl__domain_firmware libxl_types.idl:libxl_bios_type',
    kind: 'string',
    since: '4.2',
    use: 2,
    summary: 'The firmware that an HVM guest starts with.',
    details:
      'For UEFI use `"ovmf"`. Other values are rejected, `uefi` among them: that one belongs to `firmware`, which is the ' +
      'newer option for the same. OVMF does not start a guest that was installed with a BIOS, nor the other way round.',
    defaultValue: '`seabios`; `rombios` with qemu-xen-traditional',
    example: 'bios = "ovmf"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'seabios', summary: 'SeaBIOS, a BIOS as PCs had it.' },
      { name: 'ovmf', summary: 'OVMF, the UEFI of the TianoCore project.' },
      {
        name: 'rombios',
        summary:
          'The BIOS of the old device model: libxl rejects it without qemu-xen-traditional, and always since 4.21.',
        deprecated: 'seabios',
      },
      { name: 'unknown', since: '4.4', internal: true, summary: 'The same as leaving the option out.' },
    ],
  },
  {
    name: 'bios_path_override',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__domain_firmware',
    kind: 'string',
    content: 'file',
    since: '4.8',
    summary: 'The path of a firmware image to be used in place of the one that comes with Xen.',
    details:
      'It must be of the kind that `bios` says; without `bios` xl warns. For `device_model_version = "qemu-xen"`.',
    example: 'bios_path_override = "/srv/xen/OVMF.bin"\nbios = "ovmf"',
  },
  {
    name: 'firmware_override',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__domain_firmware',
    kind: 'string',
    content: 'file',
    since: '4.2',
    summary: 'The path of a program to be used in place of hvmloader.',
    details:
      'hvmloader prepares the guest and then starts the BIOS; to change the BIOS use `bios_path_override`. The manual ' +
      'does not mention this option: `firmware` with a path does the same.',
    example: 'firmware_override = "/srv/xen/hvmloader"',
  },
  {
    name: 'hdtype',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__build_device_model_args_new libxl_types.idl:libxl_hdtype',
    kind: 'string',
    since: '4.6',
    use: 3,
    summary: 'The kind of disk controller that QEMU shows to an HVM guest.',
    details:
      'It matters until the paravirtual driver of the guest takes over. AHCI starts faster and has six disks instead of ' +
      'four; systems as old as Windows XP lack the driver. Neither has read-only disks. Disks named `sda` and so on are ' +
      'not concerned.',
    defaultValue: '`ide`',
    example: 'hdtype = "ahci"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'ide', summary: 'An IDE controller with four disks, which every system knows.' },
      { name: 'ahci', summary: 'The AHCI controller of an ICH9 with six disks.' },
    ],
  },
  {
    name: 'acpi',
    source:
      'xl_parse.c:parse_config_data libxl_x86.c:libxl__arch_domain_build_info_setdefault libxl_arm.c:libxl__arch_domain_build_info_setdefault',
    kind: 'boolean',
    guestTypes: ALL,
    since: '4.1',
    use: 2,
    summary: 'Whether the guest gets ACPI tables.',
    details:
      'Without them an HVM guest cannot be told to power off by the button, and many systems do not start. Up to 4.7 ' +
      'only HVM guests had them.',
    defaultValue: '`1` on x86, `0` on Arm',
    example: 'acpi = 1',
  },
  {
    name: 'acpi_s3',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_build',
    kind: 'boolean',
    since: '4.2',
    use: 4,
    summary: 'Whether the guest is offered suspend to memory (S3).',
    details: 'Turn it off where the guest falls asleep by itself and is not to.',
    defaultValue: '`1`',
    example: 'acpi_s3 = 0',
  },
  {
    name: 'acpi_s4',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_build',
    kind: 'boolean',
    since: '4.2',
    use: 4,
    summary: 'Whether the guest is offered suspend to disk (S4).',
    details: 'Turn it off where the guest hibernates by itself and is not to.',
    defaultValue: '`1`',
    example: 'acpi_s4 = 0',
  },
  {
    name: 'acpi_laptop_slate',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_build',
    kind: 'boolean',
    since: '4.9',
    summary: 'Whether the guest sees the switch by which a laptop becomes a tablet.',
    details: 'For Windows guests.',
    defaultValue: '`0`',
    example: 'acpi_laptop_slate = 1',
  },
  {
    name: 'acpi_firmware',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__domain_firmware',
    kind: 'string',
    content: 'file',
    since: '4.3',
    summary: 'A file with further ACPI tables for the guest.',
    details:
      'Binary AML, one table after the other. Tables are added; those that Xen makes, such as DSDT and FADT, stay. A ' +
      'licence bound to a machine is the usual reason.',
    example: 'acpi_firmware = "/srv/xen/slic.bin"',
  },
  {
    name: 'smbios_firmware',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__domain_firmware',
    kind: 'string',
    content: 'file',
    since: '4.3',
    summary: 'A file with SMBIOS structures for the guest.',
    details:
      'Each structure has its length in front, as a 32-bit number. Types 0, 1, 2, 3, 11, 22 and 39 replace those of Xen; 128 ' +
      'to 255 are added, and since 4.21 7, 8, 9, 26, 27 and 28. Since 4.18 `smbios` sets single values without a file.',
    example: 'smbios_firmware = "/srv/xen/smbios.bin"',
  },
  {
    name: 'smbios',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:hvm_build_set_xs_values',
    kind: 'list',
    since: '4.18',
    use: 4,
    summary: 'Single values of the SMBIOS tables, such as maker, product and serial number.',
    details:
      'A list of `key=value` strings. Keys: `bios_vendor`, `bios_version`, `system_manufacturer`, `system_product_name`, ' +
      '`system_version`, `system_serial_number`, `baseboard_manufacturer`, `baseboard_product_name`, ' +
      '`baseboard_version`, `baseboard_serial_number`, `baseboard_asset_tag`, `baseboard_location_in_chassis`, ' +
      '`enclosure_manufacturer`, `enclosure_serial_number`, `enclosure_asset_tag`, `battery_manufacturer`, ' +
      '`battery_device_name` and, up to 99 times, `oem`.\n\n' +
      'xl rejects another key, an empty value, and anything that is not a list.',
    example: 'smbios = [ "system_manufacturer=Example", "system_serial_number=0042" ]',
    wrongKind: 'refused',
  },
  {
    name: 'ms_vm_genid',
    source: 'xl_parse.c:parse_config_data libxl_dom.c:libxl__build_post',
    kind: 'string',
    since: '4.5',
    use: 4,
    summary:
      'Whether the guest gets a VM Generation ID, by which Windows notices that it was cloned or restored.',
    details:
      'Windows domain controllers from Server 2012 on need it. Other values are rejected, even in uppercase.',
    defaultValue: '`none`',
    example: 'ms_vm_genid = "generate"',
    otherValues: 'refused',
    values: [
      { name: 'generate', summary: 'A new random number at each creation or restore.' },
      { name: 'none', summary: 'No number.' },
    ],
  },
]);
