/** All commands, in the order of the help. */
import { checkCommand } from './check/command.ts';
import type { Command } from './command/command.ts';
import { completionsCommand } from './completions/command.ts';
import { explainCommand } from './explain/command.ts';
import { fixCommand } from './fix/command.ts';
import { formatCommand } from './format/command.ts';
import { schemaCommand } from './schema/command.ts';
import { showCommand } from './show/command.ts';
import { upgradeCommand } from './upgrade/command.ts';

export const COMMANDS: readonly Command[] = [
  checkCommand,
  fixCommand,
  formatCommand,
  showCommand,
  upgradeCommand,
  explainCommand,
  schemaCommand,
  completionsCommand(() => COMMANDS),
];
