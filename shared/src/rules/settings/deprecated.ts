import type { EffectiveSetting } from '../../model/guest.ts';
import { wordFor } from '../../schema/options/judge.ts';
import { atLeast, existsIn } from '../../schema/releases.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { parseConfig } from '../../syntax/index.ts';
import type { Fix } from '../problem.ts';
import { EVERY_KIND, type Rule, type RuleContext } from '../rule.ts';
import { plain } from '../text.ts';

/** The setting rewritten as the schema says of its value; xl reads the same from it. */
function successor(
  option: OptionSchema,
  setting: EffectiveSetting,
  { guest, settings, file }: RuleContext,
): Fix[] {
  const [only, ...more] = setting.parts;
  if (!only?.value || more.length > 0 || only.operator?.text !== '=' || setting.value.kind !== 'atom')
    return [];
  const word = wordFor(option, setting.value.text, { guestType: guest.type, release: settings.xenVersion });
  const instead = parseConfig(word?.deprecated ?? '').settings[0];
  if (instead?.value?.kind !== 'string' || guest.settings.has(instead.name.text)) return [];
  const quote = file.text[only.value.start] === "'" ? "'" : '"';
  const value = quote + instead.value.content.text + quote;
  return [
    {
      title: `Write ${instead.name.text} = ${value}`,
      preferred: true,
      safe: true,
      edits: [
        { start: only.name.start, end: only.name.end, newText: instead.name.text },
        { start: only.value.start, end: only.value.end, newText: value },
      ],
    },
  ];
}

export const deprecatedOption: Rule = {
  code: 'deprecated-option',
  kinds: EVERY_KIND,
  severity: 'information',
  summary: 'An option that works today and has a successor.',
  details:
    'xl still reads it. The message says what to write instead.\n\n```\n' +
    'builder = "hvm"     # deprecated\ntype = "hvm"\n```',
  *check(context) {
    const { guest, settings } = context;
    for (const setting of guest.settings.values()) {
      const option = context.kind.optionByName.get(setting.name);
      if (!option?.deprecated || !existsIn(settings.xenVersion, option)) continue;
      if (option.deprecated.since && !atLeast(settings.xenVersion, option.deprecated.since)) continue;
      const fixes = successor(option, setting, context);
      for (const { name } of setting.parts) {
        yield {
          span: { start: name.start, end: name.end },
          message: `${option.name} is deprecated: write ${plain(option.deprecated.instead)}.`,
          tag: 'deprecated',
          ...(fixes.length > 0 ? { fixes } : {}),
        };
      }
    }
  },
};
