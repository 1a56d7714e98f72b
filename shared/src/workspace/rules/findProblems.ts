import type { Range } from 'vscode-languageserver-types';
import { silencedBy } from '../../directives/silence.ts';
import { compareProblems } from '../../rules/findProblems.ts';
import type { Problem } from '../../rules/problem.ts';
import type { Settings } from '../../settings.ts';
import { spanOf } from '../../span.ts';
import { WORKSPACE_RULES } from './index.ts';
import type { WorkspaceContext } from './workspaceRule.ts';

/** A problem of a file whose text is not needed. */
export interface WorkspaceProblem extends Problem {
  /** The span in lines and characters. */
  readonly range: Range;
}

/**
 * The problems of a file with other files in the order of the text, with the severities of the settings, without those that
 * are silenced. Linear in the number of its facts and of the files that it shares them with.
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
        span: spanOf(fact),
        range: context.file.rangeOf(fact),
        ...finding,
      }));
  }).sort(compareProblems);
}
