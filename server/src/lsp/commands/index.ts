/** The commands that the server executes: one file and one line each. */
import { applyEditCommand } from './applyEdit.ts';
import type { Command } from './command.ts';
import { effectiveConfigCommand, effectiveLinesCommand } from './effectiveConfig.ts';
import { explainCommand } from './explain.ts';
import { platformCommand } from './platform.ts';
import { setPlatformCommand } from './setPlatform.ts';
import { setSeverityCommand } from './setSeverity.ts';
import { showDocumentationCommand } from './showDocumentation.ts';
import { templatesCommand } from './templates.ts';
import { versionComparisonCommand } from './versionComparison.ts';

export const COMMANDS: readonly Command[] = [
  applyEditCommand,
  effectiveConfigCommand,
  effectiveLinesCommand,
  explainCommand,
  platformCommand,
  setPlatformCommand,
  setSeverityCommand,
  showDocumentationCommand,
  templatesCommand,
  versionComparisonCommand,
];
