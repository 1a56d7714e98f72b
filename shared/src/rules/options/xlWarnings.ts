/** Settings that xl itself warns about. Facts: parse_config_data. */

import type { Edit, Fix } from '../../edits/edit.ts';
import { numberOf, type OptionValues } from '../../model/optionValues.ts';
import { OPTIONS } from '../../schema/index.ts';
import { wordForNumber } from '../../schema/options/matching.ts';
import type { OptionSchema } from '../../schema/types.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import { encodeString } from '../../syntax/index.ts';
import { type OptionFinding, optionRule, settingSpan } from './optionRule.ts';
import { removeOptionFix } from './removeOption.ts';

/** An option that xl warns about where another one is missing. */
interface IncompletePair {
  readonly option: string;
  readonly missing: string;
  /** The values that it may have, as text of the file. */
  readonly words: readonly string[];
  readonly message: string;
}

const INCOMPLETE_PAIRS: readonly IncompletePair[] = [
  {
    option: 'bios_path_override',
    missing: 'bios',
    words: ['"seabios"', '"ovmf"'],
    message: 'xl warns that the kind of this firmware is unknown. Add `bios = "seabios"` or `bios = "ovmf"`.',
  },
  {
    option: 'device_model_override',
    missing: 'device_model_version',
    words: ['"qemu-xen"'],
    message: 'xl warns that the kind of this QEMU is unknown. Add `device_model_version = "qemu-xen"`.',
  },
];

const namesOf = (options: readonly OptionSchema[]): readonly string[] => options.map(({ name }) => name);

export const xlWarns = optionRule(
  {
    code: 'xl-warns',
    source: 'xl_parse.c:parse_config_data',
    severity: 'warning',
    options: [
      ...namesOf(OPTIONS.filter(({ warns }) => warns === 'always')),
      ...INCOMPLETE_PAIRS.map(({ option }) => option),
    ],
    summary: 'A setting that makes xl print a warning.',
    details:
      'xl accepts the file and says what it does not like. Some options it only mentions and does nothing with: ' +
      '`device_model`, `vncviewer`, `vif2`.',
  },
  function* (values, { options, file }): Generator<OptionFinding> {
    for (const { option } of options.read) {
      if (option.warns !== 'always') continue;
      if (option.unused) {
        yield {
          option: option.name,
          tag: 'unnecessary',
          message: `xl warns about \`${option.name}\` and ignores it. Remove it${option.deprecated ? `, and use ${option.deprecated.instead}` : ''}.`,
          fixes: removeOptionFix(values, option.name, file.text),
        };
      } else if (!option.deprecated) {
        yield {
          option: option.name,
          message: `xl warns that \`${option.name}\` will be removed. Remove it if the guest runs without it.`,
          choices: [{ remove: option.name }],
        };
      }
    }
    for (const { option, missing, words, message } of INCOMPLETE_PAIRS) {
      if (values.text(option) === null || values.text(missing) !== null) continue;
      yield { option, message, choices: words.map((value) => ({ write: missing, value })) };
    }
  },
);

/** Replaces a number that xl warns about by the word; undefined where there is none. */
function wordEdit(option: OptionSchema, values: OptionValues): Edit | undefined {
  const number = values.number(option.name);
  const place = settingSpan(values, option.name, 'value');
  const word = number === null ? null : wordForNumber(option, number, values);
  return place && word ? { ...place, newText: `"${word.name}"` } : undefined;
}

/** Replaces a text that xl warns about by a list of its words. */
function listFix(option: OptionSchema, values: OptionValues): Fix[] {
  const place = settingSpan(values, option.name, 'value');
  const words = (values.text(option.name) ?? '').split(/[ \t\n]+/).filter((word) => word !== '');
  const items = words.map((word) => encodeString(word, '"'));
  if (!place || items.length === 0 || items.includes(null) || values.setting(option.name)?.parts.length !== 1)
    return [];
  const newText = `[ ${items.map((item) => `"${item}"`).join(', ')} ]`;
  return [{ title: 'Convert to a list', preferred: true, safe: true, edits: [{ ...place, newText }] }];
}

export const deprecatedValue = optionRule(
  {
    code: 'deprecated-value',
    source: 'xl_parse.c:parse_config_data',
    severity: 'information',
    options: namesOf(OPTIONS.filter(({ warns }) => warns === 'number' || warns === 'string')),
    summary: 'A deprecated form of a value, which xl warns about.',
    details:
      'xl still accepts numbers for `tsc_mode` and `timer_mode`, and a text for `bootloader_args`, and warns that this is ' +
      'deprecated. The fix writes the same in the new way.\n\n```\ntsc_mode = 1                     # deprecated\ntsc_mode = "always_emulate"\n```',
  },
  function* (values, { options }): Generator<OptionFinding> {
    for (const { option, setting } of options.read) {
      if (option.warns === 'number' && numberOf(setting) !== null) {
        const edit = wordEdit(option, values);
        if (!edit) continue;
        yield {
          option: option.name,
          mark: 'value',
          tag: 'deprecated',
          message: `xl warns that numbers are deprecated for \`${option.name}\`. Use \`${edit.newText}\`.`,
          fixes: [{ title: `Change to ${edit.newText}`, preferred: true, safe: true, edits: [edit] }],
        };
      }
      const hasLists = option.listSince === undefined || atLeast(values.xenVersion, option.listSince);
      if (option.warns === 'string' && hasLists && values.text(option.name) !== null) {
        yield {
          option: option.name,
          mark: 'value',
          tag: 'deprecated',
          message: `A string is deprecated for \`${option.name}\`: xl warns and splits it at spaces. Use a list.`,
          fixes: listFix(option, values),
        };
      }
    }
  },
);
