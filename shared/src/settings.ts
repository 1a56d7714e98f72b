/** What a person can choose. The names are those of the editor settings, below `xlcfg.`. */

import type { Severity } from './rules/problem.ts';
import { NEWEST_RELEASE, type Release } from './schema/releases.ts';

export interface Settings {
  /** False: no diagnostics at all. */
  readonly enable: boolean;
  /** The release of Xen whose xl the file is meant for. */
  readonly xenVersion: Release;
  /** Severity by rule code; what is not named has the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const DEFAULT_SETTINGS: Settings = { enable: true, xenVersion: NEWEST_RELEASE, rules: {} };
