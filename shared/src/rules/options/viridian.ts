/** The groups of `viridian` as libxl adds them up. Facts: parse_config_data, hvm_set_viridian_features. */
import { atomText } from '../../model/effectiveSettings.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { optionByName } from '../../schema/index.ts';
import { wordsFor } from '../../schema/options/matching.ts';
import { optionRule } from './optionRule.ts';

const COLLECTIVE = ['all', 'defaults'];

/** What `defaults` stands for; not all releases have all of them. */
const DEFAULTS = ['base', 'freq', 'time_ref_count', 'apic_assist', 'crash_ctl', 'no_vp_limit', 'cpu_hotplug'];

interface Groups {
  readonly enabled: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly defaults: boolean;
}

/** What xl hands to libxl. `all` turns every group on, also those that were turned off before it. */
function groupsOf(values: OptionValues): Groups {
  const enabled = new Set<string>();
  const disabled = new Set<string>();
  let defaults = false;
  for (const item of values.strings('viridian')) {
    const text = item.kind === 'string' || item.kind === 'number' ? atomText(item) : '';
    const group = text.replace(/^!/, '').toLowerCase();
    if (text === 'defaults') defaults = true;
    else if (text === 'all') for (const one of allGroups(values)) enabled.add(one);
    else if (text.startsWith('!')) {
      disabled.add(group);
      enabled.delete(group);
    } else {
      enabled.add(group);
      disabled.delete(group);
    }
  }
  return { enabled, disabled, defaults };
}

function allGroups(values: OptionValues): string[] {
  const option = optionByName.get('viridian');
  const words = option
    ? wordsFor(option, { guestType: values.guestType, xenVersion: values.xenVersion })
    : [];
  return words.map(({ name }) => name).filter((name) => !COLLECTIVE.includes(name));
}

export const viridianGroups = optionRule(
  {
    code: 'viridian-groups',
    severity: 'warning',
    marks: ['viridian'],
    summary: 'Groups of `viridian` that libxl does not turn on together.',
    details:
      'All groups need `base`, and a group cannot be turned off with `!` before `all` turns it on. xl takes the file, and ' +
      'the guest does not start.\n\n```\nviridian = [ "base", "freq" ]\nviridian = [ "all", "!stimer" ]\n```',
  },
  function* (values) {
    const { enabled, disabled, defaults } = groupsOf(values);
    if (!values.since('4.5')) return;
    const both = [...enabled].find((group) => disabled.has(group));
    if (both !== undefined) {
      yield {
        at: 'viridian',
        mark: 'value',
        message: `${both} is turned off, and on again by all: the guest does not start. Write "!${both}" behind "all".`,
      };
      return;
    }
    const effective = [...(defaults ? DEFAULTS : []), ...enabled].filter((group) => !disabled.has(group));
    if (effective.length === 0 || effective.includes('base')) return;
    yield {
      at: 'viridian',
      mark: 'value',
      message:
        'The group base is missing, which all others need: the guest does not start. Add "base", or "defaults".',
    };
  },
);
