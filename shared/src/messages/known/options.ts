/** What xl says of options and their values. Facts: parse_config_data of xl_parse.c, and xl_vcpu.c. */

import { consequence, ruled, unruled, type XlMessage } from '../message.ts';

/** A message that repeats the value of an option. */
const ofValue = (option: string, text: string, rules = 'bad-value'): XlMessage =>
  ruled(text, rules, { option });

const unknownAction = (option: string): XlMessage =>
  ofValue(option, `Unknown ${option} action "{string}" specified`);

const invalidWord = (option: string): XlMessage =>
  ofValue(option, `ERROR: invalid value "{string}" for "${option}"`);

const invalidNumber = (option: string): XlMessage =>
  ofValue(option, `ERROR: invalid value {string} for "${option}"`, 'out-of-range bad-value');

const unknownWord = (option: string, name = option): XlMessage =>
  ofValue(option, `Unknown ${name} "{string}" specified`);

const badItem = (option: string, text: string): XlMessage =>
  ruled(text, 'wrong-item', { option, means: `Each item of \`${option}\` must be a string.` });

const badList = (option: string): XlMessage =>
  ruled(
    `xl: Unable to parse ${option === 'viridian' ? 'viridian enlightenments' : option}.`,
    'wrong-item list-expected value-expected',
    { option },
  );

export const OPTION_MESSAGES: readonly XlMessage[] = [
  ruled('Domain name must be specified.', 'missing-name value-expected'),
  ruled('Neither kernel nor bootloader specified', 'missing-kernel value-expected', {
    means:
      'A PV or PVH guest boots from `kernel` or by `bootloader`. An HVM guest needs neither: write `type = "hvm"`.',
  }),
  ruled('Contradicting "builder" and "type" options specified.', 'contradicting-types'),
  ofValue('type', 'Invalid domain type {string}.'),
  ruled('ERROR: both kernel and firmware specified', 'kernel-and-firmware'),
  ruled('ERROR: only pvgrub{32|64} supported as firmware options', 'bad-value firmware-image firmware-path', {
    option: 'firmware',
    means: 'For a PV or PVH guest `firmware` is `"pvgrub32"` or `"pvgrub64"`. A file belongs into `kernel`.',
  }),
  ruled('ERROR: this instance of Xen has been built without support of "pygrub".', 'bootloader-program', {
    means: 'This Xen has no pygrub. Write `kernel` with a path on the host, such as that of pvgrub.',
  }),
  ofValue('uuid', 'Failed to parse UUID: {string}'),
  ...['on_poweroff', 'on_reboot', 'on_watchdog', 'on_crash', 'on_soft_reset'].map(unknownAction),
  ...['altp2m', 'bios', 'gfx_passthru', 'hdtype', 'timer_mode', 'tsc_mode', 'vuart'].map(invalidWord),
  ...['altp2m', 'mmio_hole', 'timer_mode', 'tsc_mode'].map(invalidNumber),
  ...['device_model_version', 'gic_version', 'sve', 'tee', 'vga'].map((option) => unknownWord(option)),
  ofValue('passthrough', "ERROR: unknown passthrough option '{string}'"),
  ofValue('vendor_device', "xl: unknown vendor_device '{string}'"),
  ofValue('ms_vm_genid', 'ERROR: "ms_vm_genid" option must be "generate" or "none"'),
  ruled('ERROR: "timer_mode" option is not supported for PV guests.', 'refused-for-type', {
    option: 'timer_mode',
  }),
  ruled('ERROR: Display specified both in vnclisten and vncdisplay!', 'vnc-display-twice'),
  ruled("ERROR: unrecognized MCA capability '{string}'.", 'bad-value spec-padding', { option: 'mca_caps' }),
  badItem('mca_caps', 'ERROR: unable to parse mca_caps.'),
  ruled("xl: unknown viridian enlightenment '{string}'", 'bad-value spec-padding', { option: 'viridian' }),
  ...['bootloader_args', 'serial', 'usbdevice', 'viridian'].map(badList),
  ruled('xl: Unable to parse device_model_args{rest}', 'wrong-item list-expected value-expected', {
    option: 'device_model_args',
  }),
  ruled('xl: Unable to parse smbios options.', 'wrong-item list-expected value-expected', {
    option: 'smbios',
  }),
  badItem('smbios', 'xl: Unable to get element #{number} in smbios list'),
  ruled('xl: empty value not allowed for smbios "{key}="', 'spec-bad-value', { option: 'smbios' }),
  ruled('xl: failed to split "{string}" at \'=\'', 'spec-bad-form', { option: 'smbios' }),
  ruled('xl: smbios limited to 99 oem strings', 'spec-conflict spec-bad-value', { option: 'smbios' }),
  ruled("xl: unknown smbios type '{type}'", 'spec-unknown-key', { option: 'smbios' }),
  ruled('xl: Invalid argument parsing ioport: {string}', 'spec-bad-form spec-bad-value', {
    option: 'ioports',
  }),
  ruled('xl: ioport {number} too big', 'spec-bad-value', {
    option: 'ioports',
    means: 'Ports are at most `ffff`.',
  }),
  badItem('ioports', 'xl: Unable to get element #{number} in ioport list'),
  ruled('xl: Invalid argument parsing irq: {string}', 'spec-bad-form spec-bad-value', { option: 'irqs' }),
  ruled('xl: irq {number} too big', 'spec-bad-value', { option: 'irqs' }),
  badItem('irqs', 'xl: Unable to get element {number} in irq list'),
  ruled('xl: Invalid argument parsing iomem: {string}', 'spec-bad-form spec-bad-value', { option: 'iomem' }),
  badItem('iomem', 'xl: Unable to get element {number} in iomem list'),
  ruled('xl: Invalid LLC color range: {string}', 'spec-bad-form spec-bad-value', { option: 'llc_colors' }),
  ruled('xl: Start LLC color is greater than end: {string}', 'spec-bad-form spec-bad-value', {
    option: 'llc_colors',
  }),
  badItem('llc_colors', "xl: Can't get element {number} in LLC color list"),
  ruled(
    'Invalid pcpu range: {string}.',
    'processor-set spec-bad-form spec-bad-value spec-missing-key wrong-item',
    { option: 'cpus' },
  ),
  ruled('Can\'t combine "^" and "all".', 'processor-set spec-bad-form spec-bad-value spec-conflict', {
    option: 'cpus',
  }),
  ruled('vcpu hard affinity map is empty', 'spec-missing-key wrong-item processor-set', {
    option: 'cpus',
    means: 'No CPU is left for a vCPU. Name at least one, such as `cpus = "0-3"`.',
  }),
  ruled('xl: maxvcpus < vcpus', 'vcpus-above-maxvcpus vnuma-sums spec-bad-value'),
  ruled('xl: cannot get vnode config option list', 'wrong-item vnuma-nodes spec-conflict', {
    option: 'vnuma',
    means: 'Write each node as a list of strings: `vnuma = [ [ "pnode=0", "size=1024", "vcpus=0-1" ] ]`.',
  }),
  ruled('xl: failed to split "{text}" into pair', 'spec-bad-form vnuma-nodes', {
    option: 'vnuma',
    means: 'Write each string as `key=value`.',
  }),
  ruled('xl: invalid pnode number: {number}', 'spec-bad-value vnuma-nodes', {
    option: 'vnuma',
    means: 'The host has no such NUMA node. See `xl info -n`.',
  }),
  ruled('xl: maxmem and vnuma memory size mismatch', 'vnuma-sums', { option: 'vnuma' }),
  ruled('xl: vnuma vcpus and maxvcpus= mismatch', 'vnuma-sums', { option: 'vnuma' }),
  unruled(
    'xl: vnuma specifies more vcpus than pcpus, use maxvcpus= to override this check.',
    'The host has fewer CPUs than the guest. Write `maxvcpus` if this is wanted.',
    'vnuma',
  ),
  ruled('while parsing CPUID flag: "{string}":', 'spec-unknown-key spec-bad-value spec-bad-form', {
    option: 'cpuid',
  }),
  ruled('while parsing CPUID line: "{string}":', 'spec-bad-form spec-bad-value', { option: 'cpuid' }),
  ruled('while parsing CPUID string: "{string}":', 'spec-bad-form', { option: 'cpuid' }),
  ...(
    [
      ['missing "=" in key=value', 'spec-bad-form', 'Write each flag as `name=value`.'],
      ['unknown CPUID flag name', 'spec-unknown-key', 'This Xen does not know the flag.'],
      [
        'illegal CPUID value (must be: [0|1|x|k|s])',
        'spec-bad-value',
        'The value of a flag is `0`, `1`, `x`, `k` or `s`.',
      ],
      ['illegal leaf number', 'spec-bad-form', 'A string without `host` begins with a leaf such as `0x1`.'],
      ['illegal subleaf number', 'spec-bad-form', 'Write the subleaf as a number.'],
      ['missing colon', 'spec-bad-form', 'Write a colon after the leaf: `0x1:ecx=...`.'],
      [
        'invalid register name (must be e[abcd]x)',
        'spec-bad-form',
        'The registers are `eax`, `ebx`, `ecx` and `edx`.',
      ],
      [
        'policy string must be exactly 32 characters long',
        'spec-bad-value',
        'Write one character for each of the 32 bits.',
      ],
    ] as const
  ).map(([reason, rules, means]) => ruled(`error #{number}: ${reason}`, rules, { option: 'cpuid', means })),
  ruled('error: first word must be "host"', 'spec-bad-form', {
    option: 'cpuid',
    means: 'Write `cpuid = "host,flag=value"`.',
  }),
];

/** What xl warns of and accepts. */
export const OPTION_WARNINGS: readonly XlMessage[] = [
  ruled('WARNING: Specifying "altp2mhvm" is deprecated. Please use "altp2m" instead.', 'deprecated-option', {
    option: 'altp2mhvm',
  }),
  ruled(
    'WARNING: Specifying "bootloader_args" as a string is deprecated. Please use a list of arguments.',
    'deprecated-value',
    { option: 'bootloader_args' },
  ),
  ruled('WARNING: bios_path_override given without specific bios name', 'xl-warns', {
    means: 'Add `bios = "seabios"` or `bios = "ovmf"`.',
  }),
  ruled('WARNING: device model override given without specific DM version', 'xl-warns', {
    means: 'Add `device_model_version = "qemu-xen"`.',
  }),
  ruled(
    'WARNING: ignoring "device_model_stubdomain_override" directive for pv guest',
    'stubdomain-guest-type no-effect wrong-guest-type',
    { means: 'Only HVM guests have a stub domain. Remove the option.' },
  ),
  ruled(
    'WARNING: ignoring "vncviewer" option. Use "-V" option of "xl create" to automatically spawn vncviewer.',
    'xl-warns',
  ),
  ruled('WARNING: ignoring device_model directive.', 'xl-warns deprecated-option', {
    means: 'Remove `device_model`: xl finds QEMU by itself.',
  }),
  consequence(
    'WARNING: Use "device_model_override" instead if you really want a non-default device_model',
    'Part of the warning about `device_model`.',
  ),
  ruled(
    'WARNING: Or use "device_model_stubdomain_override" if you  want to enable stubdomains',
    'xl-warns deprecated-option',
    {
      means:
        'Part of the warning about `device_model`: `stubdom-dm` is `device_model_stubdomain_override = 1` today.',
    },
  ),
  ruled('WARNING: msr_relaxed will be removed in future versions.', 'xl-warns deprecated-option', {
    option: 'msr_relaxed',
    means: 'The option is a stopgap. Remove it if the guest runs without.',
  }),
  consequence(
    'If it fixes an issue you are having please report to xen-devel@lists.xenproject.org.',
    'Part of the warning about `msr_relaxed`.',
  ),
  ruled(
    'WARNING: specifying "{option}" as an integer is deprecated. Please use the named parameter variant. {rest}',
    'deprecated-value out-of-range',
    { means: 'Write the word for the number.' },
  ),
  ruled('WARNING: vif2: netchannel2 is deprecated and not supported by xl', 'xl-warns', {
    means: 'Remove `vif2`; NICs are in `vif`.',
  }),
  ruled(
    'WARNING: you seem to be using "kernel" directive to override HVM guest firmware. Ignore that. Use "firmware_override" instead if you really want a non-default firmware',
    'hvmloader-kernel',
    { means: 'Remove `kernel`: xl finds hvmloader by itself.' },
  ),
  ruled('Warning: ignoring root= and extra= in favour of cmdline=', 'overruled-setting', {
    means: 'Remove `root` and `extra`, or put them into `cmdline`.',
  }),
  unruled('got a tsc mode string: "{mode}"', 'Not an error: xl 4.14 and 4.17 repeat `tsc_mode`.', 'tsc_mode'),
];
