/** How rules between options are defined: they get the values of options and yield options to report. */
import { placeIn } from '../../edits/stringEdits.ts';
import { joinedString } from '../../model/effectiveSettings.ts';
import { type OptionValues, optionValuesOf } from '../../model/optionValues.ts';
import { isForOtherArchitecture } from '../../schema/options/matching.ts';
import { type Span, spanOf } from '../../span.ts';
import type { StringLiteral } from '../../syntax/index.ts';
import {
  type Finding,
  NOTHING,
  type Rule,
  type RuleContext,
  type RuleDescription,
  withFixes,
} from '../rule.ts';
import { type Choice, choiceFixes } from './choices.ts';

export interface OptionFinding<Option extends string = string>
  extends Pick<Finding, 'message' | 'severity' | 'stage' | 'tag' | 'fixes' | 'assumesArchitecture'> {
  /** The option whose effective setting is marked. */
  readonly option: Option;
  /** Absent: the name of the setting is marked. */
  readonly mark?: 'value';
  /** What the message says to remove or to write: a fix each, after those in `fixes`. */
  readonly choices?: readonly Choice[];
  /** The part of the text of the value that is marked. Absent: `mark` decides. */
  readonly part?: Span;
  /** Other options that are involved, and how. */
  readonly relatedOptions?: readonly { readonly option: string; readonly message: string }[];
}

interface OptionRuleDefinition<Option extends string> extends RuleDescription {
  /** The options that it may report. Where xl reads none of them, the rule is not run. */
  readonly options: readonly Option[];
}

export const optionRule = <const Option extends string>(
  { options, ...rule }: OptionRuleDefinition<Option>,
  find: (values: OptionValues, context: RuleContext) => Iterable<OptionFinding<NoInfer<Option>>>,
): Rule => ({
  ...rule,
  check: (context) =>
    options.some((option) => context.values.setting(option))
      ? findingsOf(context, (values) => find(values, context))
      : NOTHING,
});

/**
 * A rule with a table: the entries of each option that xl reads from the file are checked. `find` returns what an entry
 * finds wrong with the option, or null.
 */
export const optionTable = <Entry>(
  rule: RuleDescription,
  entries: readonly Entry[],
  optionsOf: (entry: Entry) => readonly string[],
  find: (
    entry: Entry,
    option: string,
    values: OptionValues,
    context: RuleContext,
  ) => Omit<OptionFinding, 'option'> | null,
): Rule => {
  const byOption = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const option of optionsOf(entry)) byOption.set(option, [...(byOption.get(option) ?? []), entry]);
  return {
    ...rule,
    check(context): readonly Finding[] {
      const found: Finding[] = [];
      for (const { option } of context.options.read) {
        // What is for another architecture is reported as such.
        if (isForOtherArchitecture(option, context.guest.architecture)) continue;
        for (const entry of byOption.get(option.name) ?? NO_ENTRIES) {
          const findings = findingsOf(context, (values) => {
            const one = find(entry, option.name, values, context);
            return one ? [{ option: option.name, ...one }] : NO_ENTRIES;
          });
          found.push(...findings);
        }
      }
      return found.length > 0 ? found : NOTHING;
    },
  };
};

const NO_ENTRIES: readonly never[] = [];

/**
 * What `find` yields, with spans in the file. A finding is dropped if it is about a value that makes xl reject the file, or
 * if `find` has read one before: xl stops there, and what would follow from the value, or from its absence, is unknown.
 * For the same reason nothing is found where the guest type is rejected.
 */
function findingsOf(
  context: RuleContext,
  find: (values: OptionValues) => Iterable<OptionFinding>,
): readonly Finding[] {
  const { guest, settings, invalidValues, hasValidType } = context;
  if (!hasValidType) return NOTHING;
  const rejected = invalidValues.filter(({ fault }) => fault.effect === 'refused');
  let dependsOnRejected = false;
  const values =
    rejected.length === 0
      ? context.values
      : optionValuesOf(guest, settings.xenVersion, () => {
          dependsOnRejected = true;
        });
  const findings: Finding[] = [];
  for (const one of find(values)) {
    if (dependsOnRejected || rejected.some(({ option }) => option.name === one.option)) continue;
    const finding = findingFor(one, values, context.file.text);
    if (finding) findings.push(finding);
  }
  return findings.length > 0 ? findings : NOTHING;
}

function findingFor(
  { option, mark, part, choices = [], relatedOptions = [], fixes = [], ...finding }: OptionFinding,
  values: OptionValues,
  fileText: string,
): Finding | undefined {
  const text = part && settingText(values, option);
  const span = part && text ? placeIn(text, part) : settingSpan(values, option, mark);
  if (!span) return undefined;
  const related = relatedOptions.flatMap(({ option, message }) => {
    const place = settingSpan(values, option);
    return place ? [{ span: place, message }] : [];
  });
  const all = [...fixes, ...choiceFixes(choices, option, values, fileText)];
  return { span, ...finding, ...withFixes(all), ...(related.length > 0 ? { related } : {}) };
}

/** The span of the name, or of the value, of the effective setting. */
export function settingSpan(values: OptionValues, option: string, mark?: 'value'): Span | undefined {
  const setting = values.setting(option)?.parts.at(-1);
  const node = mark === 'value' ? setting?.value : setting?.name;
  return node && spanOf(node);
}

/** The text of the effective setting with the way back to the file; undefined where it is a list or xl does not read it. */
export function settingText(values: OptionValues, option: string): StringLiteral | undefined {
  const value = values.setting(option)?.value;
  return value?.kind === 'atom' ? joinedString(value.nodes) : undefined;
}
