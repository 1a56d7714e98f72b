/** How the cases of the rules are written down. */

import { applyEdits, mergeFixes } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import type { Problem } from '@xlcfg/shared/src/rules/problem.ts';
import type { Settings } from '@xlcfg/shared/src/settings.ts';
import type { Severity } from '@xlcfg/shared/src/severity.ts';

/** Settings other than the usual ones, and another place than that of a guest's file. */
export interface Circumstances extends Partial<Settings> {
  readonly uri?: string;
}

/** A file in which the rule finds something. */
export type Firing = [
  /** The file, with «» around each place that the rule points at. */
  text: string,
  severity: Severity,
  /**
   * The file after the fixes of the findings; null where there are none. A list where a finding has several: the file
   * after the first fix of each finding, after the second one, and so on.
   */
  fixed: string | readonly string[] | null,
  circumstances?: Circumstances,
];

/** A file close to one of those above, in which the rule finds nothing. */
export type Silent = [text: string, circumstances?: Circumstances];

export interface RuleCases {
  readonly code: string;
  readonly fires: readonly Firing[];
  readonly silent: readonly Silent[];
}

/** The texts that the fixes of the problems make of a text, in the form of a case. */
export function fixedTexts(text: string, problems: readonly Problem[]): Firing[2] {
  const count = Math.max(0, ...problems.map(({ fixes = [] }) => fixes.length));
  const texts = Array.from({ length: count }, (_, index) =>
    applyEdits(text, mergeFixes(problems.flatMap(({ fixes = [] }) => fixes[index] ?? []))),
  );
  return texts.length > 1 ? texts : (texts[0] ?? null);
}
