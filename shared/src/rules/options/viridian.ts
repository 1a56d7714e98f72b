/** Groups of `viridian` that libxl does not accept together. Facts: parse_config_data, hvm_set_viridian_features. */
import type { Fix } from '../../edits/edit.ts';
import { atomText } from '../../model/effectiveSettings.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { VIRIDIAN_DEFAULTS, VIRIDIAN_GROUPS, viridianSets } from '../../model/viridian.ts';
import { optionRule } from './optionRule.ts';

/** The group that all others need. */
const BASE = VIRIDIAN_GROUPS.indexOf('base');

/** The items of the list that are text. */
const itemsOf = (values: OptionValues): readonly string[] =>
  values
    .strings('viridian')
    .flatMap((item) => (item.kind === 'string' || item.kind === 'number' ? atomText(item) : []));

/** The group before the first one of the list. */
function addGroup(values: OptionValues, group: string): readonly Fix[] {
  const value = values.setting('viridian')?.value;
  const first = value?.kind === 'list' ? value.items[0] : undefined;
  if (!first) return [];
  return [
    { title: `Add "${group}"`, edits: [{ start: first.start, end: first.start, newText: `"${group}", ` }] },
  ];
}

export const viridianGroups = optionRule(
  {
    code: 'viridian-groups',
    source: 'libxl_x86.c:hvm_set_viridian_features',
    severity: 'error',
    options: ['viridian'],
    summary: '`viridian` groups that libxl does not enable together.',
    details:
      'All groups need `base`, and a group cannot be turned off with `!` before `all` turns it on. xl accepts the file, and ' +
      '`xl create` fails.\n\n```\nviridian = [ "base", "freq" ]\nviridian = [ "all", "!stimer" ]\n```',
  },
  function* (values) {
    const items = itemsOf(values);
    const { enabled, disabled } = viridianSets(items);
    if (!values.since('4.5')) return;
    const both = VIRIDIAN_GROUPS.find((_, group) => enabled.has(group) && disabled.has(group));
    if (both !== undefined) {
      yield {
        option: 'viridian',
        stage: 'build',
        mark: 'value',
        message: `\`${both}\` is turned off, and on again by \`"all"\`: \`xl create\` fails. Put \`"!${both}"\` after \`"all"\`.`,
      };
      return;
    }
    const defaults = items.includes('defaults') ? VIRIDIAN_DEFAULTS : [];
    const effective = [...defaults, ...enabled].filter((group) => !disabled.has(group));
    if (effective.length === 0 || effective.includes(BASE)) return;
    yield {
      option: 'viridian',
      stage: 'build',
      mark: 'value',
      message:
        'The group `base` is missing, which all others require: `xl create` fails. Add `"base"` or `"defaults"`.',
      // Where the list turns it off, it would not help.
      fixes: disabled.has(BASE) ? [] : addGroup(values, 'base'),
    };
  },
);
