/** How the cases of the rules are written down. */
import type { Severity } from '../../../../shared/src/rules/problem.ts';
import type { Settings } from '../../../../shared/src/settings.ts';

/** A file in which the rule finds something. */
export type Firing = [
  /** The file, with «» around each place that the rule points at. */
  text: string,
  severity: Severity,
  /** The file after the first fix of each finding; null where the rule knows no fix. */
  fixed: string | null,
  settings?: Partial<Settings>,
];

/** A file close to one of those above, in which the rule finds nothing. */
export type Silent = [text: string, settings?: Partial<Settings>];

export interface RuleCases {
  readonly code: string;
  readonly fires: readonly Firing[];
  readonly silent: readonly Silent[];
}
