/** The completion scripts, by shell. */
import type { Command } from '../command/command.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

type ScriptWriter = (commands: readonly Command[]) => string;

export const COMPLETION_SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
} as const satisfies Readonly<Record<string, ScriptWriter>>;

export const isShell = (name: string): name is keyof typeof COMPLETION_SCRIPTS =>
  Object.hasOwn(COMPLETION_SCRIPTS, name);
