/**
 * Quick fixes for what other files make a problem of this one. Those that need no chance are found by the rules
 * themselves.
 */

import type { XlDocument } from '../document/document.ts';
import type { Problem } from '../rules/problem.ts';
import { freshMacs, isOnePiece, randomUuid } from './refactor/fresh.ts';
import type { RandomBytes, RefactorTools } from './refactor/refactoring.ts';

interface Cure {
  readonly title: string;
  /** Gives what takes the place of a problem's span, another text each time; undefined where there is nothing. */
  readonly prepare: (doc: XlDocument, random: RandomBytes, tools: RefactorTools) => () => string | undefined;
}

/** By the code of the rule. */
const CURES: Readonly<Record<string, Cure>> = {
  'duplicate-mac': {
    title: 'Give the interface a MAC address of its own',
    prepare: (doc, random, { workspace }) => freshMacs(doc, random, workspace),
  },
  'duplicate-uuid': {
    title: 'Give the guest a UUID of its own',
    prepare: (doc, random) => () => (isOnePiece(doc, 'uuid') ? randomUuid(random) : undefined),
  },
};

/**
 * What adds to problems what cures them. None is preferred: it is chance who of two keeps what they share. What a rule
 * needs to know of the document is read once.
 */
export function createCures(doc: XlDocument, tools: RefactorTools): (problem: Problem) => Problem {
  const prepared = new Map<string, () => string | undefined>();
  return (problem) => {
    const cure = CURES[problem.code];
    if (!cure || !tools.random) return problem;
    const next = prepared.get(problem.code) ?? cure.prepare(doc, tools.random, tools);
    prepared.set(problem.code, next);
    const newText = next();
    if (newText === undefined) return problem;
    const { start, end } = problem.span;
    const fix = { title: cure.title, edits: [{ start, end, newText }] };
    return { ...problem, fixes: [...(problem.fixes ?? []), fix] };
  };
}
