/** Options for Arm hosts; xl on x86 reads them all the same. Facts: xl_parse.c, libxl_types.idl, libxl_arm.c, xl.cfg(5). */
import { optionsFor, type ValueDoc } from '../types.ts';
import { ALL } from './guestTypes.ts';

/** Vector lengths of SVE: multiples of 128 bits up to 2048. */
const SVE_LENGTHS: readonly ValueDoc[] = Array.from({ length: 16 }, (_, index) => {
  const bits = String(128 * (index + 1));
  return { name: bits, summary: `Vectors of up to ${bits} bits.` };
});

export const ARM_OPTIONS = optionsFor(ALL, [
  {
    name: 'gic_version',
    source:
      'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_prepare_config libxl_types.idl:libxl_gic_version',
    kind: 'string',
    architecture: 'arm',
    since: '4.6',
    use: 4,
    summary: 'The version of the interrupt controller that the guest sees.',
    details:
      'The hardware must be able to stand in for it. Other values are rejected, a list is silently ignored.',
    defaultValue: '`default`',
    example: 'gic_version = "v3"',
    match: 'ignoreCase',
    otherValues: 'refused',
    wrongKind: 'silent',
    values: [
      { name: 'default', summary: "The host's own version." },
      { name: 'v2', summary: 'GICv2.' },
      { name: 'v3', summary: 'GICv3, without its mode for GICv2.' },
    ],
  },
  {
    name: 'vuart',
    source:
      'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_prepare_config libxl_types.idl:libxl_vuart_type',
    kind: 'string',
    architecture: 'arm',
    since: '4.10',
    use: 4,
    summary: 'A virtual serial port for the guest.',
    details:
      'Shown by `xl console -t vuart`. It takes interrupt 32, which `irqs` cannot have then. Other values are rejected.',
    defaultValue: 'none',
    example: 'vuart = "sbsa_uart"',
    match: 'ignoreCase',
    otherValues: 'refused',
    values: [
      { name: 'sbsa_uart', summary: 'The UART of the SBSA standard, a part of the PL011.' },
      { name: 'unknown', internal: true, summary: 'The same as leaving the option out.' },
    ],
  },
  {
    name: 'tee',
    source:
      'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_prepare_config libxl_types.idl:libxl_tee_type',
    kind: 'string',
    architecture: 'arm',
    since: '4.13',
    use: 4,
    summary: 'Access to a trusted execution environment, a second system in the secure world.',
    details: 'Xen mediates between the guests. Other values are rejected, a list is silently ignored.',
    defaultValue: '`none`',
    example: 'tee = "optee"',
    match: 'ignoreCase',
    otherValues: 'refused',
    wrongKind: 'silent',
    values: [
      { name: 'none', summary: 'No access.' },
      { name: 'optee', summary: 'OP-TEE, built for several guests, which limits their number.' },
      { name: 'ffa', since: '4.18', summary: 'FF-A, the standard interface to secure partitions.' },
    ],
  },
  {
    name: 'vpmu',
    source:
      'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault,libxl__domain_make',
    kind: 'boolean',
    since: '4.16',
    summary: 'Whether the guest may use the performance counters of the CPU.',
    details:
      'The registers are the real ones: nothing is saved when vCPUs change, and the guest sees what others do. For ' +
      'guests that are trusted. The host must support it.',
    defaultValue: '`0`',
    example: 'vpmu = 1',
  },
  {
    name: 'sve',
    source:
      'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_build_info_setdefault libxl_types.idl:libxl_sve_type',
    kind: 'string',
    architecture: 'arm',
    since: '4.18',
    summary: 'Scalable vectors (SVE), with the greatest length that the guest may use.',
    details:
      'With a length above that of the hardware, the guest does not start. Other values are rejected, a list is silently ' +
      'ignored. A number without quotes works as well.',
    defaultValue: '`disabled`',
    example: 'sve = "hw"',
    match: 'ignoreCase',
    otherValues: 'refused',
    wrongKind: 'silent',
    values: [
      { name: 'disabled', summary: 'No SVE.' },
      { name: 'hw', summary: 'The length that the hardware has.' },
      ...SVE_LENGTHS,
    ],
  },
  {
    name: 'nr_spis',
    source: 'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_prepare_config',
    kind: 'number',
    architecture: 'arm',
    since: '4.19',
    summary: 'How many shared peripheral interrupts the guest has room for.',
    details:
      'At least the number of the highest interrupt that it is given, less 31. Since 4.21 fewer are rejected; before, xl ' +
      'raised the number silently. The hypervisor allows 960, or 5088 with the extended interrupts of GICv3.1.',
    defaultValue: 'as many as the devices need',
    example: 'nr_spis = 256',
  },
  {
    name: 'trap_unmapped_accesses',
    source:
      'xl_parse.c:parse_config_data libxl_arm.c:libxl__arch_domain_build_info_setdefault libxl_x86.c:libxl__arch_domain_build_info_setdefault,libxl__arch_domain_prepare_config',
    kind: 'boolean',
    since: '4.21',
    summary: 'Whether accesses to unmapped guest addresses cause a fault.',
    details: 'Turned off, it reads all ones and drops what is written. On x86 libxl rejects `1`.',
    defaultValue: '`1` on Arm, `0` on x86',
    example: 'trap_unmapped_accesses = 0',
  },
  {
    name: 'arm_sci',
    source:
      'xl_parse.c:parse_config_data xl_parse.c:parse_arm_sci_config libxl_arm.c:libxl__arch_domain_prepare_config',
    kind: 'string',
    architecture: 'arm',
    since: '4.21',
    summary: 'Access to the firmware that switches clocks and power (SCMI).',
    details:
      'A string of `key=value` parts, of which there is one, `type`. Other keys are silently ignored, and so is a list. ' +
      'Only one guest can have it, and Xen must be booted with `scmi-smc-passthrough`.',
    defaultValue: '`type=none`',
    example: 'arm_sci = "type=scmi_smc"',
    wrongKind: 'silent',
  },
]);
