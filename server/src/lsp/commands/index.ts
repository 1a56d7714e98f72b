/** The commands that the server carries out. One file and one line each. */
import type { Command } from './command.ts';
import { effectiveConfiguration } from './effectiveConfiguration.ts';
import { templates } from './templates.ts';

export const COMMANDS: readonly Command[] = [effectiveConfiguration, templates];
