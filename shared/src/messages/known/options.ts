/** What xl says of options and their values. Facts: parse_config_data of xl_parse.c, and xl_vcpu.c. */

import { consequences, messages, messagesByOption, type XlMessage } from '../message.ts';

/** A message that names its option, for each of several options. */
const each = (
  options: readonly string[],
  textOf: (option: string) => string,
  rules: string,
): readonly XlMessage[] => options.flatMap((option) => messages({ [textOf(option)]: [rules] }, option));

const badItem = (option: string, text: string): readonly XlMessage[] =>
  messages({ [text]: ['wrong-item', `Each item of \`${option}\` must be a string.`] }, option);

export const OPTION_MESSAGES: readonly XlMessage[] = [
  ...messages({
    'Domain name must be specified.': ['missing-name value-expected'],
    'Neither kernel nor bootloader specified': [
      'missing-kernel value-expected',
      'A PV or PVH guest boots from `kernel` or by `bootloader`. An HVM guest needs neither: write `type = "hvm"`.',
    ],
    'Contradicting "builder" and "type" options specified.': ['contradicting-types'],
    'ERROR: both kernel and firmware specified': ['kernel-and-firmware'],
    'ERROR: this instance of Xen has been built without support of "pygrub".': [
      'bootloader-program',
      'This Xen has no pygrub. Write `kernel` with a path on the host, such as that of pvgrub.',
    ],
    'ERROR: Display specified both in vnclisten and vncdisplay!': ['vnc-display-twice'],
    'xl: maxvcpus < vcpus': ['vcpus-above-maxvcpus vnuma-sums spec-bad-value'],
  }),
  ...messagesByOption({
    type: { 'Invalid domain type {string}.': ['bad-value'] },
    uuid: { 'Failed to parse UUID: {string}': ['bad-value'] },
    passthrough: { "ERROR: unknown passthrough option '{string}'": ['bad-value'] },
    vendor_device: { "xl: unknown vendor_device '{string}'": ['bad-value'] },
    ms_vm_genid: { 'ERROR: "ms_vm_genid" option must be "generate" or "none"': ['bad-value'] },
    firmware: {
      'ERROR: only pvgrub{32|64} supported as firmware options': [
        'bad-value firmware-image firmware-path',
        'For a PV or PVH guest `firmware` is `"pvgrub32"` or `"pvgrub64"`. A file belongs into `kernel`.',
      ],
    },
    timer_mode: { 'ERROR: "timer_mode" option is not supported for PV guests.': ['refused-for-type'] },
    mca_caps: { "ERROR: unrecognized MCA capability '{string}'.": ['bad-value spec-padding'] },
    viridian: { "xl: unknown viridian enlightenment '{string}'": ['bad-value spec-padding'] },
    device_model_args: {
      'xl: Unable to parse device_model_args{rest}': ['wrong-item list-expected value-expected'],
    },
    smbios: {
      'xl: Unable to parse smbios options.': ['wrong-item list-expected value-expected'],
      'xl: empty value not allowed for smbios "{key}="': ['spec-bad-value'],
      'xl: failed to split "{string}" at \'=\'': ['spec-bad-form'],
      'xl: smbios limited to 99 oem strings': ['spec-conflict spec-bad-value'],
      "xl: unknown smbios type '{type}'": ['spec-unknown-key'],
    },
    ioports: {
      'xl: Invalid argument parsing ioport: {string}': ['spec-bad-form spec-bad-value'],
      'xl: ioport {number} too big': ['spec-bad-value', 'Ports are at most `ffff`.'],
    },
    irqs: {
      'xl: Invalid argument parsing irq: {string}': ['spec-bad-form spec-bad-value'],
      'xl: irq {number} too big': ['spec-bad-value'],
    },
    iomem: { 'xl: Invalid argument parsing iomem: {string}': ['spec-bad-form spec-bad-value'] },
    llc_colors: {
      'xl: Invalid LLC color range: {string}': ['spec-bad-form spec-bad-value'],
      'xl: Start LLC color is greater than end: {string}': ['spec-bad-form spec-bad-value'],
    },
    cpus: {
      'Invalid pcpu range: {string}.': [
        'processor-set spec-bad-form spec-bad-value spec-missing-key wrong-item',
      ],
      'Can\'t combine "^" and "all".': ['processor-set spec-bad-form spec-bad-value spec-conflict'],
      'vcpu hard affinity map is empty': [
        'spec-missing-key wrong-item processor-set',
        'No CPU is left for a vCPU. Name at least one, such as `cpus = "0-3"`.',
      ],
    },
    vnuma: {
      'xl: cannot get vnode config option list': [
        'wrong-item vnuma-nodes spec-conflict',
        'Write each node as a list of strings: `vnuma = [ [ "pnode=0", "size=1024", "vcpus=0-1" ] ]`.',
      ],
      'xl: failed to split "{text}" into pair': [
        'spec-bad-form vnuma-nodes',
        'Write each string as `key=value`.',
      ],
      'xl: invalid pnode number: {number}': [
        'spec-bad-value vnuma-nodes',
        'The host has no such NUMA node. See `xl info -n`.',
      ],
      'xl: maxmem and vnuma memory size mismatch': ['vnuma-sums'],
      'xl: vnuma vcpus and maxvcpus= mismatch': ['vnuma-sums'],
      'xl: vnuma specifies more vcpus than pcpus, use maxvcpus= to override this check.':
        'The host has fewer CPUs than the guest. Write `maxvcpus` if this is wanted.',
    },
    cpuid: {
      'while parsing CPUID flag: "{string}":': ['spec-unknown-key spec-bad-value spec-bad-form'],
      'while parsing CPUID line: "{string}":': ['spec-bad-form spec-bad-value'],
      'while parsing CPUID string: "{string}":': ['spec-bad-form'],
      'error #{number}: missing "=" in key=value': ['spec-bad-form', 'Write each flag as `name=value`.'],
      'error #{number}: unknown CPUID flag name': ['spec-unknown-key', 'This Xen does not know the flag.'],
      'error #{number}: illegal CPUID value (must be: [0|1|x|k|s])': [
        'spec-bad-value',
        'The value of a flag is `0`, `1`, `x`, `k` or `s`.',
      ],
      'error #{number}: illegal leaf number': [
        'spec-bad-form',
        'A string without `host` begins with a leaf such as `0x1`.',
      ],
      'error #{number}: illegal subleaf number': ['spec-bad-form', 'Write the subleaf as a number.'],
      'error #{number}: missing colon': ['spec-bad-form', 'Write a colon after the leaf: `0x1:ecx=...`.'],
      'error #{number}: invalid register name (must be e[abcd]x)': [
        'spec-bad-form',
        'The registers are `eax`, `ebx`, `ecx` and `edx`.',
      ],
      'error #{number}: policy string must be exactly 32 characters long': [
        'spec-bad-value',
        'Write one character for each of the 32 bits.',
      ],
      'error: first word must be "host"': ['spec-bad-form', 'Write `cpuid = "host,flag=value"`.'],
    },
  }),
  ...messagesByOption({
    arm_sci: { 'Unknown ARM_SCI type: {string}': ['spec-bad-value'] },
    altp2m_count: { 'ERROR: invalid value {number} for "altp2m_count"': ['out-of-range'] },
    xenstore_quota: {
      'Quota specification "{string}" lacks "=".': ['spec-bad-form'],
      'Quota specification "{string}" uses illegal value "{string}".': ['spec-bad-value'],
      "xl: Can't get element {number} in Xenstore quota list": ['wrong-item'],
    },
  }),
  ...each(
    ['on_poweroff', 'on_reboot', 'on_watchdog', 'on_crash', 'on_soft_reset'],
    (option) => `Unknown ${option} action "{string}" specified`,
    'bad-value',
  ),
  ...each(
    ['altp2m', 'bios', 'gfx_passthru', 'hdtype', 'timer_mode', 'tsc_mode', 'vuart'],
    (option) => `ERROR: invalid value "{string}" for "${option}"`,
    'bad-value',
  ),
  ...each(
    ['altp2m', 'mmio_hole', 'timer_mode', 'tsc_mode'],
    (option) => `ERROR: invalid value {string} for "${option}"`,
    'out-of-range bad-value',
  ),
  ...each(
    ['device_model_version', 'gic_version', 'sve', 'tee', 'vga'],
    (option) => `Unknown ${option} "{string}" specified`,
    'bad-value',
  ),
  ...each(
    ['bootloader_args', 'serial', 'usbdevice', 'viridian'],
    (option) => `xl: Unable to parse ${option === 'viridian' ? 'viridian enlightenments' : option}.`,
    'wrong-item list-expected value-expected',
  ),
  ...badItem('mca_caps', 'ERROR: unable to parse mca_caps.'),
  ...badItem('smbios', 'xl: Unable to get element #{number} in smbios list'),
  ...badItem('ioports', 'xl: Unable to get element #{number} in ioport list'),
  ...badItem('irqs', 'xl: Unable to get element {number} in irq list'),
  ...badItem('iomem', 'xl: Unable to get element {number} in iomem list'),
  ...badItem('llc_colors', "xl: Can't get element {number} in LLC color list"),
];

/** What xl warns of and accepts. */
export const OPTION_WARNINGS: readonly XlMessage[] = [
  ...messages({
    'WARNING: bios_path_override given without specific bios name': [
      'xl-warns',
      'Add `bios = "seabios"` or `bios = "ovmf"`.',
    ],
    'WARNING: device model override given without specific DM version': [
      'xl-warns',
      'Add `device_model_version = "qemu-xen"`.',
    ],
    'WARNING: ignoring "device_model_stubdomain_override" directive for pv guest': [
      'stubdomain-guest-type no-effect wrong-guest-type',
      'Only HVM guests have a stub domain. Remove the option.',
    ],
    'WARNING: ignoring "vncviewer" option. Use "-V" option of "xl create" to automatically spawn vncviewer.':
      ['xl-warns'],
    'WARNING: ignoring device_model directive.': [
      'xl-warns deprecated-option',
      'Remove `device_model`: xl finds QEMU by itself.',
    ],
    'WARNING: Or use "device_model_stubdomain_override" if you  want to enable stubdomains': [
      'xl-warns deprecated-option',
      'Part of the warning about `device_model`: `stubdom-dm` is `device_model_stubdomain_override = 1` today.',
    ],
    'WARNING: specifying "{option}" as an integer is deprecated. Please use the named parameter variant. {rest}':
      ['deprecated-value out-of-range', 'Write the word for the number.'],
    'WARNING: vif2: netchannel2 is deprecated and not supported by xl': [
      'xl-warns',
      'Remove `vif2`; NICs are in `vif`.',
    ],
    'WARNING: you seem to be using "kernel" directive to override HVM guest firmware. Ignore that. Use "firmware_override" instead if you really want a non-default firmware':
      ['hvmloader-kernel', 'Remove `kernel`: xl finds hvmloader by itself.'],
    'Warning: ignoring root= and extra= in favour of cmdline=': [
      'overruled-setting',
      'Remove `root` and `extra`, or put them into `cmdline`.',
    ],
  }),
  ...messagesByOption({
    altp2mhvm: {
      'WARNING: Specifying "altp2mhvm" is deprecated. Please use "altp2m" instead.': ['deprecated-option'],
    },
    bootloader_args: {
      'WARNING: Specifying "bootloader_args" as a string is deprecated. Please use a list of arguments.': [
        'deprecated-value',
      ],
    },
    msr_relaxed: {
      'WARNING: msr_relaxed will be removed in future versions.': [
        'xl-warns deprecated-option',
        'The option is a stopgap. Remove it if the guest runs without.',
      ],
    },
    tsc_mode: { 'got a tsc mode string: "{mode}"': 'Not an error: xl 4.14 and 4.17 repeat `tsc_mode`.' },
  }),
  ...consequences({
    'WARNING: Use "device_model_override" instead if you really want a non-default device_model':
      'Part of the warning about `device_model`.',
    'If it fixes an issue you are having please report to xen-devel@lists.xenproject.org.':
      'Part of the warning about `msr_relaxed`.',
  }),
];
