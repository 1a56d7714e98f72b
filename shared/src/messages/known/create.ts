/** What libxl says while it fills in, checks and creates a domain. Facts: libxl_create.c, libxl_x86.c, libxl_arm.c, libxl_dm.c, libxl_dom.c and others. */

import { consequences, messages, messagesByOption, type XlMessage } from '../message.ts';

export const CREATE_MESSAGES: readonly XlMessage[] = [
  ...messages({
    'cannot run bootloader with no boot disk': [
      'bootloader-without-disk',
      'A bootloader such as pygrub reads the first disk, and there is none. Add `disk`, or write `kernel` in place of `bootloader`.',
    ],
    "bootloader='/usr/bin/pygrub' is deprecated; use bootloader='pygrub' instead": ['bootloader-program'],
    'bootloader failed - consult logfile {file}': [
      'bootloader-program bootloader-empty-drive',
      'The bootloader ran and found nothing to boot. The log says why; often the first disk is not the one with the kernel, or the path of the bootloader is wrong.',
    ],
    'shadow_memkb value {number}kB too large': [
      'missing-memory bad-number out-of-range',
      'libxl works out the memory for page tables from `memory` or `maxmem`, and neither is set. Write `memory = 1024`, in MiB.',
    ],
    'direct boot parameters specified but kernel missing': [
      'boot-without-kernel',
      'An HVM guest has `ramdisk`, `cmdline`, `root` or `extra`, and no `kernel` they are for.',
    ],
    'Cannot enable PoD and ALTP2M at the same time': ['memory-below-maxmem-refused'],
    'Cannot enable PoD and vNUMA at the same time': ['memory-below-maxmem-refused'],
    'IOMMU required for device passthrough but not supported together with PoD': [
      'memory-below-maxmem-refused',
      'With passthrough, `memory` must equal `maxmem`.',
    ],
    'nestedhvm and altp2mhvm cannot be used together': ['nestedhvm-with-altp2m'],
    'PV vNUMA is not yet supported': ['vnuma-pv'],
    'passthrough disabled but devices are specified': ['passthrough-disabled'],
    'passthrough not yet supported for x86 PVH guests': ['passthrough-pvh'],
    'passthrough="share_pt" {reason}': ['passthrough-share-pt'],
    'passthrough="{mode}" not supported on ARM': ['passthrough-arm'],
    'qemu upstream required for qxl vga': ['qxl-device-model'],
    'qemu-xen does not support bios=rombios.': ['bios-device-model'],
    'qemu-xen-traditional requires bios=rombios.': ['bios-device-model'],
    'usbversion and/or usbredirection cannot be enabled with usb and/or usbdevice parameters.': [
      'usb-conflict',
    ],
    'spice disabled, disabling usbredirection': ['no-effect', '`spiceusbredirection` needs `spice = 1`.'],
    'HVM direct kernel boot is not supported by qemu-xen-traditional': ['start-fails'],
    'Arm guest are now PVH.': ['pv-on-arm', 'On Arm there is one type of guest, PVH. Write `type = "pvh"`.'],
    'Provided nr_spis value is too small (minimum required {number})': ['nr-spis-too-small'],
    'trap_unmapped_accesses is not supported on x86': ['trap-unmapped-accesses'],
    'Ran out of reserved range for Virtio MMIO BASE {number}': ['too-many-virtio'],
    'Ran out of reserved range for Virtio MMIO IRQ {number}': ['too-many-virtio'],
    "libxl.c:{line}: libxl_defbool_val: Assertion `{text}' failed.": [
      'unsupported-guest-type',
      'xl crashes on an HVM guest on Arm. Write `type = "pvh"`.',
    ],
    'script: {text}':
      'The hotplug script of a disk or NIC failed with this message. Fix what it names in dom0, such as a missing bridge or an ' +
      'image that is already in use.',
    'domain creation fail':
      'The hypervisor refused to create the domain. `xl dmesg` shows why: often too little memory, or a feature that this host ' +
      'lacks.',
    'The extended regions cannot be allocated, not enough space':
      'A warning: the guest maps memory of others more slowly.',
    'Could not find user {user}, falling back to {user}':
      'dom0 has no user for this domain; all restricted programs share one.',
    '{file} is not a plain file: {reason}': 'This is a directory. Write the path of a file.',
    'failed to load IPXE {file} ({number})': 'A ROM for network boot is not there. Install iPXE of Xen.',
  }),
  ...messagesByOption({
    passthrough: {
      'passthrough not supported on this platform':
        'The host has no IOMMU, or it is off. Turn it on in the firmware and with `iommu=1` on the command line of Xen, or remove `pci` and `passthrough`.',
    },
    max_grant_version: { 'max grant version {number} out of range': ['out-of-range'] },
    videoram: {
      '128 Mib videoram is the minimum for qxl default': ['videoram-too-small'],
      'videoram must be at least {number} MB for {card} on {model}': ['videoram-too-small'],
      'ignoring videoram other than 4 MB for CIRRUS on QEMU_XEN_TRADITIONAL':
        'This card always has 4 MiB. Remove `videoram`.',
    },
    vga: { 'Invalid emulated video card specified': ['start-fails bad-value'] },
    serial: {
      'Both serial and serial_list set': ['start-fails'],
      'Invalid serial port number: {port}': ['bad-value start-fails'],
    },
    usbdevice: { 'Both usbdevice and usbdevice_list set': ['start-fails'] },
    soundhw: { "Unknown soundhw option '{string}'": ['bad-value start-fails'] },
    usbversion: { 'usbversion parameter is invalid, must be between 1 and 3': ['out-of-range start-fails'] },
    spiceusbredirection: {
      'usbredirection parameter is invalid, it must be between 1 and 4': ['start-fails out-of-range'],
    },
    spice: {
      'at least one of the spiceport or tls_port must be provided': ['start-fails'],
      'spice ticketing is enabled but missing password': ['start-fails'],
    },
    spicepasswd: { "spice password can't be empty": ['start-fails'] },
    dm_restrict: {
      'dm_restrict not supported by qemu-xen-traditional': ['start-fails'],
      'Could not find user {user} or range base pseudo-user {user}, cannot restrict':
        'dom0 lacks the users for a restricted QEMU. Create them (see docs/features/qemu-deprivilege of Xen), or remove `dm_restrict`.',
    },
    gfx_passthru: {
      'unable to detect required gfx_passthru_kind': ['start-fails'],
      'invalid value for gfx_passthru_kind': ['start-fails bad-value'],
      'unsupported gfx_passthru_kind.': ['start-fails bad-value'],
    },
    device_model_user: {
      'intended_uid is 0 (root)!': ['start-fails'],
      "Couldn't find device_model_user {user}": 'dom0 has no such user. Create it, or write another one.',
    },
    mmio_hole: {
      'mmio_hole_memkb={number} invalid ignored.':
        'The hole has a size that the memory of the guest does not allow. Write 256 to 3840.',
    },
    tsc_mode: {
      'TSC Mode native_paravirt (a.k.a PVRDTSCP) has been removed': [
        'start-fails',
        'Write `tsc_mode = "default"`, or remove the option.',
      ],
    },
    viridian: {
      'base group not enabled': ['viridian-groups', 'Other groups of `viridian` need `base`.'],
      '{group} group both enabled and disabled': [
        'viridian-groups',
        'A group is there with and without `!`. Keep one of them.',
      ],
      "Couldn't set viridian feature mask ({number})": 'This Xen lacks one of the groups in `viridian`.',
    },
    vnuma: {
      'Amount of memory mismatch ({number} != {number})': [
        'vnuma-nodes vnuma-sums',
        'The sizes of the nodes must add up to the memory of the guest.',
      ],
      "Distance from {number} to {number} smaller than {number}'s local distance": ['spec-conflict'],
      'Vcpu {number} assigned more than once': ['spec-conflict vnuma-nodes', 'A vCPU is in two nodes.'],
      'Vcpu {number} is not assigned to any vnode': [
        'vnuma-nodes spec-bad-value spec-conflict vnuma-sums',
        'Every vCPU must be in a node.',
      ],
      'vnode 0 too small to contain video ram': ['vnuma-nodes'],
      'Invalid pnode {number} specified': 'The host has no such NUMA node. See `xl info -n`.',
      'Vcpu {number} {kind} affinity and vnuma info mismatch':
        'A vCPU runs on another node than its memory is on: slow, and allowed. Let `cpus` and `vnuma` agree.',
    },
    type: {
      'Unsupported Arm guest type {type}': ['unsupported-guest-type'],
      'neither hap nor shadow paging available':
        'The processor or Xen has no paging for HVM and PVH guests. Turn virtualization on in the firmware of the host, or write `type = "pv"`.',
    },
    irqs: {
      'Physical IRQ {number} conflicting with Virtio MMIO IRQ range': ['reserved-irq'],
      'Physical IRQ {number} conflicting with pl011 SPI': [
        'reserved-irq',
        'The virtual UART, `vuart`, has this interrupt. Remove one of them.',
      ],
      'failed give domain access to irq {number}': 'The interrupt in `irqs` is not there, or in use.',
    },
    acpi: {
      "Can not enable libxl option 'acpi' for {type}": 'This type of Arm guest has no ACPI. Remove `acpi`.',
    },
    gic_version: {
      'Unexpected gic version {number}':
        'The host has no such interrupt controller. Write `gic_version = "default"`.',
    },
    sve: {
      'Invalid sve value: {number}. It must be multiple of 128': 'Write a multiple of 128, or `sve = "hw"`.',
      'Invalid sve value: {number}. Platform supports up to {number} bits':
        'The processor has shorter vectors. Write `sve = "hw"`.',
      'SVE is unsupported on this machine.': 'The processor has no SVE. Remove `sve`.',
    },
    vpmu: {
      'vPMU not supported on this platform':
        'The processor has no performance counters for guests. Remove `vpmu`.',
    },
    device_tree: {
      'partial device tree not supported': 'libxl was built without support for it. Remove `device_tree`.',
      'failed to read the partial device file {file}': 'Check the path in `device_tree`.',
      'Partial FDT is not a valid Flat Device Tree':
        'The file of `device_tree` is not a compiled device tree. Compile it with `dtc`.',
      'Failed to check the partial FDT ({number})':
        'The file of `device_tree` is damaged. Compile it again with `dtc`.',
      'Partial FDT totalsize is too big': 'The device tree in `device_tree` is larger than 1 MiB.',
      'Can\'t copy the node "/{node}" from the partial FDT':
        'The device tree in `device_tree` is not complete. It needs the node `/passthrough`.',
    },
    llc_colors: {
      'LLC coloring not enabled in the hypervisor':
        'Start Xen with `llc-coloring=on`, or remove `llc_colors`.',
      'LLC colors allocation failed': 'libxl could not use the colors. Write fewer.',
    },
    bootloader_user: {
      "Couldn't find user {user}":
        'dom0 has no such user for the bootloader. Create it, or write another `bootloader_user`.',
      'bootloader restrict UID is 0 (root)!': 'Write another user than root.',
    },
    shadow_memory: {
      'Failed to set {number} MiB {kind} allocation': [
        'out-of-range memory-too-large missing-memory',
        'Xen has not so much memory for page tables. Write less, or remove `shadow_memory`.',
      ],
    },
    pool: { 'Illegal pool specified: {pool}': 'The host has no such CPU pool. See `xl cpupool-list`.' },
    device_model_override: {
      'qemu-xen access error':
        'dom0 has no QEMU at the expected path. Install it, or check `device_model_override`.',
      'device model {path} is not executable': 'Check the path in `device_model_override`.',
    },
    stubdomain_kernel: {
      'could not access stubdomain kernel {path}':
        'Check `stubdomain_kernel`, or remove `device_model_stubdomain_override`.',
    },
    stubdomain_ramdisk: { 'could not access stubdomain ramdisk {path}': 'Check `stubdomain_ramdisk`.' },
    device_model_version: {
      'qemu-xen is unavailable, using qemu-xen-traditional instead':
        'dom0 has no upstream QEMU. Install it, or write `device_model_version`.',
    },
    cpus: {
      "Hard affinity completely outside of domain's cpupool!":
        'No CPU in `cpus` belongs to the pool of the guest. Name CPUs of the pool.',
      "Can't run NUMA placement, as the domain has NUMA node affinity set already":
        'libxl leaves the choice of NUMA nodes to the file.',
      "setting affinity failed on vcpu `{number}'": 'A CPU in `cpus` is not there. See `xl info`.',
    },
    cpus_soft: {
      "Can't run NUMA placement, as a soft affinity has been specified explicitly":
        'Because of `cpus_soft` libxl leaves the choice of NUMA nodes to the file.',
    },
    memory: {
      'NUMA placement failed, performance might be affected':
        'No NUMA node has enough free memory for the whole guest. It starts, and may be slower.',
      'xc_dom_boot_mem_init failed': 'The host has not enough free memory. See `xl info`.',
      'failed to free memory for the domain':
        'dom0 could not give memory away. Write less `memory`, or see `autoballoon` in xl.conf.',
    },
    cap: {
      'Cpu cap out of range, valid range is from 0 to {number} for specified number of vcpus':
        '`cap` is at most 100 for each vCPU.',
    },
    cpu_weight: {
      'Cpu weight out of range, valid values are within range from 1 to 65535':
        'Write a `cpu_weight` from 1 to 65535.',
    },
    period: {
      'SEDF scheduler no longer available': 'Remove `period`, `slice`, `latency` and `extratime`.',
      'SEDF scheduler is no longer available': 'Remove `period`, `slice`, `latency` and `extratime`.',
    },
    smbios: { 'More than 99 SMBIOS OEM strings specified': 'Write at most 99 strings `oem=`.' },
    xenstore_quota: {
      'Failed to set Xenstore quota':
        'The Xenstore of this host does not know a quota of `xenstore_quota`, or refuses its value.',
    },
    acpi_firmware: { 'failed to read ACPI firmware file {file}': 'Check the path in `acpi_firmware`.' },
    smbios_firmware: { 'failed to read SMBIOS firmware file {file}': 'Check the path in `smbios_firmware`.' },
    bios_path_override: {
      'file {file} for {kind} is empty':
        'A file of firmware has nothing in it. Check `bios_path_override`, `acpi_firmware` and `smbios_firmware`.',
      'failed to read {kind} file':
        'A file of firmware is not there. Check `bios_path_override` and `firmware_override`.',
    },
    kernel: {
      'xc_dom_kernel_file failed': 'The file of `kernel` cannot be read. Check the path.',
      'xc_dom_{kernel_file/ramdisk_file} failed':
        'The file of `kernel` or `ramdisk` cannot be read. Check the paths.',
      'xc_dom_parse_image failed':
        'The file of `kernel` is not a kernel for this type of guest: PV and PVH need support for Xen in the kernel, HVM firmware must be hvmloader.',
    },
    ramdisk: { 'xc_dom_ramdisk_file failed': 'The file of `ramdisk` cannot be read. Check the path.' },
    iomem: {
      'failed give domain access to iomem range {range}': "The range in `iomem` is not the host's to give.",
      'failed to map to domain iomem range {range}': 'The range in `iomem` cannot be mapped into the guest.',
    },
    ioports: {
      'failed give domain access to ioports {range}': "The ports in `ioports` are not the host's to give.",
    },
    rdm: {
      'RDM conflict at {number}.':
        'A passed-through device reserves memory where the guest has RAM. Raise `rdm_mem_boundary`, or write `rdm = "strategy=host,policy=relaxed"`.',
      'Ignoring RDM conflict at {number}.':
        'A passed-through device reserves memory where the guest has RAM; with `policy=relaxed` the guest starts.',
    },
    cpuid: { 'Failed to apply CPUID policy': 'Xen does not accept the settings of `cpuid`.' },
    channel: {
      "UNIX socket path '{path}' is too long for {what}":
        'The path of a socket has at most 107 bytes. Shorten it.',
    },
  }),
  ...consequences({
    'Converting PV guest to PVH.': 'Part of the warning about the type of Arm guests.',
    'Please fix your configuration file/toolstack.': 'Part of the warning about the type of Arm guests.',
  }),
  ...['device_model_stubdomain_seclabel', 'init_seclabel', 'seclabel'].flatMap((option) =>
    messages(
      {
        [`Invalid ${option}: {label}`]: 'The XSM policy has no such label.',
        [`XSM Disabled: ${option} not supported`]: 'Xen runs without XSM, and the label has no effect.',
      },
      option,
    ),
  ),
];
