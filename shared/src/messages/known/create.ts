/** What libxl says while it fills in, checks and creates a domain. Facts: libxl_create.c, libxl_x86.c, libxl_arm.c, libxl_dm.c, libxl_dom.c and others. */

import { consequence, ruled, unruled, type XlMessage } from '../message.ts';

export const CREATE_MESSAGES: readonly XlMessage[] = [
  ruled('cannot run bootloader with no boot disk', 'bootloader-without-disk', {
    means:
      'A bootloader such as pygrub reads the first disk, and there is none. Add `disk`, or write `kernel` in place of `bootloader`.',
  }),
  ruled("bootloader='/usr/bin/pygrub' is deprecated; use bootloader='pygrub' instead", 'bootloader-program'),
  ruled('bootloader failed - consult logfile {file}', 'bootloader-program bootloader-empty-drive', {
    means:
      'The bootloader ran and found nothing to boot. The log says why; often the first disk is not the one with the kernel, or the path of the bootloader is wrong.',
  }),
  ruled('shadow_memkb value {number}kB too large', 'missing-memory bad-number out-of-range', {
    means:
      'libxl works out the memory for page tables from `memory` or `maxmem`, and neither is set. Write `memory = 1024`, in MiB.',
  }),
  ruled('direct boot parameters specified but kernel missing', 'boot-without-kernel', {
    means: 'An HVM guest has `ramdisk`, `cmdline`, `root` or `extra`, and no `kernel` they are for.',
  }),
  ruled('Cannot enable PoD and ALTP2M at the same time', 'memory-below-maxmem-refused'),
  ruled('Cannot enable PoD and vNUMA at the same time', 'memory-below-maxmem-refused'),
  ruled(
    'IOMMU required for device passthrough but not supported together with PoD',
    'memory-below-maxmem-refused',
    { means: 'With passthrough, `memory` must equal `maxmem`.' },
  ),
  ruled('nestedhvm and altp2mhvm cannot be used together', 'nestedhvm-with-altp2m'),
  ruled('PV vNUMA is not yet supported', 'vnuma-pv'),
  ruled('passthrough disabled but devices are specified', 'passthrough-disabled'),
  ruled('passthrough not yet supported for x86 PVH guests', 'passthrough-pvh'),
  ruled('passthrough="share_pt" {reason}', 'passthrough-share-pt'),
  ruled('passthrough="{mode}" not supported on ARM', 'passthrough-arm'),
  unruled(
    'passthrough not supported on this platform',
    'The host has no IOMMU, or it is off. Turn it on in the firmware and with `iommu=1` on the command line of Xen, or remove `pci` and `passthrough`.',
    'passthrough',
  ),
  ruled('max grant version {number} out of range', 'out-of-range', { option: 'max_grant_version' }),
  ruled('128 Mib videoram is the minimum for qxl default', 'videoram-too-small', { option: 'videoram' }),
  ruled('videoram must be at least {number} MB for {card} on {model}', 'videoram-too-small', {
    option: 'videoram',
  }),
  unruled(
    'ignoring videoram other than 4 MB for CIRRUS on QEMU_XEN_TRADITIONAL',
    'This card always has 4 MiB. Remove `videoram`.',
    'videoram',
  ),
  ruled('qemu upstream required for qxl vga', 'qxl-device-model'),
  ruled('qemu-xen does not support bios=rombios.', 'bios-device-model'),
  ruled('qemu-xen-traditional requires bios=rombios.', 'bios-device-model'),
  ruled(
    'usbversion and/or usbredirection cannot be enabled with usb and/or usbdevice parameters.',
    'usb-conflict',
  ),
  ruled('spice disabled, disabling usbredirection', 'no-effect', {
    means: '`spiceusbredirection` needs `spice = 1`.',
  }),
  ruled('Invalid emulated video card specified', 'start-fails bad-value', { option: 'vga' }),
  ruled('Both serial and serial_list set', 'start-fails', { option: 'serial' }),
  ruled('Both usbdevice and usbdevice_list set', 'start-fails', { option: 'usbdevice' }),
  ruled("Unknown soundhw option '{string}'", 'bad-value start-fails', { option: 'soundhw' }),
  ruled('Invalid serial port number: {port}', 'bad-value start-fails', { option: 'serial' }),
  ruled('usbversion parameter is invalid, must be between 1 and 3', 'out-of-range start-fails', {
    option: 'usbversion',
  }),
  ruled('usbredirection parameter is invalid, it must be between 1 and 4', 'start-fails out-of-range', {
    option: 'spiceusbredirection',
  }),
  ruled('at least one of the spiceport or tls_port must be provided', 'start-fails', { option: 'spice' }),
  ruled("spice password can't be empty", 'start-fails', { option: 'spicepasswd' }),
  ruled('spice ticketing is enabled but missing password', 'start-fails', { option: 'spice' }),
  ruled('HVM direct kernel boot is not supported by qemu-xen-traditional', 'start-fails'),
  ruled('dm_restrict not supported by qemu-xen-traditional', 'start-fails', { option: 'dm_restrict' }),
  ruled('unable to detect required gfx_passthru_kind', 'start-fails', { option: 'gfx_passthru' }),
  ruled('invalid value for gfx_passthru_kind', 'start-fails bad-value', { option: 'gfx_passthru' }),
  ruled('unsupported gfx_passthru_kind.', 'start-fails bad-value', { option: 'gfx_passthru' }),
  ruled('intended_uid is 0 (root)!', 'start-fails', { option: 'device_model_user' }),
  unruled(
    "Couldn't find device_model_user {user}",
    'dom0 has no such user. Create it, or write another one.',
    'device_model_user',
  ),
  unruled(
    'Could not find user {user} or range base pseudo-user {user}, cannot restrict',
    'dom0 lacks the users for a restricted QEMU. Create them (see docs/features/qemu-deprivilege of Xen), or remove `dm_restrict`.',
    'dm_restrict',
  ),
  unruled(
    'mmio_hole_memkb={number} invalid ignored.',
    'The hole has a size that the memory of the guest does not allow. Write 256 to 3840.',
    'mmio_hole',
  ),
  ruled('TSC Mode native_paravirt (a.k.a PVRDTSCP) has been removed', 'start-fails', {
    option: 'tsc_mode',
    means: 'Write `tsc_mode = "default"`, or remove the option.',
  }),
  ruled('base group not enabled', 'viridian-groups', {
    option: 'viridian',
    means: 'Other groups of `viridian` need `base`.',
  }),
  ruled('{group} group both enabled and disabled', 'viridian-groups', {
    option: 'viridian',
    means: 'A group is there with and without `!`. Keep one of them.',
  }),
  ruled('Amount of memory mismatch ({number} != {number})', 'vnuma-nodes vnuma-sums', {
    option: 'vnuma',
    means: 'The sizes of the nodes must add up to the memory of the guest.',
  }),
  ruled("Distance from {number} to {number} smaller than {number}'s local distance", 'spec-conflict', {
    option: 'vnuma',
  }),
  ruled('Vcpu {number} assigned more than once', 'spec-conflict vnuma-nodes', {
    option: 'vnuma',
    means: 'A vCPU is in two nodes.',
  }),
  ruled('Vcpu {number} is not assigned to any vnode', 'vnuma-nodes spec-bad-value spec-conflict vnuma-sums', {
    option: 'vnuma',
    means: 'Every vCPU must be in a node.',
  }),
  ruled('vnode 0 too small to contain video ram', 'vnuma-nodes', { option: 'vnuma' }),
  unruled('Invalid pnode {number} specified', 'The host has no such NUMA node. See `xl info -n`.', 'vnuma'),
  unruled(
    'Vcpu {number} {kind} affinity and vnuma info mismatch',
    'A vCPU runs on another node than its memory is on: slow, and allowed. Let `cpus` and `vnuma` agree.',
    'vnuma',
  ),
  ruled('Arm guest are now PVH.', 'pv-on-arm', {
    means: 'On Arm there is one type of guest, PVH. Write `type = "pvh"`.',
  }),
  consequence('Converting PV guest to PVH.', 'Part of the warning about the type of Arm guests.'),
  consequence(
    'Please fix your configuration file/toolstack.',
    'Part of the warning about the type of Arm guests.',
  ),
  ruled('Unsupported Arm guest type {type}', 'unsupported-guest-type', { option: 'type' }),
  ruled('Physical IRQ {number} conflicting with Virtio MMIO IRQ range', 'reserved-irq', { option: 'irqs' }),
  ruled('Physical IRQ {number} conflicting with pl011 SPI', 'reserved-irq', {
    option: 'irqs',
    means: 'The virtual UART, `vuart`, has this interrupt. Remove one of them.',
  }),
  ruled('Ran out of reserved range for Virtio MMIO BASE {number}', 'too-many-virtio'),
  ruled('Ran out of reserved range for Virtio MMIO IRQ {number}', 'too-many-virtio'),
  ruled("libxl.c:{line}: libxl_defbool_val: Assertion `{text}' failed.", 'unsupported-guest-type', {
    means: 'xl crashes on an HVM guest on Arm. Write `type = "pvh"`.',
  }),
  unruled(
    "Can not enable libxl option 'acpi' for {type}",
    'This type of Arm guest has no ACPI. Remove `acpi`.',
    'acpi',
  ),
  unruled(
    'Unexpected gic version {number}',
    'The host has no such interrupt controller. Write `gic_version = "default"`.',
    'gic_version',
  ),
  unruled(
    'Invalid sve value: {number}. It must be multiple of 128',
    'Write a multiple of 128, or `sve = "hw"`.',
    'sve',
  ),
  unruled(
    'Invalid sve value: {number}. Platform supports up to {number} bits',
    'The processor has shorter vectors. Write `sve = "hw"`.',
    'sve',
  ),
  unruled('SVE is unsupported on this machine.', 'The processor has no SVE. Remove `sve`.', 'sve'),
  unruled(
    'vPMU not supported on this platform',
    'The processor has no performance counters for guests. Remove `vpmu`.',
    'vpmu',
  ),
  unruled(
    'partial device tree not supported',
    'libxl was built without support for it. Remove `device_tree`.',
    'device_tree',
  ),
  unruled('failed to read the partial device file {file}', 'Check the path in `device_tree`.', 'device_tree'),
  unruled(
    'Partial FDT is not a valid Flat Device Tree',
    'The file of `device_tree` is not a compiled device tree. Compile it with `dtc`.',
    'device_tree',
  ),
  unruled(
    'Failed to check the partial FDT ({number})',
    'The file of `device_tree` is damaged. Compile it again with `dtc`.',
    'device_tree',
  ),
  unruled(
    'Partial FDT totalsize is too big',
    'The device tree in `device_tree` is larger than 1 MiB.',
    'device_tree',
  ),
  unruled(
    'Can\'t copy the node "/{node}" from the partial FDT',
    'The device tree in `device_tree` is not complete. It needs the node `/passthrough`.',
    'device_tree',
  ),
  unruled(
    'The extended regions cannot be allocated, not enough space',
    'A warning: the guest maps memory of others more slowly.',
  ),
  unruled(
    'LLC coloring not enabled in the hypervisor',
    'Start Xen with `llc-coloring=on`, or remove `llc_colors`.',
    'llc_colors',
  ),
  unruled('LLC colors allocation failed', 'libxl could not use the colors. Write fewer.', 'llc_colors'),
  unruled(
    "Couldn't find user {user}",
    'dom0 has no such user for the bootloader. Create it, or write another `bootloader_user`.',
    'bootloader_user',
  ),
  unruled(
    'Could not find user {user}, falling back to {user}',
    'dom0 has no user for this domain; all restricted programs share one.',
  ),
  unruled('bootloader restrict UID is 0 (root)!', 'Write another user than root.', 'bootloader_user'),
  ruled('Failed to set {number} MiB {kind} allocation', 'out-of-range memory-too-large missing-memory', {
    option: 'shadow_memory',
    means: 'Xen has not so much memory for page tables. Write less, or remove `shadow_memory`.',
  }),
  unruled(
    'neither hap nor shadow paging available',
    'The processor or Xen has no paging for HVM and PVH guests. Turn virtualization on in the firmware of the host, or write `type = "pv"`.',
    'type',
  ),
  unruled('Illegal pool specified: {pool}', 'The host has no such CPU pool. See `xl cpupool-list`.', 'pool'),
  ...(['device_model_stubdomain_seclabel', 'init_seclabel', 'seclabel'] as const).flatMap((option) => [
    unruled(`Invalid ${option}: {label}`, 'The XSM policy has no such label.', option),
    unruled(
      `XSM Disabled: ${option} not supported`,
      'Xen runs without XSM, and the label has no effect.',
      option,
    ),
  ]),
  unruled(
    'qemu-xen access error',
    'dom0 has no QEMU at the expected path. Install it, or check `device_model_override`.',
    'device_model_override',
  ),
  unruled(
    'device model {path} is not executable',
    'Check the path in `device_model_override`.',
    'device_model_override',
  ),
  unruled(
    'could not access stubdomain kernel {path}',
    'Check `stubdomain_kernel`, or remove `device_model_stubdomain_override`.',
    'stubdomain_kernel',
  ),
  unruled('could not access stubdomain ramdisk {path}', 'Check `stubdomain_ramdisk`.', 'stubdomain_ramdisk'),
  unruled(
    'qemu-xen is unavailable, using qemu-xen-traditional instead',
    'dom0 has no upstream QEMU. Install it, or write `device_model_version`.',
    'device_model_version',
  ),
  unruled(
    "Hard affinity completely outside of domain's cpupool!",
    'No CPU in `cpus` belongs to the pool of the guest. Name CPUs of the pool.',
    'cpus',
  ),
  unruled(
    "Can't run NUMA placement, as a soft affinity has been specified explicitly",
    'Because of `cpus_soft` libxl leaves the choice of NUMA nodes to the file.',
    'cpus_soft',
  ),
  unruled(
    "Can't run NUMA placement, as the domain has NUMA node affinity set already",
    'libxl leaves the choice of NUMA nodes to the file.',
    'cpus',
  ),
  unruled(
    'NUMA placement failed, performance might be affected',
    'No NUMA node has enough free memory for the whole guest. It starts, and may be slower.',
    'memory',
  ),
  unruled(
    "setting affinity failed on vcpu `{number}'",
    'A CPU in `cpus` is not there. See `xl info`.',
    'cpus',
  ),
  unruled(
    'Cpu cap out of range, valid range is from 0 to {number} for specified number of vcpus',
    '`cap` is at most 100 for each vCPU.',
    'cap',
  ),
  unruled(
    'Cpu weight out of range, valid values are within range from 1 to 65535',
    'Write a `cpu_weight` from 1 to 65535.',
    'cpu_weight',
  ),
  unruled(
    'SEDF scheduler no longer available',
    'Remove `period`, `slice`, `latency` and `extratime`.',
    'period',
  ),
  unruled(
    'SEDF scheduler is no longer available',
    'Remove `period`, `slice`, `latency` and `extratime`.',
    'period',
  ),
  unruled('More than 99 SMBIOS OEM strings specified', 'Write at most 99 strings `oem=`.', 'smbios'),
  unruled('{file} is not a plain file: {reason}', 'This is a directory. Write the path of a file.'),
  unruled('failed to read ACPI firmware file {file}', 'Check the path in `acpi_firmware`.', 'acpi_firmware'),
  unruled(
    'failed to read SMBIOS firmware file {file}',
    'Check the path in `smbios_firmware`.',
    'smbios_firmware',
  ),
  unruled(
    'failed to read {kind} file',
    'A file of firmware is not there. Check `bios_path_override` and `firmware_override`.',
    'bios_path_override',
  ),
  unruled(
    'failed to load IPXE {file} ({number})',
    'A ROM for network boot is not there. Install iPXE of Xen.',
  ),
  unruled('xc_dom_kernel_file failed', 'The file of `kernel` cannot be read. Check the path.', 'kernel'),
  unruled('xc_dom_ramdisk_file failed', 'The file of `ramdisk` cannot be read. Check the path.', 'ramdisk'),
  unruled(
    'xc_dom_{kernel_file/ramdisk_file} failed',
    'The file of `kernel` or `ramdisk` cannot be read. Check the paths.',
    'kernel',
  ),
  unruled(
    'xc_dom_parse_image failed',
    'The file of `kernel` is not a kernel for this type of guest: PV and PVH need support for Xen in the kernel, HVM firmware must be hvmloader.',
    'kernel',
  ),
  unruled('xc_dom_boot_mem_init failed', 'The host has not enough free memory. See `xl info`.', 'memory'),
  unruled(
    'failed to free memory for the domain',
    'dom0 could not give memory away. Write less `memory`, or see `autoballoon` in xl.conf.',
    'memory',
  ),
  unruled(
    'failed give domain access to iomem range {range}',
    "The range in `iomem` is not the host's to give.",
    'iomem',
  ),
  unruled(
    'failed to map to domain iomem range {range}',
    'The range in `iomem` cannot be mapped into the guest.',
    'iomem',
  ),
  unruled(
    'failed give domain access to ioports {range}',
    "The ports in `ioports` are not the host's to give.",
    'ioports',
  ),
  unruled(
    'failed give domain access to irq {number}',
    'The interrupt in `irqs` is not there, or in use.',
    'irqs',
  ),
  unruled(
    'RDM conflict at {number}.',
    'A passed-through device reserves memory where the guest has RAM. Raise `rdm_mem_boundary`, or write `rdm = "strategy=host,policy=relaxed"`.',
    'rdm',
  ),
  unruled(
    'Ignoring RDM conflict at {number}.',
    'A passed-through device reserves memory where the guest has RAM; with `policy=relaxed` the guest starts.',
    'rdm',
  ),
  unruled(
    "Couldn't set viridian feature mask ({number})",
    'This Xen lacks one of the groups in `viridian`.',
    'viridian',
  ),
  unruled('Failed to apply CPUID policy', 'Xen does not accept the settings of `cpuid`.', 'cpuid'),
  unruled(
    "UNIX socket path '{path}' is too long for {what}",
    'The path of a socket has at most 107 bytes. Shorten it.',
    'channel',
  ),
];

const FAILED = 'A step failed that the lines before explain.';

/** What only follows from another message. */
export const CONSEQUENCES: readonly XlMessage[] = [
  ...[
    'Unable to set domain build info defaults',
    'Unable to set domain create info defaults',
    'unable to set domain arch build info defaults',
    'cannot (re-)build domain: {number}',
    'cannot make domain: {number}',
    'fail to get domain config',
    'domain creation fail',
    'Destruction of domain failed',
    'destruction of domain failed.',
    'Non-existant domain',
    'Unable to destroy guest',
    'unable to destroy domain following failed creation',
    'device model did not start: {number}',
    'Post DM startup configs failed, rc={number}',
    'QEMU did not start properly, rc={number}',
    '{program}: spawn failed (rc={number})',
    'hvm build vmemranges failed',
    'hvm build set params failed',
    'initializing domain firmware failed',
    'checking reserved device memory failed',
    'libxl__arch_domain_init_hw_description failed',
    'libxl__device_pci_add failed for PCI device {address} (rc {number})',
    'libxl__device_pci_add  failed for PCI device {address} (rc {number})',
    'unable to add {kind} devices',
    'Failed to set paging mempool size to {number}kB',
    'xc_dom_mem_init failed',
    'xc_dom_boot_image failed',
    'xc_dom_build_image failed',
    'script: {text}',
  ].map((text) => consequence(text, FAILED)),
  consequence(
    'Unable to set nic defaults for nic {number}',
    'The NIC with this number, counted from 0, has the error of the line before.',
  ),
  consequence(
    'Primary console has invalid configuration',
    'libxl says so of every guest with `channel`; it does no harm.',
  ),
];
