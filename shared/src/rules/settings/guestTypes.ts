/** Rules about guest types that contradict other settings. */

import { removeSetting } from '../../edits/removeSetting.ts';
import { typeOfBuilder } from '../../model/guestType.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { optionByName } from '../../schema/index.ts';
import { isRejectedOption } from '../../schema/options/matching.ts';
import { existsIn } from '../../schema/xenVersions.ts';
import { spanOf } from '../../span.ts';
import { settingRemovalFix } from '../options/removeOption.ts';
import { type Rule, withFixes } from '../rule.ts';

export const refusedForType: Rule = {
  code: 'refused-for-type',
  source: 'xl_parse.c:parse_config_data',
  severity: 'error',
  summary: 'An option that xl rejects for this guest type.',
  details: 'Most options of another type are ignored. A few make xl reject the file.',
  *check({ guest, settings, options, file }) {
    const reader = schemaContext(guest, settings);
    for (const { option, setting } of options.read) {
      // xl ignores a list before it checks the type.
      if (!isRejectedOption(option, reader) || setting.value.kind === 'list') continue;
      const node = setting.parts.at(-1)?.name;
      if (!node) continue;
      yield {
        span: spanOf(node),
        message: `xl rejects ${guest.type === 'hvm' ? 'an' : 'a'} ${guest.type.toUpperCase()} guest with \`${option.name}\`. Remove it.`,
        ...withFixes(settingRemovalFix(setting, option.name, file.text)),
        ...(guest.typeSetting ? {} : { assumesArchitecture: true as const }),
      };
    }
  },
};

export const contradictingTypes: Rule = {
  code: 'contradicting-types',
  source: 'xl_parse.c:parse_config_data',
  severity: 'error',
  summary: '`type` and `builder` that contradict each other.',
  details:
    '`builder` is the old way to say what `type` says: `builder = "hvm"` is `type = "hvm"`, `builder = "generic"` is ' +
    '`type = "pv"`. Where both are there they must agree, or xl rejects the file. Remove `builder`.',
  *check({ guest, settings, file }) {
    const type = optionByName.get('type');
    const builder = guest.settings.get('builder');
    const node = builder?.parts.at(-1);
    if (!type || !existsIn(settings.xenVersion, type) || !node || builder?.value.kind !== 'atom') return;
    const typeSetting = guest.settings.get('type');
    if (typeSetting?.value.kind !== 'atom' || guest.typeSetting?.name.text !== 'type') return;
    const byBuilder = typeOfBuilder(builder.value.text);
    if (byBuilder === undefined || byBuilder === guest.type) return;
    const by = guest.typeSetting;
    yield {
      span: spanOf(node),
      message: `\`builder\` makes this guest ${byBuilder.toUpperCase()}, \`type\` makes it ${guest.type.toUpperCase()}: xl rejects the file. Remove \`builder\`.`,
      related: [{ span: spanOf(by), message: `Makes the guest ${guest.type.toUpperCase()}.` }],
      fixes: [
        {
          title: 'Remove builder',
          preferred: true,
          // All of them: without this one, an earlier one would be effective.
          edits: [...builder.overridden, ...builder.parts].map(({ start, end }) =>
            removeSetting(file.text, start, end),
          ),
        },
      ],
    };
  },
};
