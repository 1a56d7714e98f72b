import type { FileKindName } from '../schema/kinds/index.ts';
import { RULES } from './index.ts';
import type { Problem, Severity } from './problem.ts';
import type { RuleContext } from './rule.ts';
import { silencedBy, silencesOf } from './silence.ts';

const GUEST: readonly FileKindName[] = ['guest'];

/** All problems of a file, graded and silenced as settings and comments ask, in the order of the text. */
export function findProblems(context: RuleContext): Problem[] {
  const { settings, file, kind } = context;
  if (!settings.enable) return [];
  const isSilenced = silencedBy(silencesOf(file));
  const problems: Problem[] = [];
  for (const { code, severity: own, kinds = GUEST, check } of RULES) {
    if (!kinds.includes(kind.name)) continue;
    const chosen: Severity | 'off' | undefined = settings.rules[code];
    if (chosen === 'off') continue;
    for (const { severity = own, ...finding } of check(context)) {
      if (!isSilenced(code, finding.span.start)) {
        problems.push({ code, severity: chosen ?? severity, ...finding });
      }
    }
  }
  return problems.sort(inOrder);
}

/** Compares two problems by their places. */
export const inOrder = (a: Problem, b: Problem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
