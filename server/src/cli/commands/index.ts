/** All commands, in the order of the help. */
import { checkCommand } from './check.ts';
import { completionsCommand } from './completions.ts';
import type { Command } from './definition.ts';
import { explainCommand } from './explain.ts';
import { fixCommand } from './fix.ts';
import { formatCommand } from './format.ts';
import { schemaCommand } from './schema.ts';
import { showCommand } from './show.ts';

export const COMMANDS: readonly Command[] = [
  checkCommand,
  fixCommand,
  formatCommand,
  showCommand,
  explainCommand,
  schemaCommand,
  completionsCommand(() => COMMANDS),
];
