/** Fixes whose text is generated when somebody asks for them: with random bytes, and never twice the same. */

import type { XlDocument } from '../document/document.ts';
import type { GeneratedFix } from '../edits/edit.ts';
import type { Problem } from '../rules/problem.ts';
import { createMacGenerator, isSingleSetting, randomUuid } from './refactor/generate.ts';
import type { RandomBytes, RefactorTools } from './refactor/refactoring.ts';

/** Gives another text at each call; undefined where there is none. */
type Generator = () => string | undefined;

/** What each generator needs to know of the document is read once. */
const GENERATORS: Readonly<
  Record<GeneratedFix['generates'], (doc: XlDocument, random: RandomBytes, tools: RefactorTools) => Generator>
> = {
  mac: (doc, random, { workspace }) => createMacGenerator(doc, random, workspace),
  uuid: (doc, random) => () => (isSingleSetting(doc, 'uuid') ? randomUuid(random) : undefined),
};

/** Adds the fix that a problem wants generated to its fixes. Without random bytes nothing is added. */
export function fixGenerator(doc: XlDocument, tools: RefactorTools): (problem: Problem) => Problem {
  const generators = new Map<GeneratedFix['generates'], Generator>();
  const next = (generates: GeneratedFix['generates'], random: RandomBytes): string | undefined => {
    const generator = generators.get(generates) ?? GENERATORS[generates](doc, random, tools);
    generators.set(generates, generator);
    return generator();
  };
  return (problem) => {
    const { generatedFix, fixes = [], span } = problem;
    const newText = generatedFix && tools.random && next(generatedFix.generates, tools.random);
    if (!generatedFix || newText === undefined) return problem;
    const fix = { title: generatedFix.title, edits: [{ start: span.start, end: span.end, newText }] };
    return { ...problem, fixes: [...fixes, fix] };
  };
}
