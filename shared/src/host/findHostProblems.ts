import { silencedBy, silencesOf } from '../directives/silence.ts';
import type { XlDocument } from '../document/document.ts';
import type { Fix } from '../edits/edit.ts';
import { keepColumns } from '../edits/keepColumns.ts';
import { compareProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import type { Finding } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import type { Severity } from '../severity.ts';
import type { ConfigFile } from '../syntax/index.ts';
import { hostReferences } from './references.ts';
import type { HostRule } from './rules/hostRule.ts';
import { FILE_HOST_RULES } from './rules/index.ts';
import type { HostView } from './view.ts';

export interface HostProblems {
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** False where a rule was given up, as the host did not answer in time. */
  readonly isComplete: boolean;
}

const NEVER: Promise<never> = new Promise(() => {});

/**
 * What a document names that the host does not have, with the severities of the settings, without what is silenced.
 *
 * @param end settles when no answer is waited for any longer: rules that are not done then report nothing
 */
export async function findHostProblems(
  host: HostView,
  doc: XlDocument,
  end: Promise<unknown> = NEVER,
): Promise<HostProblems> {
  const { settings, file } = doc;
  const rules = settings.enable ? FILE_HOST_RULES.filter(({ code }) => settings.rules[code] !== 'off') : [];
  const isSilenced = silencedBy(silencesOf(file));
  const references = hostReferences(doc);
  let isComplete = true;
  const givenUp = end.then((): readonly Finding[] => {
    isComplete = false;
    return [];
  });
  const problemsOf = async ({ code, severity, check }: HostRule): Promise<readonly Problem[]> => {
    const findings = await Promise.race([check({ references, host }), givenUp]);
    return findings
      .filter(({ span }) => !isSilenced(code, span.start))
      .map(({ fixes = [], ...finding }) => ({
        ...finding,
        code,
        severity: chosenLevel(settings, code) ?? severity,
        ...(fixes.length > 0 && { fixes: fixes.map((fix) => withColumns(fix, file)) }),
      }));
  };
  const found = await Promise.all(rules.map(problemsOf));
  return { problems: found.flat().sort(compareProblems), isComplete };
}

const withColumns = (fix: Fix, file: ConfigFile): Fix => ({ ...fix, edits: keepColumns(file, fix.edits) });

const chosenLevel = ({ rules }: Settings, code: string): Severity | undefined => {
  const level = rules[code];
  return level === 'off' ? undefined : level;
};
