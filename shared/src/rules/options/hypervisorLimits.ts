/**
 * Values that xl and libxl accept, and the hypervisor does not: `xl create` fails when it creates the domain. Warnings, since
 * the limits of a hypervisor depend on how it was built. Facts: arch_sanitise_domain_config of xen/arch/x86/domain.c,
 * hvmop_set_param, domain_set_llc_colors.
 */

import { LLC_COLORS } from '../../languages/llcColors/llcColors.ts';
import { altp2mOption } from '../../model/altp2m.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { maxVcpus, startingVcpus } from '../../model/vcpus.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { Choice } from './choices.ts';
import { optionTable } from './optionRule.ts';

interface Limit {
  readonly option: string;
  readonly mark?: 'value';
  readonly since?: XenVersion;
  readonly exceeded: (values: OptionValues, specs: GuestSpecs) => boolean;
  /** The limit, and what to write instead. */
  readonly message: string;
  readonly choices?: readonly Choice[];
}

/** HVM_MAX_VCPUS of hvm_info_table.h. */
const MOST_VCPUS = 128;
/** MAX_NR_ALTP2M of xen/arch/x86/include/asm/domain.h. */
const MOST_VIEWS = 512n;
/** In KiB. */
const TRACE_BUFFER = { least: 4n, most: 65_536n };

/** NR_LLC_COLORS, as far as CONFIG_LLC_COLORS_ORDER goes. */
const MOST_COLORS = 1024;

const hasVcpuLimit = ({ createdType, architecture }: OptionValues): boolean =>
  createdType !== 'pv' && architecture === 'x86';

const isPowerOfTwo = (number: bigint): boolean => (number & (number - 1n)) === 0n;

function hasBadTraceBuffer(values: OptionValues): boolean {
  const size = values.number('vmtrace_buf_kb') ?? 0n;
  if (size === 0n) return false;
  const fits = size >= TRACE_BUFFER.least && size <= TRACE_BUFFER.most && isPowerOfTwo(size);
  return values.createdType === 'pv' || !fits;
}

/** Whether there are more colours than any cache has, or one beyond them. */
function hasTooManyColors(specs: GuestSpecs): boolean {
  const ranges = specs.of(LLC_COLORS).flatMap(({ spec: { fields } }) => fields ?? []);
  const count = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return count > MOST_COLORS || ranges.some(({ last }) => last >= MOST_COLORS);
}

const VCPUS = 'Xen supports at most 128 vCPUs for HVM and PVH guests. Use 128 or fewer.';

const LIMITS: readonly Limit[] = [
  {
    option: 'vcpus',
    mark: 'value',
    exceeded: (values) => hasVcpuLimit(values) && startingVcpus(values).count > MOST_VCPUS,
    message: VCPUS,
    choices: [{ write: 'vcpus', value: String(MOST_VCPUS) }],
  },
  {
    option: 'maxvcpus',
    mark: 'value',
    exceeded: (values) =>
      hasVcpuLimit(values) &&
      startingVcpus(values).count <= MOST_VCPUS &&
      maxVcpus(values).count > MOST_VCPUS,
    message: VCPUS,
    choices: [{ write: 'maxvcpus', value: String(MOST_VCPUS) }],
  },
  {
    option: 'altp2m',
    since: '4.21',
    exceeded: (values) =>
      values.createdType === 'pvh' && altp2mOption(values) !== null && values.number('altp2m_count') === null,
    message: 'A PVH guest has no altp2m views unless their number is set. Add `altp2m_count = 10`.',
    choices: [{ write: 'altp2m_count', value: '10', preferred: true }],
  },
  {
    option: 'altp2m_count',
    mark: 'value',
    exceeded: (values) => altp2mOption(values) !== null && (values.number('altp2m_count') ?? 0n) > MOST_VIEWS,
    choices: [{ write: 'altp2m_count', value: String(MOST_VIEWS) }],
    message: 'Xen supports at most 512 views. Use 512 or fewer.',
  },
  {
    option: 'vmtrace_buf_kb',
    mark: 'value',
    exceeded: hasBadTraceBuffer,
    choices: [{ remove: 'vmtrace_buf_kb' }],
    message:
      'Xen accepts powers of two from 4 to 65536, for HVM and PVH guests only. Use one, or remove `vmtrace_buf_kb`.',
  },
  {
    option: 'nestedhvm',
    exceeded: (values) =>
      values.guestType === 'hvm' && values.flag('nestedhvm') === true && values.flag('hap') === false,
    message: 'Nested virtualization needs nested paging. Remove hap = 0, or nestedhvm.',
    choices: [{ remove: 'hap' }, { remove: 'nestedhvm' }],
  },
  {
    option: 'llc_colors',
    mark: 'value',
    exceeded: ({ architecture }, specs) => architecture === 'x86' && specs.of(LLC_COLORS).length > 0,
    message: 'Only Xen on Arm has cache coloring. Remove llc_colors.',
    choices: [{ remove: 'llc_colors' }],
  },
  {
    option: 'llc_colors',
    mark: 'value',
    exceeded: ({ architecture }, specs) => architecture === 'arm' && hasTooManyColors(specs),
    message: `Xen allows at most ${MOST_COLORS} cache colors (0 to ${MOST_COLORS - 1}). Use fewer, or lower ones.`,
  },
];

export const hypervisorLimits = optionTable<Limit>(
  {
    code: 'hypervisor-limits',
    source: 'xen/arch/x86/domain.c:arch_sanitise_domain_config',
    severity: 'warning',
    summary: 'A value that xl accepts and the hypervisor rejects.',
    details:
      'xl accepts the file, but the hypervisor does not create the domain: `xl create` fails with "domain creation fail" and ' +
      'no reason, which only `xl dmesg` of a debug build shows. On x86, HVM and PVH guests have at most 128 vCPUs and 512 ' +
      '`altp2m` views, the size of trace buffers is a power of two, nested virtualization needs `hap`, and there is no ' +
      'cache coloring. On Arm there are at most 1024 cache colors.\n\n```\nvcpus = 200     # rejected\nvcpus = 128\n```',
  },
  LIMITS,
  ({ option }) => [option],
  ({ mark, since, exceeded, message, choices = [] }, _option, values, { specs }) =>
    (since !== undefined && !values.since(since)) || !exceeded(values, specs)
      ? null
      : { message: `The guest does not start. ${message}`, choices, ...(mark ? { mark } : {}) },
);
