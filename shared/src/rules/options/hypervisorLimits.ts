/**
 * Values that xl and libxl accept, and the hypervisor does not: `xl create` fails when it creates the domain. Warnings, since
 * the limits of a hypervisor depend on how it was built. Facts: arch_sanitise_domain_config of xen/arch/x86/domain.c.
 */
import { altp2mOption } from '../../model/altp2m.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { maxVcpus, startingVcpus } from '../../model/vcpus.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { optionTable } from './optionRule.ts';

interface Limit {
  readonly option: string;
  readonly mark?: 'value';
  readonly since?: XenVersion;
  readonly exceeded: (values: OptionValues) => boolean;
  /** The limit, and what to write instead. */
  readonly message: string;
}

/** HVM_MAX_VCPUS of hvm_info_table.h. */
const MOST_VCPUS = 128;
/** MAX_NR_ALTP2M of xen/arch/x86/include/asm/domain.h. */
const MOST_VIEWS = 512n;
/** In KiB. */
const TRACE_BUFFER = { least: 4n, most: 65_536n };

const hasVcpuLimit = ({ createdType, architecture }: OptionValues): boolean =>
  createdType !== 'pv' && architecture === 'x86';

const isPowerOfTwo = (number: bigint): boolean => (number & (number - 1n)) === 0n;

function hasBadTraceBuffer(values: OptionValues): boolean {
  const size = values.number('vmtrace_buf_kb') ?? 0n;
  if (size === 0n) return false;
  const fits = size >= TRACE_BUFFER.least && size <= TRACE_BUFFER.most && isPowerOfTwo(size);
  return values.createdType === 'pv' || !fits;
}

const VCPUS = 'Xen supports at most 128 vCPUs for HVM and PVH guests. Use 128 or fewer.';

const LIMITS: readonly Limit[] = [
  {
    option: 'vcpus',
    mark: 'value',
    exceeded: (values) => hasVcpuLimit(values) && startingVcpus(values).count > MOST_VCPUS,
    message: VCPUS,
  },
  {
    option: 'maxvcpus',
    mark: 'value',
    exceeded: (values) =>
      hasVcpuLimit(values) &&
      startingVcpus(values).count <= MOST_VCPUS &&
      maxVcpus(values).count > MOST_VCPUS,
    message: VCPUS,
  },
  {
    option: 'altp2m',
    since: '4.21',
    exceeded: (values) =>
      values.createdType === 'pvh' && altp2mOption(values) !== null && values.number('altp2m_count') === null,
    message: 'A PVH guest has no altp2m views unless their number is set. Add altp2m_count = 10.',
  },
  {
    option: 'altp2m_count',
    mark: 'value',
    exceeded: (values) => altp2mOption(values) !== null && (values.number('altp2m_count') ?? 0n) > MOST_VIEWS,
    message: 'Xen supports at most 512 views. Use 512 or fewer.',
  },
  {
    option: 'vmtrace_buf_kb',
    mark: 'value',
    exceeded: hasBadTraceBuffer,
    message:
      'Xen accepts powers of two from 4 to 65536, for HVM and PVH guests only. Use one, or remove vmtrace_buf_kb.',
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
      '`altp2m` views, and the size of trace buffers is a power of two.\n\n```\nvcpus = 200     # rejected\nvcpus = 128\n```',
  },
  LIMITS,
  ({ option }) => [option],
  ({ mark, since, exceeded, message }, _option, values) =>
    (since !== undefined && !values.since(since)) || !exceeded(values)
      ? null
      : { message: `The guest does not start. ${message}`, ...(mark ? { mark } : {}) },
);
