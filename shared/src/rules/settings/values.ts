/** Rules about the values of options: the faults that the model finds, explained. */

import { readConfigNumber } from '../../cNumbers.ts';
import type { Fix } from '../../edits/edit.ts';
import { VIF } from '../../languages/vif/vif.ts';
import type { EffectiveSetting, Guest } from '../../model/guest.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import { deviceModelOf } from '../../model/machine.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import type { InvalidValue, ValueFault } from '../../model/validateValues.ts';
import { firmwareImageOf } from '../../schema/firmwareImages.ts';
import { wordsFor } from '../../schema/options/matching.ts';
import type { BadValueEffect, OptionSchema } from '../../schema/types.ts';
import { valueSynonymOf } from '../../schema/valueSynonyms.ts';
import { atLeast } from '../../schema/xenVersions.ts';
import type { Severity } from '../../severity.ts';
import type { Span } from '../../span.ts';
import type { ConfigFile, Setting } from '../../syntax/index.ts';
import { nearest } from '../../text/nearest.ts';
import { inRange, listed, quoted } from '../../text/sentences.ts';
import {
  EVERY_KIND,
  type Explanation,
  type Finding,
  NOTHING,
  type Rule,
  type RuleContext,
  type RuleDescription,
  withFixes,
} from '../rule.ts';
import { BOOLEANS, listOfWords, numberMeant } from './meantValues.ts';
import { lossBy } from './missing.ts';
import { parseSetting } from './parseSetting.ts';

const SEVERITY: Readonly<Record<BadValueEffect, Severity>> = {
  refused: 'error',
  createFails: 'error',
  startFails: 'warning',
  ignored: 'warning',
};

/** What xl does, as the end of a sentence. */
const OUTCOME: Readonly<Record<BadValueEffect, string>> = {
  refused: 'xl rejects the file',
  ignored: 'xl ignores the setting',
  createFails: '`xl create` fails',
  startFails: 'the guest does not start',
};

type FaultKind = ValueFault['kind'];
type FaultOfKind<K extends FaultKind> = Extract<ValueFault, { kind: K }>;

/** A rule that turns one kind of fault into findings. */
const valueRule = <K extends FaultKind>(
  rule: Omit<RuleDescription, 'severity'>,
  kind: K,
  explain: (
    fault: FaultOfKind<K> & { readonly outcome: string },
    value: InvalidValue,
    context: RuleContext,
  ) => Explanation,
): Rule => ({
  ...rule,
  severity: 'warning',
  kinds: EVERY_KIND,
  check(context): readonly Finding[] {
    if (context.invalidValues.length === 0) return NOTHING;
    return context.invalidValues.flatMap((value) => {
      const { fault, span } = value;
      if (!isOfKind(fault, kind)) return [];
      if (fault.effect === 'createFails' && deviceModelOf(context.values) !== 'qemu-xen') return [];
      const loss = lossBy(value, context);
      const outcome = loss?.outcome ?? OUTCOME[fault.effect];
      const { message, fixes } = explain({ ...fault, outcome }, value, context);
      const stage = loss?.stage ?? (fault.effect === 'createFails' ? 'setup' : undefined);
      return {
        severity: loss?.severity ?? SEVERITY[fault.effect],
        ...(stage ? { stage } : {}),
        span,
        message,
        ...withFixes(fixes),
      };
    });
  },
});

const isOfKind = <K extends FaultKind>(fault: ValueFault, kind: K): fault is FaultOfKind<K> =>
  fault.kind === kind;

const listExpected = valueRule(
  {
    code: 'list-expected',
    source: 'libxlu_cfg.c:xlu_cfg_get_list',
    summary: 'A single value where xl expects a list.',
    details:
      'xl warns and ignores the option: the guest gets no disk, no interface. A few options make ' +
      'it reject the file. Put the value in brackets.\n\n```\ndisk = "/dev/vg/web1,raw,xvda,rw"       # no disk\ndisk = [ "/dev/vg/web1,raw,xvda,rw" ]\n```',
  },
  'list-expected',
  ({ outcome }, { option, span }, { file }) => ({
    message: `\`${option.name}\` must be a list: ${outcome}. Add brackets.`,
    fixes: [
      {
        title: 'Add brackets',
        preferred: true,
        edits: [{ ...span, newText: `[ ${file.text.slice(span.start, span.end)} ]` }],
      },
    ],
  }),
);

const valueExpected = valueRule(
  {
    code: 'value-expected',
    source: 'libxlu_cfg.c:find_atom',
    summary: 'A list where xl expects a single value.',
    details:
      'xl warns and ignores the option; for a few options it rejects the file. Take the brackets ' +
      'away.\n\n```\n' +
      'memory = [ 512 ]     # ignored\nmemory = 512\n```',
  },
  'value-expected',
  ({ outcome }, { option, setting, span }, { file }) => {
    const value = setting.parts.at(-1)?.value;
    const only = value?.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
    const single = only?.kind === 'list' ? undefined : only;
    return {
      message: `\`${option.name}\` must be a single value: ${outcome}. Remove the brackets.`,
      fixes: single
        ? [
            {
              title: 'Remove brackets',
              preferred: true,
              edits: [{ ...span, newText: file.text.slice(single.start, single.end) }],
            },
          ]
        : [],
    };
  },
);

/** Whether the rate of a network interface is limited. */
const limitsRate = (specs: GuestSpecs): boolean =>
  specs.of(VIF).some(({ spec }) => spec.values.has('rate_bytes_per_interval'));

/**
 * vif_parse_rate_bytes_per_sec does not set errno before it reads the number, and takes an ERANGE of the number before for its
 * own. Which one is before depends on the order in which xl reads options, and on what the C library does in between.
 */
const OVERFLOW_OF_RATE = ' xl may reject the rate of the vif because of it.';

const badNumber = valueRule(
  {
    code: 'bad-number',
    source: 'libxlu_cfg.c:xlu_cfg_get_long',
    summary: 'A value that is not a number, where xl expects a number.',
    details:
      'xl takes decimal digits, `0x` and hexadecimal ones, or `0` and octal ones: `010` is 8, and `08` is not a number. ' +
      'Nothing may follow, not even a space or a unit. `+=` does not work with numbers. xl warns, and goes on as if ' +
      'the option were not there; for a few options it rejects the file. After a number of more than 64 bits xl may reject ' +
      'the `rate` of a `vif` as well, if that is the last number that it reads before.\n\n```\nmemory = "512M"     # ignored\nmemory = 512\n```',
  },
  'bad-number',
  ({ outcome, reason }, { option, setting, span }, { file, guest, settings, specs }) => {
    const text = setting.value.kind === 'atom' ? setting.value.text : '';
    if (reason === 'added') {
      return {
        message: `\`+=\` does not work with numbers such as \`${option.name}\`: ${outcome}. Use \`=\` and the sum.`,
      };
    }
    const words = listOfWords(option, text, schemaContext(guest, settings));
    if (words !== null) {
      return {
        message: `\`${option.name}\` accepts words only in a list: ${outcome}. Use \`${words}\`.`,
        fixes: [{ title: `Change to ${words}`, preferred: true, edits: [{ ...span, newText: words }] }],
      };
    }
    const digits = /^[ \t]*([0-9]+)(?:[ \t]*([a-z]+))?[ \t]*$/i.exec(text);
    const unit = option.unit ? ` The unit is ${option.unit}.` : '';
    const why =
      reason === 'tooLarge' ? `${quoted(text)} is too large a number` : `${quoted(text)} is not a number`;
    const isSwitch = option.kind.startsWith('boolean');
    const meant = isSwitch ? BOOLEANS[text.trim().toLowerCase()] : numberMeant(option, digits);
    const read = readConfigNumber(meant ?? text).kind;
    const bare = read === 'number' ? meant : undefined;
    const otherwise = read === 'tooLarge' ? 'a smaller number' : 'digits alone';
    const advice = bare ?? (isSwitch ? '1 or 0' : otherwise);
    return {
      message: `${why}: ${outcome}. Use ${advice}.${unit}${reason === 'tooLarge' && limitsRate(specs) ? OVERFLOW_OF_RATE : ''}`,
      fixes:
        bare && setting.parts.length === 1 && file.text.slice(span.start, span.end) !== bare
          ? [{ title: `Change to ${bare}`, preferred: true, edits: [{ ...span, newText: bare }] }]
          : [],
    };
  },
);

/** The bound that a number is beyond. */
const nearestInRange = (
  value: bigint,
  { min, max }: { readonly min?: number; readonly max?: number },
): readonly number[] => {
  if (min !== undefined && value < BigInt(min)) return [min];
  return max !== undefined && value > BigInt(max) ? [max] : [];
};

const outOfRange = valueRule(
  {
    code: 'out-of-range',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    summary: 'A number outside the range of the option.',
    details:
      'The message names the limits, and what xl does with the number: it rejects the file, `xl create` fails later, or ' +
      'it ignores the option.',
  },
  'out-of-range',
  ({ outcome, range, value }, { option, setting, span }) => ({
    fixes: nearestInRange(value, range).flatMap((bound) =>
      setting.parts.length === 1
        ? { title: `Change to ${bound}`, edits: [{ ...span, newText: String(bound) }] }
        : [],
    ),
    message: `${option.name} must be ${inRange(range)}, not ${value}: ${outcome}.`,
  }),
);

/** Of so many words each is offered. */
const MOST_CHOICES = 4;

const badValue = valueRule(
  {
    code: 'bad-value',
    source: 'xl_parse.c:parse_config_data',
    summary: 'An invalid value for the option.',
    details:
      'Where an option accepts one of a few keywords, xl rejects others, or ignores the option. Case matters: ' +
      'most are compared exactly.',
  },
  'unknown-word',
  ({ outcome, word }, { option, setting, span }, { settings, file, guest }) => {
    const reader = schemaContext(guest, settings);
    const names = wordsFor(option, reader).flatMap(({ name, internal }) => (internal ? [] : name));
    const lower = names.find((name) => name === word.toLowerCase());
    const synonym = valueSynonymOf(option.name, word);
    const meant = lower ?? (synonym !== undefined && names.includes(synonym) ? synonym : undefined);
    const suggestion = meant ?? nearest(word, names);
    const successor = parseSetting(
      wordsFor(option, reader).find(({ name }) => name === suggestion)?.deprecated ?? '',
    );
    if (successor?.value?.kind === 'string' && !guest.settings.has(successor.name.text))
      return writeSuccessor(successor, { word, outcome, option, setting, file });
    const several =
      setting.value.kind === 'list' ? listOfWords(option, word, reader)?.slice(2, -2) : undefined;
    if (several !== undefined)
      return {
        message: `Invalid \`${option.name}\` value ${quoted(word)}: ${outcome}. Use a separate string for each word: \`${several}\`.`,
        fixes: [{ title: `Change to ${several}`, preferred: true, edits: [{ ...span, newText: several }] }],
      };
    const image = option.name === 'bios' ? firmwareImageOf(word) : null;
    if (image !== null) {
      const path = atLeast(settings.xenVersion, '4.8') ? word : null;
      return biosImage({ image, path, outcome, word, span, setting, guest });
    }
    const choice = names.length <= 12 ? ` Use ${listed(names.map(quoted))}.` : '';
    const quote = file.text[span.start] === "'" ? "'" : '"';
    return {
      message: `Invalid \`${option.name}\` value ${quoted(word)}: ${outcome}.${suggestion ? ` Did you mean \`${suggestion}\`?` : choice}`,
      // Where += makes the word, none of its parts is the word.
      fixes:
        setting.parts.length !== 1
          ? []
          : (suggestion ? [suggestion] : names.length <= MOST_CHOICES ? names : []).map((name) => ({
              title: `Change to ${name}`,
              preferred: suggestion !== null,
              edits: [{ ...span, newText: `${quote}${name}${quote}` }],
            })),
    };
  },
);

/** For an image of a BIOS in place of its name. `path`: the image, where xl can be told to use it. */
function biosImage({
  image,
  path,
  word,
  outcome,
  span,
  setting,
  guest,
}: {
  readonly image: string;
  readonly path: string | null;
  readonly word: string;
  readonly outcome: string;
  readonly span: Span;
  readonly setting: EffectiveSetting;
  readonly guest: Guest;
}): Explanation {
  const override =
    path === null || guest.settings.has('bios_path_override') ? '' : `bios_path_override = "${path}"`;
  const written = [`bios = "${image}"`, ...(override ? [override] : [])];
  return {
    message: `Invalid \`bios\` value ${quoted(word)}: ${outcome}. Use ${listed(written.map(quoted), 'and')}.`,
    fixes:
      setting.parts.length === 1
        ? [
            {
              title: `Set ${listed(written, 'and')}`,
              preferred: true,
              edits: [{ ...span, newText: `"${image}"${override && `\n${override}`}` }],
            },
          ]
        : [],
  };
}

/** For an option that is deprecated itself: the setting that is written today. */
function writeSuccessor(
  successor: Setting,
  {
    word,
    outcome,
    option,
    setting,
    file,
  }: Pick<InvalidValue, 'option' | 'setting'> &
    Pick<FaultOfKind<'unknown-word'>, 'word'> & { readonly file: ConfigFile; readonly outcome: string },
): Explanation {
  const [only, ...more] = [...setting.overridden, ...setting.parts];
  const value = successor.value?.kind === 'string' ? successor.value.content.text : '';
  const text = `${successor.name.text} = "${value}"`;
  return {
    message: `Invalid \`${option.name}\` value ${quoted(word)}: ${outcome}. Use \`${text}\`.`,
    fixes:
      only?.value && more.length === 0 && file.errors.length === 0
        ? [
            {
              title: `Change to ${text}`,
              preferred: true,
              edits: [{ start: only.name.start, end: only.value.end, newText: text }],
            },
          ]
        : [],
  };
}

const badForm = valueRule(
  {
    code: 'bad-form',
    source: 'xl_parse.c:parse_config_data libxlu_cfg.c:xlu_cfg_get_long',
    summary: 'A value in a form that xl does not accept for the option.',
    details:
      'Some options, such as `uuid`, have their own form, and xl rejects the file where the text is of another. The hover of the option shows an example.',
  },
  'bad-form',
  ({ outcome, text }, { option, setting, span }, { file }) => ({
    fixes: setting.parts.length === 1 ? uuidFix(option, text, span, file) : [],
    message: `${quoted(text)} is not a valid \`${option.name}\`: ${outcome}.${option.example ? ` Example: \`${option.example}\`` : ''}`,
  }),
);

/** A UUID with the dashes where they belong. */
function uuidFix(option: OptionSchema, text: string, span: Span, file: ConfigFile): Fix[] {
  const digits = text
    .trim()
    .replace(/[{}:\s-]/g, '')
    .replace(/^urn:?uuid:?/i, '');
  if (option.name !== 'uuid' || !/^[0-9a-f]{32}$/i.test(digits)) return [];
  const uuid = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const quote = file.text[span.start] === "'" ? "'" : '"';
  return [
    { title: `Change to ${uuid}`, preferred: true, edits: [{ ...span, newText: quote + uuid + quote }] },
  ];
}

export const valueRules: readonly Rule[] = [
  listExpected,
  valueExpected,
  badNumber,
  outOfRange,
  badValue,
  badForm,
];
