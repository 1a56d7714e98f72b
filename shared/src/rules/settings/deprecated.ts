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
import { removal } from './removal.ts';

/** What replaces a setting, as a sentence and as a safe fix. */
interface Replacement {
  readonly advice: string;
  readonly fix: Fix;
}

/** What the schema says to write instead; undefined where a fix would change what xl makes of the file. */
function replacementOf(
  option: OptionSchema,
  setting: EffectiveSetting,
  { guest, settings, file, options }: RuleContext,
): Replacement | undefined {
  const [only, ...more] = setting.parts;
  // With several settings of the name, renaming one would make an earlier one effective.
  if (
    !only?.value ||
    more.length > 0 ||
    setting.overridden.length > 0 ||
    only.operator?.text !== '=' ||
    setting.value.kind !== 'atom'
  )
    return undefined;
  const { name, value } = only;
  const renamed = option.deprecated?.renamed;
  if (renamed !== undefined) {
    return guest.settings.has(renamed)
      ? undefined
      : rewriting(renamed, [{ ...spanOf(name), newText: renamed }]);
  }
  const word = wordFor(option, setting.value.text, schemaContext(guest, settings));
  const instead = parseSetting(word?.deprecated ?? settingFor(option, setting) ?? '');
  if (instead?.value?.kind !== 'string') return undefined;
  const successor = options.read.find((read) => read.option.name === instead.name.text)?.setting;
  const { text } = instead.value.content;
  // A word says the very same as its successor; a boolean has a field of its own in the configuration.
  if (word && successor?.value.kind === 'atom' && successor.value.text === text) {
    return {
      advice: `\`${instead.name.text}\` says the same. Remove it.`,
      fix: { ...removal(only, file.text), preferred: true, safe: true },
    };
  }
  if (guest.settings.has(instead.name.text)) return undefined;
  const quote = file.text[value.start] === "'" ? "'" : '"';
  const newValue = quote + text + quote;
  return rewriting(`${instead.name.text}${file.text.slice(name.end, value.start)}${newValue}`, [
    { ...spanOf(name), newText: instead.name.text },
    { ...spanOf(value), newText: newValue },
  ]);
}

/** The setting that means the same as a deprecated boolean; undefined for another option, and for a value that is ignored. */
function settingFor({ deprecated }: OptionSchema, setting: EffectiveSetting): string | undefined {
  const number = deprecated?.settings ? numberOf(setting) : null;
  return number === null ? undefined : deprecated?.settings?.[number === 0n ? 'off' : 'on'];
}

const rewriting = (what: string, edits: readonly Edit[]): Replacement => ({
  advice: `Use \`${what}\`.`,
  fix: { title: `Change to ${what}`, preferred: true, safe: true, edits },
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
      const replacement = replacementOf(option, setting, context);
      const advice = replacement?.advice ?? `Use ${option.deprecated.instead}.`;
      for (const { name } of setting.parts) {
        yield {
          span: spanOf(name),
          message: `\`${option.name}\` is deprecated. ${advice}`,
          tag: 'deprecated',
          ...withFixes(replacement ? [replacement.fix] : []),
        };
      }
    }
  },
};
