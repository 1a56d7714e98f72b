/** The processors of a CPU pool. Facts: main_cpupoolcreate of xl_cpupool.c, parse_cpurange, Xen 4.1 to 4.22. */
import { joinedString } from '../../model/effective.ts';
import { CPUS_SOFT } from '../../specs/resources/cpus.ts';
import type { SpecContext } from '../../specs/spec.ts';
import { placeIn } from '../place.ts';
import type { Rule } from '../rule.ts';
import { OUTCOME, SEVERITY } from '../specs/effects.ts';

export const poolProcessors: Rule = {
  code: 'pool-processors',
  severity: 'error',
  summary: 'A set of processors that xl cannot read.',
  details:
    'As text, `cpus` is written as in the file of a guest: numbers, ranges, `^` for what is to be left out, `node:` for all ' +
    'processors of a node, `all`. xl refuses anything else. A list has single numbers, and a word among them is 0. With ' +
    '`nodes` xl does not read `cpus`.\n\n```\ncpus = "4-7,^5"\n```',
  kinds: ['cpupool'],
  *check({ guest, settings }) {
    const cpus = guest.settings.get('cpus');
    if (cpus?.value.kind !== 'atom' || guest.settings.get('nodes')?.value.kind === 'list') return;
    const text = joinedString(cpus.value.nodes);
    if (!text) return;
    // One vCPU, so that the set counts.
    const context: SpecContext = {
      release: settings.xenVersion,
      guestType: 'pv',
      form: 'text',
      numberOf: () => 1n,
    };
    for (const { faults } of CPUS_SOFT.parse([text.content.text], context)) {
      for (const fault of faults) {
        if (SEVERITY[fault.effect] !== 'error') continue;
        yield {
          span: placeIn(text, fault),
          message: [`xl cannot read this set of processors: ${OUTCOME[fault.effect]}.`, fault.cure ?? '']
            .join(' ')
            .trim(),
        };
      }
    }
  },
};
