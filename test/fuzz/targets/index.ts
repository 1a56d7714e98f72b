/** All that is fuzzed. */
import type { Target } from '../engine/target.ts';
import { features, fixes, formatter, parser } from './language.ts';
import { disks, strings } from './strings.ts';
import { actions, renames } from './structure.ts';
import { wire } from './wire.ts';

export const TARGETS: readonly Target[] = [
  parser,
  disks,
  strings,
  features,
  fixes,
  formatter,
  actions,
  renames,
  wire,
];
