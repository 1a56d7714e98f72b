/** `xlcfg completions`: prints a completion script for a shell. */

import { type Command, defineCommand } from '../command/command.ts';
import { EXIT_CODE } from '../command/exitCode.ts';
import { print } from '../common/terminal.ts';
import { COMPLETION_SCRIPTS, isShell } from './shells.ts';

/** @param commands returns all commands, which include this one */
export const completionsCommand = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: 'completions',
    summary: 'print a shell completion script',
    description: 'Prints a script that completes commands, options and values in a shell.',
    arguments: [{ name: 'SHELL', description: 'target shell', choices: Object.keys(COMPLETION_SCRIPTS) }],
    options: {},
    examples: [
      {
        call: 'completions bash > ~/.local/share/bash-completion/completions/xlcfg',
        description: 'for bash',
      },
      {
        call: 'completions zsh > ~/.zfunc/_xlcfg',
        description: 'for zsh, with fpath+=(~/.zfunc) before compinit in ~/.zshrc',
      },
      { call: 'completions fish > ~/.config/fish/completions/xlcfg.fish', description: 'for fish' },
    ],
    exitCodes: { 0: 'printed', 2: 'wrong usage' },
    run: async ([shell = '']) => {
      if (isShell(shell)) await print(COMPLETION_SCRIPTS[shell](commands()));
      return EXIT_CODE.success;
    },
  });
