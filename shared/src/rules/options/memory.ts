/** Amounts of memory, and what excludes populate-on-demand. Facts: libxl__domain_config_setdefault. */

import type { Fix } from '../../edits/edit.ts';
import { altp2mOption } from '../../model/altp2m.ts';
import { maxMemory, pagingMemoryFault, startingMemory } from '../../model/memory.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { passthroughModeOf, passthroughOptions } from '../../model/passthrough.ts';
import { type OptionFinding, optionRule, settingSpan } from './optionRule.ts';

/** Whether the guest starts with less than its maximum, which libxl calls populate-on-demand (PoD). */
function startsBelowMaximum(values: OptionValues): boolean {
  const starting = startingMemory(values);
  const max = maxMemory(values);
  return values.createdType !== 'pv' && starting !== null && max !== null && starting.kib < max.kib;
}

/** What libxl rejects together with populate-on-demand, in the order of its checks. */
function* conflictingOptions(
  values: OptionValues,
): Generator<{ option: string; what: string; instead: string }> {
  const devices = passthroughOptions(values);
  // Fixed in the last releases of 4.14 to 4.16 as well, since a device that is plugged in later needs the same.
  const byRule = values.since('4.14')
    ? passthroughModeOf(values) !== 'disabled'
    : values.since('4.4') && values.list('pci') !== null;
  if (byRule) {
    const option = devices[0] ?? 'passthrough';
    yield { option, what: 'passed-through devices', instead: `remove ${option}` };
  }
  if ((values.list('vnuma') ?? []).length > 0)
    yield { option: 'vnuma', what: 'NUMA nodes', instead: 'remove vnuma' };
  const altp2m = values.since('4.6') ? altp2mOption(values) : null;
  if (altp2m !== null) yield { option: altp2m, what: 'alternate p2m', instead: `remove ${altp2m}` };
}

/** The maximum as `memory` says it; null where it is not a whole number of MiB. */
function maximumInMebibytes(values: OptionValues): bigint | null {
  const kib = maxMemory(values)?.kib;
  return kib !== undefined && kib > 0n && kib % 1024n === 0n ? kib / 1024n : null;
}

function raiseMemory(values: OptionValues, mebibytes: bigint | null): readonly Fix[] {
  const place = settingSpan(values, 'memory', 'value');
  if (mebibytes === null || !place || values.setting('memory')?.parts.length !== 1) return [];
  const edits = [{ ...place, newText: String(mebibytes) }];
  return [{ title: `Change memory to ${mebibytes}`, preferred: true, edits }];
}

const onDemandConflict = optionRule(
  {
    code: 'memory-below-maxmem-refused',
    source: 'libxl_create.c:libxl__domain_config_setdefault',
    isAfterParsing: true,
    severity: 'error',
    options: ['memory'],
    summary: '`memory` below `maxmem` in a guest with devices or features that need all its memory.',
    details:
      'An HVM or PVH guest with `memory` below `maxmem` gets its memory page by page. libxl rejects that together with ' +
      'passed-through devices (`pci`, `dtdev`, `passthrough`), with `vnuma`, and with `altp2m`: xl accepts the file, and ' +
      '`xl create` fails. Give the guest all its memory.\n\n```\nmemory = 2048\nmaxmem = 2048\npci = [ "03:00.0" ]\n```',
  },
  function* (values): Generator<OptionFinding<'memory'>> {
    if (!startsBelowMaximum(values)) return;
    const mebibytes = maximumInMebibytes(values);
    for (const { option, what, instead } of conflictingOptions(values)) {
      yield {
        option: 'memory',
        mark: 'value',
        message: `With ${what}, \`memory\` must equal \`maxmem\`: \`xl create\` fails. ${mebibytes === null ? 'Raise `memory`' : `Set \`memory = ${mebibytes}\``}, or ${instead}.`,
        fixes: raiseMemory(values, mebibytes),
        relatedOptions: [
          { option, message: 'Requires all the memory at start.' },
          { option: 'maxmem', message: 'The maximum.' },
        ],
      };
    }
  },
);

const balloonDriver = optionRule(
  {
    code: 'memory-needs-balloon-driver',
    source: 'libxl_dom.c:libxl__build_hvm',
    severity: 'hint',
    options: ['maxmem'],
    summary: 'An HVM guest with `memory` below `maxmem`.',
    details:
      'The guest sees `maxmem` and gets `memory` of it, page by page. It needs a balloon driver (the drivers of Xen for Windows, or a ' +
      'Linux kernel for Xen) that gives the rest back early on; without one it crashes as soon as it has used up what there is.',
  },
  function* (values) {
    if (
      values.guestType !== 'hvm' ||
      !startsBelowMaximum(values) ||
      [...conflictingOptions(values)].length > 0
    )
      return;
    yield {
      option: 'maxmem',
      mark: 'value',
      message:
        'The guest starts with less than this, and crashes when that is used up unless it has a balloon driver. Install Xen drivers, or remove `maxmem`.',
      choices: [{ remove: 'maxmem' }],
      relatedOptions: [{ option: 'memory', message: 'The memory at start.' }],
    };
  },
);

const maximumBelow = optionRule(
  {
    code: 'maxmem-below-memory',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault',
    severity: 'warning',
    options: ['maxmem'],
    summary: '`maxmem` below `memory`.',
    details:
      'xl silently accepts it. The hypervisor does not let the guest have more than `maxmem`, so that it gets less ' +
      'than the file says, or is not built at all.',
  },
  function* (values) {
    const memory = values.number('memory');
    const maxmem = values.number('maxmem');
    if (memory === null || maxmem === null || memory < 0n || maxmem <= 0n || maxmem >= memory) return;
    yield {
      option: 'maxmem',
      mark: 'value',
      message: `\`maxmem\` is less than \`memory\`: the guest never gets its ${memory} MiB. Use at least ${memory}, or remove \`maxmem\`.`,
      choices: [{ write: 'maxmem', value: String(memory) }, { remove: 'maxmem' }],
      relatedOptions: [{ option: 'memory', message: 'The memory at start.' }],
    };
  },
);

const noMemory = optionRule(
  {
    code: 'no-memory',
    source: 'libxl_create.c:libxl__domain_build_info_setdefault',
    severity: 'warning',
    options: ['memory', 'maxmem'],
    summary: 'Memory that is zero or negative.',
    details: 'xl accepts the file, and nothing can start in the guest. `memory` counts in MiB.',
  },
  function* (values) {
    const reported = pagingMemoryFault(values)?.option;
    for (const option of ['memory', 'maxmem'] as const) {
      const number = values.number(option);
      if (number === null || number > 0n || option === reported) continue;
      yield {
        option,
        mark: 'value',
        message: `\`${option}\` is ${number} MiB: xl accepts it, but the guest does not start. Use what the guest needs, such as 1024.`,
        choices: [{ write: option, value: '1024' }],
      };
    }
  },
);

const tooMuchMemory = optionRule(
  {
    code: 'memory-too-large',
    source: 'libxl_dom.c:libxl__domain_set_paging_mempool_size libxl_x86.c:libxl__arch_domain_create',
    severity: 'error',
    options: ['memory', 'maxmem', 'shadow_memory', 'vnuma'],
    summary: 'An amount of memory that overflows in libxl.',
    details:
      'Since 4.17 libxl sets the memory for the page tables of an HVM or PVH guest when it makes it, from `shadow_memory` ' +
      'or from what the guest has. A negative number is read as nearly 16 EiB: xl accepts the file, but `xl create` fails ' +
      'with "shadow_memkb value ... too large".',
  },
  function* (values) {
    const option = pagingMemoryFault(values)?.option;
    if (!option) return;
    const number = values.number(option);
    yield {
      option,
      stage: 'build',
      mark: 'value',
      choices: option === 'shadow_memory' ? [{ remove: option }] : [{ write: option, value: '1024' }],
      message:
        number !== null && number < 0n
          ? `\`${option}\` is negative, which xl reads as an enormous amount: \`xl create\` fails. ${option === 'shadow_memory' ? 'Remove it.' : 'Use what the guest needs, such as 1024.'}`
          : `\`${option}\` is more memory than libxl can count: \`xl create\` fails. Use the number of MiB.`,
    };
  },
);

export const memoryRules = [onDemandConflict, balloonDriver, maximumBelow, noMemory, tooMuchMemory];
