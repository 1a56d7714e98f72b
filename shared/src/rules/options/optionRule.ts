/** The frame of a rule between options: what xl gets from the file goes in, settings to point at come out. */
import { type Readings, readingsOf } from '../../model/readings.ts';
import type { Span } from '../../span.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

export interface OptionFinding extends Pick<Finding, 'message' | 'severity' | 'tag' | 'fixes'> {
  /** The option whose setting is marked. Where it is not set nothing is said. */
  readonly at: string;
  /** Whether the value is marked, or the name. Absent: the name. */
  readonly mark?: 'value';
  /** The settings that it has to do with, and what they do. */
  readonly because?: readonly { readonly option: string; readonly message: string }[];
}

type RuleText = Pick<Rule, 'code' | 'severity' | 'summary' | 'details'>;

export const optionRule = (
  rule: RuleText,
  check: (read: Readings, context: RuleContext) => Iterable<OptionFinding>,
): Rule => ({
  ...rule,
  *check(context) {
    const read = readingsOf(context.guest, context.settings.xenVersion);
    for (const { at, mark, because = [], ...finding } of check(read, context)) {
      const span = placeOf(read, at, mark);
      if (!span) continue;
      const related = because.flatMap(({ option, message }) => {
        const place = placeOf(read, option);
        return place ? [{ span: place, message }] : [];
      });
      yield { span, ...finding, ...(related.length > 0 ? { related } : {}) };
    }
  },
});

/** Where the setting that counts stands: its name, or its value. */
export function placeOf(read: Readings, option: string, mark?: 'value'): Span | undefined {
  const setting = read.setting(option)?.parts.at(-1);
  const node = mark === 'value' ? setting?.value : setting?.name;
  return node && { start: node.start, end: node.end };
}
