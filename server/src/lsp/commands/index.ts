/** The commands that the server executes: one file and one line each. */
import type { Command } from './command.ts';
import { effectiveConfigCommand } from './effectiveConfig.ts';
import { templatesCommand } from './templates.ts';
import { versionComparisonCommand } from './versionComparison.ts';

export const COMMANDS: readonly Command[] = [
  effectiveConfigCommand,
  templatesCommand,
  versionComparisonCommand,
];
