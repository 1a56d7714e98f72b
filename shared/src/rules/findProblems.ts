import { silencedBy, silencesOf } from '../directives/silence.ts';
import type { Fix } from '../edits/edit.ts';
import { keepColumns } from '../edits/keepColumns.ts';
import { architectureAssumption } from '../model/architecture.ts';
import type { Guest } from '../model/guest.ts';
import type { FileKindName } from '../schema/kinds/index.ts';
import type { RuleLevels } from '../settings.ts';
import type { Severity } from '../severity.ts';
import { compareSpans, spanOf } from '../span.ts';
import type { ConfigFile } from '../syntax/index.ts';
import { compareTexts } from '../text/compare.ts';
import { withoutUnsafeFixes } from './brokenSettings.ts';
import { withoutConsequences } from './consequences.ts';
import { RULES } from './index.ts';
import type { Problem } from './problem.ts';
import { type Finding, NOTHING, type Rule, type RuleContext, type RuleSource, ruleContext } from './rule.ts';

const GUEST: readonly FileKindName[] = ['guest'];

const rulesFor = (kind: FileKindName): readonly Rule[] =>
  RULES.filter(({ kinds = GUEST }) => kinds.includes(kind));

const RULES_BY_KIND: Readonly<Record<FileKindName, readonly Rule[]>> = {
  guest: rulesFor('guest'),
  'xl.conf': rulesFor('xl.conf'),
  cpupool: rulesFor('cpupool'),
};

/** The problems of a file in the order of the text, with the severities of the settings, without those that are silenced. */
export function findProblems(source: RuleSource): Problem[] {
  const { settings, file } = source;
  if (!settings.enable) return [];
  const isSilenced = silencedBy(silencesOf(file));
  return problemsOf(source, settings.rules, isSilenced);
}

/** All problems of a file in the order of the text, with the severities of the rules, whatever anybody wants to see. */
export const findAllProblems = (source: RuleSource): Problem[] => problemsOf(source, {}, () => false);

function problemsOf(
  source: RuleSource,
  levels: RuleLevels,
  isSilenced: (code: string, offset: number) => boolean,
): Problem[] {
  const context = ruleContext(source);
  const problems: Problem[] = [];
  for (const rule of RULES_BY_KIND[source.kind.name]) {
    const found = rule.check(context);
    // Nearly all rules find nothing: work done for each of them adds up over thousands of files.
    if (found === NOTHING) continue;
    const { code, severity } = rule;
    const chosen: Severity | 'off' | undefined = levels[code];
    if (chosen === 'off') continue;
    for (const finding of found) {
      if (isSilenced(code, finding.span.start)) continue;
      problems.push(problemOf(finding, code, severity, chosen, context));
    }
  }
  problems.sort(compareProblems);
  return source.file.errors.length === 0
    ? problems
    : withoutUnsafeFixes(withoutConsequences(problems, source.file), source.file);
}

/** The finding as it is reported: with the architecture that it assumes, and the setting that is the reason. */
function withAssumption(
  finding: Finding,
  guest: Guest,
): Omit<Problem, 'code' | 'severity'> & Pick<Finding, 'severity'> {
  if (!finding.assumesArchitecture) return finding;
  const { assumesArchitecture: _, ...reported } = finding;
  const assumption = architectureAssumption(guest);
  if (assumption === undefined) return reported;
  const message = `${reported.message} ${assumption}`;
  const by = guest.architectureFrom;
  if (typeof by === 'string') return { ...reported, message };
  const related = [
    ...(reported.related ?? []),
    {
      span: spanOf(by.name),
      message: guest.architecture === 'arm' ? 'Only Arm has this option.' : 'Only x86 has HVM guests.',
    },
  ];
  return { ...reported, message, related };
}

const withColumns = (fix: Fix, file: ConfigFile): Fix => ({ ...fix, edits: keepColumns(file, fix.edits) });

function problemOf(
  finding: Finding,
  code: string,
  severity: Severity,
  chosen: Severity | undefined,
  { guest, file, programBefore }: RuleContext,
): Problem {
  // The spread comes last: before other properties it takes twenty times as long.
  const found: Problem = { code, severity, ...withAssumption(finding, guest) };
  const problem = found.fixes ? { ...found, fixes: found.fixes.map((fix) => withColumns(fix, file)) } : found;
  if (chosen) return { ...problem, severity: chosen };
  const { stage } = problem;
  const program = problem.severity === 'error' && stage ? programBefore(stage) : undefined;
  if (program === undefined) return problem;
  const message = `${problem.message} This is only a warning because ${program} runs first.`;
  return { ...problem, severity: 'warning', message };
}

/** Orders problems by their places in the text, then by their codes. For sort(). */
export const compareProblems = (a: Problem, b: Problem): number =>
  compareSpans(a.span, b.span) || compareTexts(a.code, b.code);
