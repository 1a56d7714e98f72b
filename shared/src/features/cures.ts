/**
 * Quick fixes for what other files make a problem of this one. Those that need no chance are found by the rules
 * themselves.
 */
import type { Fix, Problem } from '../rules/problem.ts';
import type { XlDocument } from './document.ts';
import { freshMacs, randomUuid } from './refactor/fresh.ts';
import type { RandomBytes, RefactorTools } from './refactor/refactoring.ts';

interface Cure {
  readonly title: string;
  /** What takes the place of the problem's span; undefined where there is nothing. */
  readonly newText: (doc: XlDocument, random: RandomBytes, tools: RefactorTools) => string | undefined;
}

/** By the code of the rule. */
const CURES: Readonly<Record<string, Cure>> = {
  'duplicate-mac': {
    title: 'Give the interface a MAC address of its own',
    newText: (doc, random, { workspace }) => freshMacs(doc, random, workspace)(),
  },
  'duplicate-uuid': { title: 'Give the guest a UUID of its own', newText: (_, random) => randomUuid(random) },
};

/** The problem, with what cures it. None is preferred where it is chance who of two keeps what they share. */
export function withCure(doc: XlDocument, problem: Problem, tools: RefactorTools): Problem {
  const cure = CURES[problem.code];
  const { start, end } = problem.span;
  const newText = tools.random && cure?.newText(doc, tools.random, tools);
  if (!cure || newText === undefined) return problem;
  const fix: Fix = { title: cure.title, edits: [{ start, end, newText }] };
  return { ...problem, fixes: [...(problem.fixes ?? []), fix] };
}
