import { movesSilencedLines } from '../directives/silence.ts';
import type { XlDocument } from '../document/document.ts';
import type { Edit, Fix } from '../edits/edit.ts';
import { mergeFixes } from '../edits/mergeEdits.ts';
import type { Problem } from '../rules/problem.ts';

/** The edits of all fixes that change nothing for xl, to apply at once. A second run takes what was in the way. */
export const fixAll = ({ problems, file }: XlDocument): Edit[] =>
  mergeFixes(firstFixes(problems, ({ safe, edits }) => safe && !movesSilencedLines(file, edits)));

/** Of each problem the first fix of a kind. */
export const firstFixes = (
  problems: readonly Problem[],
  isWanted: (fix: Fix) => boolean | undefined,
): Fix[] => problems.flatMap(({ fixes = [] }) => fixes.find((fix) => isWanted(fix)) ?? []);
