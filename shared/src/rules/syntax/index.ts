import type { Fix } from '../../edits/edit.ts';
import { spanOf } from '../../span.ts';
import type { ParseError } from '../../syntax/index.ts';
import { EVERY_KIND, type Finding, NOTHING, type Rule, type RuleContext, withFixes } from '../rule.ts';
import { FOREIGN_SYNTAX_RULES } from './foreignSyntax.ts';
import { SYNTAX_RULES } from './messages.ts';
import type { SyntaxRule } from './syntaxRule.ts';
import { effectiveFixes } from './unclosedStrings.ts';

const asTheyAre = (fixes: readonly Fix[] = []): readonly Fix[] => fixes;

const finding = (
  rule: SyntaxRule,
  error: ParseError,
  context: RuleContext,
  selectFixes: (fixes?: readonly Fix[]) => readonly Fix[],
): Finding => {
  const { text } = context.file;
  const related = error.related && { span: error.related, message: rule.related ?? 'See here.' };
  return {
    span: spanOf(error),
    message: rule.message(error, text, context),
    ...(related ? { related: [related] } : {}),
    ...withFixes(selectFixes(rule.fixes?.(error, text, context))),
  };
};

/** One rule for each code of the parser. All are errors: xl rejects the file. */
export const syntaxRules: readonly Rule[] = [...SYNTAX_RULES, ...FOREIGN_SYNTAX_RULES].map((rule) => ({
  code: rule.code,
  source: rule.source,
  severity: 'error',
  kinds: EVERY_KIND,
  summary: rule.summary,
  details: rule.details,
  check: (context) => {
    const errors = context.file.errors.filter(({ code }) => code === rule.code);
    if (errors.length === 0) return NOTHING;
    const selectFixes =
      rule.code === 'unclosed-string' ? asTheyAre : effectiveFixes(context.file.errors, context.file.text);
    return errors.map((error) => finding(rule, error, context, selectFixes));
  },
}));
