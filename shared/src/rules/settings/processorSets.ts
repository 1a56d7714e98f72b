/** Sets of processors outside guests. Facts: main_cpupoolcreate of xl_cpupool.c, parse_global_config of xl.c, parse_cpurange. */

import { placeIn } from '../../edits/stringEdits.ts';
import { CPUS, CPUS_SOFT } from '../../languages/cpus/cpus.ts';
import type { SpecContext, SpecEffect, SpecFault } from '../../languages/language.ts';
import { readStrings } from '../../languages/language.ts';
import { joinedString } from '../../model/effectiveSettings.ts';
import type { Guest } from '../../model/guest.ts';
import type { FileKindName } from '../../schema/kinds/index.ts';
import { existsIn, type XenVersion } from '../../schema/xenVersions.ts';
import { spanOf } from '../../span.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { OUTCOME, SEVERITY } from '../specs/effects.ts';

interface ProcessorSets {
  readonly options: readonly string[];
  /** The effect of a fault here, by the effect in the file of a guest. */
  readonly effect: (inGuest: SpecEffect) => SpecEffect;
  readonly isRead: (guest: Guest) => boolean;
  /** True where xl accepts a set that leaves no processor, and rejects guests because of it. */
  readonly mayBeEmpty?: true;
}

const PROCESSOR_SETS: Partial<Record<FileKindName, ProcessorSets>> = {
  cpupool: {
    options: ['cpus'],
    effect: (inGuest) => inGuest,
    isRead: ({ settings }) => settings.get('nodes')?.value.kind !== 'list',
  },
  'xl.conf': {
    options: ['vm.cpumask', 'vm.hvm.cpumask', 'vm.pv.cpumask'],
    // xl prints a message and keeps what it has read so far.
    effect: (inGuest) => (inGuest === 'refused' ? 'restIgnored' : inGuest),
    isRead: () => true,
    mayBeEmpty: true,
  },
};

const EMPTY_MASK = 'This mask leaves no processor: xl does not create the guests that it is for.';

/** With one vCPU, so that the set is read. */
const contextFor = (xenVersion: XenVersion): SpecContext => ({
  xenVersion,
  architecture: 'x86',
  guestType: 'pv',
  form: 'text',
  numberOf: () => 1n,
});

/** Whether no processor is left of what xl reads: all, or what precedes the fault. */
function leavesNone(text: string, fault: SpecFault | undefined, context: SpecContext): boolean {
  const [spec] = readStrings(CPUS, [text.slice(0, fault?.start)], context);
  return spec?.faults.some(({ kind }) => kind === 'missing-key') ?? false;
}

export const processorSet: Rule = {
  code: 'processor-set',
  source: 'xl_parse.c:update_cpumap_range xl.c:parse_global_config xl_cpupool.c:main_cpupoolcreate',
  severity: 'error',
  summary: 'An invalid set of CPUs in `xl.conf` or in the config file of a CPU pool.',
  details:
    'As text, a set is written as in the file of a guest: numbers, ranges, `^` for what is to be left out, `node:` for all ' +
    'processors of a node, `all`. For a CPU pool xl rejects anything else; of a mask in `xl.conf` it takes what comes ' +
    'before the mistake. Where that leaves no processor, the guests that the mask is for are not ' +
    'created; up to 4.21 only those with `vcpus` or `maxvcpus`. A range without an end in sight never ends. In a list, which ' +
    'only a pool can have, a word is 0; with `nodes` a pool does not read `cpus`.\n\n```\ncpus = "4-7,^5"\n```',
  kinds: ['cpupool', 'xl.conf'],
  *check({ guest, settings, kind }: RuleContext) {
    const sets = PROCESSOR_SETS[kind.name];
    if (!sets?.isRead(guest)) return;
    for (const name of sets.options) {
      const option = kind.optionByName.get(name);
      const setting = guest.settings.get(name);
      if (!option || !existsIn(settings.xenVersion, option) || setting?.value.kind !== 'atom') continue;
      const text = joinedString(setting.value.nodes);
      if (!text) continue;
      const context = contextFor(settings.xenVersion);
      const [spec] = readStrings(CPUS_SOFT, [text.content.text], context);
      const fatal = spec?.faults.find(({ effect }) => effect === 'refused' || effect === 'crashes');
      if (sets.mayBeEmpty && fatal?.effect !== 'crashes' && leavesNone(text.content.text, fatal, context)) {
        yield {
          severity: 'warning',
          span: fatal ? placeIn(text, fatal) : spanOf(text),
          message: [EMPTY_MASK, fatal?.advice ?? 'Use the CPUs that guests may run on, such as `0-7`.'].join(
            ' ',
          ),
        };
        continue;
      }
      for (const fault of spec?.faults ?? []) {
        const effect = sets.effect(fault.effect);
        if (SEVERITY[effect] !== 'error' && effect !== 'restIgnored') continue;
        yield {
          severity: SEVERITY[effect],
          span: placeIn(text, fault),
          message: [`Invalid CPU list: ${OUTCOME[effect]}.`, fault.advice ?? ''].join(' ').trim(),
        };
      }
    }
  },
};
