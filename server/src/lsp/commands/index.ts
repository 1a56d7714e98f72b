/** The commands that the server executes: one file and one line each. */
import { applyEditCommand } from './applyEdit.ts';
import type { Command } from './command.ts';
import { effectiveConfigCommand } from './effectiveConfig.ts';
import { templatesCommand } from './templates.ts';
import { versionComparisonCommand } from './versionComparison.ts';

export const COMMANDS: readonly Command[] = [
  applyEditCommand,
  effectiveConfigCommand,
  templatesCommand,
  versionComparisonCommand,
];
