/** Hardware of the host in the hands of a guest. Facts: parse_config_data, libxlu_pci.c, libxl_create.c, xl.cfg(5). */
import { optionsFor } from '../types.ts';
import { ALL, HVM, PV } from './guestTypes.ts';

export const PASSTHROUGH_OPTIONS = optionsFor(ALL, [
  {
    name: 'pci',
    source: 'xl_parse.c:parse_config_data libxlu_pci.c:xlu_pci_parse_spec_string',
    kind: 'list',
    since: '4.1',
    use: 2,
    summary: 'Host PCI devices to pass through to the guest.',
    details:
      'Each string begins with the address as `lspci` shows it, `[DDDD:]BB:SS.F`; `*` as function takes all of them. ' +
      '`@slot` or `vslot=`, in hexadecimal, places it in the guest; `key=value` parts follow. Since 4.15 `name=` can ' +
      'stand in place of the address.\n\n' +
      'The host must have let go of the device: `xl pci-assignable-add`, or `seize=1`. On x86 libxl rejects it for PVH, ' +
      'and on HVM together with `maxmem` above `memory`. For PV it turns `e820_host` on. A device that reads and writes ' +
      'memory by itself is only contained with an IOMMU.\n\n' +
      'A plain string instead of the list is warned of, and the guest starts without the device.',
    defaultValue: 'none',
    example: "pci = [ '03:00.0,permissive=1' ]",
  },
  {
    name: 'pci_permissive',
    source: 'xl_parse.c:parse_config_data',
    kind: 'boolean',
    since: '4.2',
    use: 4,
    summary: 'Whether the guest may write to all of the configuration space of its PCI devices.',
    details:
      'The default of `permissive=` for all of `pci`. Some devices do not work without; it gives the guest power over ' +
      'the device that can harm the host.',
    defaultValue: '`0`',
    example: "pci_permissive = 1\npci = [ '03:00.0' ]",
  },
  {
    name: 'pci_msitranslate',
    source: 'xl_parse.c:parse_config_data',
    kind: 'boolean',
    since: '4.1',
    use: 4,
    summary: "Whether the guest's old-style PCI interrupts come from MSI on the host.",
    details:
      'The default of `msitranslate=` for all of `pci`. Only qemu-xen-traditional, up to 4.20, uses it.',
    defaultValue: '`0`',
    example: "pci_msitranslate = 1\npci = [ '03:00.0' ]",
  },
  {
    name: 'pci_seize',
    source: 'xl_parse.c:parse_config_data',
    kind: 'boolean',
    since: '4.5',
    use: 4,
    summary: 'Whether xl takes PCI devices away from the host by itself.',
    details:
      'The default of `seize=` for all of `pci`. Saves `xl pci-assignable-add`, and also takes the disk controller of the ' +
      'host where a number is mistyped.',
    defaultValue: '`0`',
    example: "pci_seize = 1\npci = [ '03:00.0' ]",
  },
  {
    name: 'pci_power_mgmt',
    source: 'xl_parse.c:parse_config_data',
    kind: 'boolean',
    since: '4.1',
    use: 4,
    summary: 'Whether the guest may put its PCI devices to sleep.',
    details: 'The default of `power_mgmt=` for all of `pci`. Only qemu-xen-traditional, up to 4.20, uses it.',
    defaultValue: '`0`',
    example: "pci_power_mgmt = 1\npci = [ '03:00.0' ]",
  },
  {
    name: 'gfx_passthru',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_dm.c:libxl__detect_gfx_passthru_kind libxl_types.idl:libxl_gfx_passthru_kind',
    kind: 'numberOrString',
    guestTypes: HVM,
    since: '4.1',
    use: 3,
    summary: 'Whether a graphics card given with `pci` is the first one of the guest.',
    details:
      'There is no emulated graphics card then, and VNC shows nothing: all output goes to the real screen. Many cards need no ' +
      'more than `pci`, as a second card. `0` is off and every other number is on; other values are rejected. With ' +
      '`1` and a card that is not one of Intel the guest is not created since 4.7 ("unable to detect required ' +
      'gfx_passthru_kind").',
    defaultValue: '`0`',
    example: `gfx_passthru = "igd"\npci = [ '00:02.0' ]`,
    match: 'ignoreCase',
    otherValues: 'refused',
    strictSince: '4.7',
    values: [
      { name: 'default', since: '4.7', number: 1, summary: 'On, and xl finds out what card it is.' },
      { name: 'igd', since: '4.7', summary: "On, for Intel's integrated graphics." },
    ],
  },
  {
    name: 'rdm',
    source: 'xl_parse.c:parse_config_data libxlu_pci.c:xlu_rdm_parse libxl_create.c:libxl__rdm_setdefault',
    kind: 'string',
    architecture: 'x86',
    since: '4.6',
    summary: 'How to deal with memory that the firmware of the host reserves for devices.',
    details:
      'For HVM. Also add `rdm_policy=` to each device in `pci`: since 4.14 `strategy=host` alone gives devices an ' +
      'uninitialized policy, and the guest may not start. Since 4.15 `policy=` makes xl silently ignore the whole option.',
    defaultValue: 'only what belongs to the devices of the guest, `strict`: a conflict stops the guest',
    example: 'rdm = "strategy=host"\npci = [ "03:00.0,rdm_policy=relaxed" ]\ntype = "hvm"',
  },
  {
    name: 'rdm_mem_boundary',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__rdm_setdefault',
    kind: 'number',
    guestTypes: HVM,
    since: '4.6',
    summary: 'Down to which address the memory of the guest may be moved out of the way of reserved memory.',
    details: 'Conflicts below it are dealt with as the policy says.',
    defaultValue: '`2048`',
    unit: 'MiB',
    example: 'rdm_mem_boundary = 2048',
  },
  {
    name: 'passthrough',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_config_setdefault libxl_x86.c:libxl__arch_passthrough_mode_setdefault libxl_arm.c:libxl__arch_passthrough_mode_setdefault libxl_types.idl:libxl_passthrough',
    kind: 'string',
    since: '4.13',
    use: 4,
    summary: 'Whether and how the IOMMU is set up for the guest.',
    details:
      'To be set where devices are to be added to the running guest. `disabled` together with devices is rejected, and so ' +
      'are other words. On x86 libxl rejects all but `disabled` for PVH, and `share_pt` for PV; on Arm it rejects ' +
      '`sync_pt`.',
    defaultValue: '`default`',
    example: 'passthrough = "enabled"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'default', summary: 'Enabled where the file gives devices to the guest, disabled otherwise.' },
      { name: 'disabled', summary: 'No IOMMU, so no devices.' },
      { name: 'enabled', summary: 'On, with shared tables where that is possible.' },
      {
        name: 'sync_pt',
        architecture: 'x86',
        summary: "On, with its own tables that follow the guest's, which costs memory.",
      },
      {
        name: 'share_pt',
        summary: "On, with the guest's own tables, which the hardware must be able to share.",
      },
    ],
  },
  {
    name: 'e820_host',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault libxl_x86.c:libxl__arch_domain_create',
    kind: 'boolean',
    architecture: 'x86',
    guestTypes: PV,
    since: '4.2',
    use: 4,
    summary: 'Whether a PV guest sees the gaps in the memory map that the host has.',
    details:
      'Linux needs them for PCI devices. To be set where devices are to be added to the running guest. With `pci` it is ' +
      'on, even where the file says 0.',
    defaultValue: '`1` with `pci`, `0` otherwise',
    example: 'e820_host = 1',
  },
  {
    name: 'dtdev',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__add_dtdevs',
    kind: 'list',
    architecture: 'arm',
    since: '4.6',
    use: 4,
    summary: "Devices from the host's device tree that the guest gets, by their paths there.",
    details:
      'Sets up the IOMMU for them. Memory and interrupts are given with `iomem` and `irqs`, the rest with `device_tree`.',
    example: 'dtdev = [ "/soc/serial@12c20000" ]',
  },
  {
    name: 'iomem',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,domcreate_launch_dm',
    kind: 'list',
    since: '4.3',
    use: 4,
    summary: 'Pages of device memory that the guest may reach.',
    details:
      'Each string is a first page and how many, in hexadecimal, and since 4.5 where the guest finds them if not in the ' +
      'same place (`fe215,1@fe300`). ' +
      'The IOMMU does not know about it. For guests that are trusted.',
    example: 'iomem = [ "fe215,1" ]',
  },
  {
    name: 'ioports',
    source: 'xl_parse.c:parse_config_data libxl_create.c:domcreate_launch_dm',
    kind: 'list',
    architecture: 'x86',
    since: '4.2',
    use: 4,
    summary: 'I/O ports of the host that the guest may use.',
    details:
      'In hexadecimal without `0x`, single or as a range: `"2f8-2ff"`. What is not a number, and junk after a range, is ' +
      'rejected; junk after a single number is printed and ignored. With a range that runs backwards the guest does not ' +
      'start. For guests that are trusted.',
    example: 'ioports = [ "2f8-2ff" ]',
  },
  {
    name: 'irqs',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:domcreate_launch_dm libxl_arm.c:libxl__arch_domain_prepare_config',
    kind: 'list',
    since: '4.2',
    use: 4,
    summary: 'Interrupts of the host that the guest gets.',
    details: 'Decimal numbers; anything else is rejected. For guests that are trusted.',
    example: 'irqs = [ 88 ]',
  },
]);
