/** How the cases of the rules are written down. */

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
  /** The file after the first fix of each finding; null where the rule knows no fix. */
  fixed: string | null,
  circumstances?: Circumstances,
];

/** A file close to one of those above, in which the rule finds nothing. */
export type Silent = [text: string, circumstances?: Circumstances];

export interface RuleCases {
  readonly code: string;
  readonly fires: readonly Firing[];
  readonly silent: readonly Silent[];
}
