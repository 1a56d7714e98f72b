/** All commands, in the order of the help. */
import { checkCommand } from './check.ts';
import type { Command } from './definition.ts';
import { fixCommand } from './fix.ts';
import { formatCommand } from './format.ts';
import { showCommand } from './show.ts';

export const COMMANDS: readonly Command[] = [checkCommand, fixCommand, formatCommand, showCommand];
