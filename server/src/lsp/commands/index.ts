/** The commands that the server carries out. One file and one line each. */
import type { Command } from './command.ts';
import { effectiveConfig } from './effectiveConfig.ts';
import { templates } from './templates.ts';

export const COMMANDS: readonly Command[] = [effectiveConfig, templates];
