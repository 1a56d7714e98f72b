/** The frames of rules between options: what xl gets from the file goes in, settings to point at come out. */
import type { OptionValues } from '../../model/optionValues.ts';
import type { Span } from '../../span.ts';
import { type Finding, NOTHING, type Rule, type RuleContext } from '../rule.ts';

export interface OptionFinding<Option extends string = string>
  extends Pick<Finding, 'message' | 'severity' | 'tag' | 'fixes'> {
  /** The option whose setting is marked. */
  readonly at: Option;
  /** Whether the value is marked, or the name. Absent: the name. */
  readonly mark?: 'value';
  /** The settings that it has to do with, and what they do. */
  readonly because?: readonly { readonly option: string; readonly message: string }[];
}

export type OptionRuleText = Pick<Rule, 'code' | 'severity' | 'summary' | 'details'>;

interface OptionRuleFrame<Option extends string> extends OptionRuleText {
  /** The options whose settings it may mark. Where xl reads none of them, the rule is not asked. */
  readonly marks: readonly Option[];
}

export const optionRule = <const Option extends string>(
  { marks, ...rule }: OptionRuleFrame<Option>,
  find: (read: OptionValues, context: RuleContext) => Iterable<OptionFinding<NoInfer<Option>>>,
): Rule => ({
  ...rule,
  check: (context) =>
    marks.some((option) => context.read.setting(option))
      ? findings(find(context.read, context), context)
      : NOTHING,
});

function* findings(found: Iterable<OptionFinding>, { read }: RuleContext): Generator<Finding> {
  for (const one of found) {
    const finding = findingFor(one, read);
    if (finding) yield finding;
  }
}

/**
 * A rule with a table: of each option that xl reads from the file, the entries about it are looked at. `find` gives
 * what it says about the option, or null.
 */
export const optionTable = <Entry>(
  rule: OptionRuleText,
  entries: readonly Entry[],
  optionsOf: (entry: Entry) => readonly string[],
  find: (entry: Entry, option: string, context: RuleContext) => Omit<OptionFinding, 'at'> | null,
): Rule => {
  const byOption = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const option of optionsOf(entry)) byOption.set(option, [...(byOption.get(option) ?? []), entry]);
  return {
    ...rule,
    *check(context) {
      for (const { option } of context.options.read) {
        for (const entry of byOption.get(option.name) ?? NO_ENTRIES) {
          const found = find(entry, option.name, context);
          const finding = found && findingFor({ at: option.name, ...found }, context.read);
          if (finding) yield finding;
        }
      }
    },
  };
};

const NO_ENTRIES: readonly never[] = [];

function findingFor(
  { at, mark, because = [], ...finding }: OptionFinding,
  read: OptionValues,
): Finding | undefined {
  const span = placeOf(read, at, mark);
  if (!span) return undefined;
  const related = because.flatMap(({ option, message }) => {
    const place = placeOf(read, option);
    return place ? [{ span: place, message }] : [];
  });
  return { span, ...finding, ...(related.length > 0 ? { related } : {}) };
}

/** Where the setting that counts stands: its name, or its value. */
export function placeOf(read: OptionValues, option: string, mark?: 'value'): Span | undefined {
  const setting = read.setting(option)?.parts.at(-1);
  const node = mark === 'value' ? setting?.value : setting?.name;
  return node && { start: node.start, end: node.end };
}
