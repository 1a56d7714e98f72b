import type { Edit, Fix } from '../../edits/edit.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import { numberOf } from '../../model/optionValues.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { wordFor } from '../../schema/options/matching.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import { spanOf } from '../../span.ts';
import { isOverridden } from '../options/overridden.ts';
import { EVERY_KIND, type Rule, type RuleContext, withFixes } from '../rule.ts';
import { parseSetting } from './parseSetting.ts';

/** Safe fixes that rewrite the setting as the schema says. */
function replacementFixes(
  option: OptionSchema,
  setting: EffectiveSetting,
  { guest, settings, file }: RuleContext,
): Fix[] {
  const [only, ...more] = setting.parts;
  // With several settings of the name, renaming one would make an earlier one effective.
  if (
    !only?.value ||
    more.length > 0 ||
    setting.overridden.length > 0 ||
    only.operator?.text !== '=' ||
    setting.value.kind !== 'atom'
  )
    return [];
  const { name, value } = only;
  const renamed = option.deprecated?.renamed;
  if (renamed !== undefined) {
    return guest.settings.has(renamed) ? [] : [rewriteFix(renamed, [{ ...spanOf(name), newText: renamed }])];
  }
  const word = wordFor(option, setting.value.text, schemaContext(guest, settings));
  const instead = parseSetting(word?.deprecated ?? settingFor(option, setting) ?? '');
  if (instead?.value?.kind !== 'string' || guest.settings.has(instead.name.text)) return [];
  const quote = file.text[value.start] === "'" ? "'" : '"';
  const newValue = quote + instead.value.content.text + quote;
  return [
    rewriteFix(`${instead.name.text}${file.text.slice(name.end, value.start)}${newValue}`, [
      { ...spanOf(name), newText: instead.name.text },
      { ...spanOf(value), newText: newValue },
    ]),
  ];
}

/** The setting that means the same as a deprecated boolean; undefined for another option, and for a value that is ignored. */
function settingFor({ deprecated }: OptionSchema, setting: EffectiveSetting): string | undefined {
  const number = deprecated?.settings ? numberOf(setting) : null;
  return number === null ? undefined : deprecated?.settings?.[number === 0n ? 'off' : 'on'];
}

const rewriteFix = (what: string, edits: readonly Edit[]): Fix => ({
  title: `Change to ${what}`,
  preferred: true,
  safe: true,
  edits,
});

export const deprecatedOption: Rule = {
  code: 'deprecated-option',
  source: 'xl_parse.c:parse_config_data xl.c:parse_global_config',
  kinds: EVERY_KIND,
  severity: 'information',
  summary: 'A deprecated option.',
  details:
    'xl still reads it. The message says what to write instead.\n\n```\n' +
    'builder = "hvm"     # deprecated\ntype = "hvm"\n```',
  *check(context) {
    const { options, settings, hasValidType, invalidValues } = context;
    const others = hasValidType ? options.ofOtherGuestTypes : [];
    for (const { option, setting } of [...options.read, ...others]) {
      // Another rule reports options without effect.
      if (!option.deprecated || option.unused) continue;
      if (option.deprecated.since && !atLeast(settings.xenVersion, option.deprecated.since)) continue;
      // That it has no effect, or that its value is wrong, is what matters then.
      if (isOverridden(option.name, context) || invalidValues.some((invalid) => invalid.option === option))
        continue;
      const fixes = replacementFixes(option, setting, context);
      for (const { name } of setting.parts) {
        yield {
          span: spanOf(name),
          message: `\`${option.name}\` is deprecated. Use ${fixes[0]?.title.replace(/^Change to (.*)$/, '`$1`') ?? option.deprecated.instead}.`,
          tag: 'deprecated',
          ...withFixes(fixes),
        };
      }
    }
  },
};
