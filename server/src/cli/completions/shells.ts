/** The shells whose completions there are. */
import type { Command } from '../command/command.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

type Completer = (commands: readonly Command[]) => string;

export const COMPLETIONS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} as const satisfies Readonly<Record<string, Completer>>;

export const isShell = (name: string): name is keyof typeof COMPLETIONS => Object.hasOwn(COMPLETIONS, name);
