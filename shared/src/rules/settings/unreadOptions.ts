/** Options that xl does not read: those of other versions, guest types and toolstacks. */

import type { Fix } from '../../edits/edit.ts';
import { numberOf } from '../../model/optionValues.ts';
import { isForOtherArchitecture } from '../../schema/options/matching.ts';
import type { OptionSchema, XendOption } from '../../schema/types.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import { spanOf } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import { listed, withoutBackticks } from '../../text/sentences.ts';
import { EVERY_KIND, type Rule, type RuleContext, withFixes } from '../rule.ts';
import { parseSetting } from './parseSetting.ts';
import { removal } from './removal.ts';
import { settingsOf } from './settingsOf.ts';

/** Whether the value turned off what no guest of xl has. */
const isSuperfluousValue = ({ superfluousFor = [] }: XendOption, { value }: Setting): boolean =>
  value?.kind === 'string' && superfluousFor.includes(value.content.text.trim().toLowerCase());

/** Removing a superfluous option is safe. Renaming an option is not: xl reads the value from then on. */
function xendFixes(
  { renamed }: XendOption,
  isSuperfluous: boolean,
  setting: Setting,
  isOnly: boolean,
  { file, guest }: RuleContext,
): Fix[] {
  if (isSuperfluous) return [{ ...removal(setting, file.text), preferred: true, safe: true }];
  if (renamed === undefined || !isOnly || guest.settings.has(renamed)) return [];
  const edits = [{ ...spanOf(setting.name), newText: renamed }];
  return [{ title: `Change to ${renamed}`, preferred: true, edits }];
}

export const xendOption: Rule = {
  code: 'xend-option',
  source: 'tools/python/xen/xm/create.py@4.4',
  severity: 'warning',
  summary: 'An option that only xm and xend read.',
  details:
    'The file was written for xm, the toolstack up to Xen 4.4. xl never reads such an option and does not tell. The ' +
    'message says what to write today; where it names nothing, the line can go.',
  *check(context) {
    for (const unread of context.options.unknown) {
      const { name } = unread;
      const known = context.kind.xendOptionByName.get(name);
      if (!known) continue;
      const settings = settingsOf(unread);
      for (const setting of settings) {
        const isOff = isSuperfluousValue(known, setting);
        const fixes = xendFixes(
          known,
          known.superfluous === true || isOff,
          setting,
          settings.length === 1,
          context,
        );
        yield {
          span: spanOf(setting.name),
          message: `\`${name}\` is an option of xm: xl silently ignores it. ${isOff ? 'It turned off what an xl guest does not have; remove it.' : known.instead}`,
          tag: 'unnecessary',
          ...withFixes(fixes),
        };
      }
    }
  },
};

/**
 * Replaces an option that is gone by what the schema names instead, if the option was turned on. Not safe: xl makes another
 * guest of the file then.
 */
function replacementFixes(option: OptionSchema, settings: readonly Setting[], { guest }: RuleContext): Fix[] {
  const [only, ...more] = settings;
  const instead = parseSetting(withoutBackticks(option.deprecated?.instead ?? ''));
  if (!only?.value || more.length > 0 || !instead?.value || guest.typeSetting) return [];
  if ((numberOf(guest.settings.get(option.name)) ?? 0n) === 0n) return [];
  const newText = withoutBackticks(option.deprecated?.instead ?? '');
  return [
    {
      title: `Change to ${newText}`,
      preferred: true,
      edits: [{ start: only.name.start, end: only.value.end, newText }],
    },
  ];
}

export const wrongVersion: Rule = {
  code: 'wrong-release',
  source: 'libxlu_cfg.c:find',
  kinds: EVERY_KIND,
  severity: 'warning',
  summary: 'An option that the chosen version of Xen does not read.',
  details:
    'Options come and go with the releases. xl ignores those that it does not read yet, or no longer, silently. ' +
    'The setting `xlcfg.xenVersion`, or `--xen` on the command line, says for which release the file is meant.',
  *check(context) {
    const xenVersion = context.settings.xenVersion;
    for (const { option, setting } of context.options.ofOtherVersions) {
      const { name } = option;
      const settings = settingsOf(setting);
      const when = atLeast(xenVersion, option.since)
        ? `was last read by Xen ${option.last}`
        : `is read since Xen ${option.since}`;
      const instead = option.deprecated ? ` Use ${option.deprecated.instead}.` : '';
      const fixes = replacementFixes(option, settings, context);
      for (const one of settings) {
        yield {
          span: spanOf(one.name),
          message: `\`${name}\` ${when}: Xen ${xenVersion} silently ignores it.${instead}`,
          tag: 'unnecessary',
          ...withFixes([...fixes, removal(one, context.file.text)]),
        };
      }
    }
  },
};

export const wrongGuestType: Rule = {
  code: 'wrong-guest-type',
  source: 'xl_parse.c:parse_config_data',
  severity: 'warning',
  summary: 'An option that xl does not read for this guest type.',
  details:
    'xl reads many options for one guest type only, and silently ignores them for other types. ' +
    'Without `type` a guest is PV, and PVH on Arm.\n\n```\ntype = "pv"\nvga = "stdvga"    # ignored: vga is for hvm\n```',
  *check(context) {
    const { guest, hasValidType, file } = context;
    if (!hasValidType) return;
    for (const { option, setting } of context.options.ofOtherGuestTypes) {
      if (isForOtherArchitecture(option, guest.architecture)) continue;
      const by = guest.typeSetting;
      // Without a type the guest is PV on x86, PVH on Arm.
      const differs = !by && option.guestTypes.includes('pv') !== option.guestTypes.includes('pvh');
      for (const one of settingsOf(setting)) {
        yield {
          span: spanOf(one.name),
          message: `xl reads \`${option.name}\` for ${listed(
            option.guestTypes.map((type) => type.toUpperCase()),
            'and',
          )} guests only; this one is ${guest.type.toUpperCase()}${by ? '' : ', as no type is set'}. It is silently ignored.`,
          tag: 'unnecessary',
          ...withFixes([removal(one, file.text)]),
          ...(differs ? { assumesArchitecture: true } : {}),
          ...(by
            ? {
                related: [{ span: spanOf(by), message: `Makes the guest ${guest.type.toUpperCase()}.` }],
              }
            : {}),
        };
      }
    }
  },
};
