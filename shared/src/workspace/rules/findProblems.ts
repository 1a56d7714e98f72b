import type { Range } from 'vscode-languageserver-types';
import { silencedBy } from '../../directives/silence.ts';
import { compareProblems } from '../../rules/findProblems.ts';
import type { Problem } from '../../rules/problem.ts';
import type { Settings } from '../../settings.ts';
import { WORKSPACE_RULES } from './index.ts';
import type { WorkspaceContext } from './workspaceRule.ts';

/** A problem of a file whose text need not be known. */
export interface WorkspaceProblem extends Problem {
  /** The span, as an editor counts. */
  readonly range: Range;
}

/**
 * What other files make a problem of this file, graded and silenced as settings and its comments ask, in the order of
 * the text. Time by the number of its facts, and of the files that it shares them with.
 */
export function findWorkspaceProblems(context: WorkspaceContext, settings: Settings): WorkspaceProblem[] {
  if (!settings.enable) return [];
  const isSilenced = silencedBy(context.file.silences ?? []);
  return WORKSPACE_RULES.flatMap(({ code, severity: own, check }) => {
    const chosen = settings.rules[code];
    if (chosen === 'off') return [];
    return [...check(context)]
      .filter(({ fact }) => !isSilenced(code, fact.start))
      .map(({ severity = own, fact, ...finding }) => ({
        code,
        severity: chosen ?? severity,
        span: { start: fact.start, end: fact.end },
        range: context.file.rangeOf(fact),
        ...finding,
      }));
  }).sort(compareProblems);
}
