/** `xlcfg completions`: prints a completion script for a shell. */

import { type Command, defineCommand } from '../command/command.ts';
import { EXIT_CODE } from '../command/exitCode.ts';
import { print } from '../common/terminal.ts';
import { COMPLETION_SCRIPTS, isShell } from './shells.ts';

/** @param commands returns all commands, which include this one */
export const completionsCommand = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: 'completions',
    summary: 'print the completions of a shell',
    description: 'Prints a script with which a shell completes commands, options and their values.',
    arguments: [{ name: 'SHELL', description: 'the shell', choices: Object.keys(COMPLETION_SCRIPTS) }],
    options: {},
    examples: [
      {
        call: 'completions bash > ~/.local/share/bash-completion/completions/xlcfg',
        description: 'for bash',
      },
      {
        call: 'completions zsh > ~/.zfunc/_xlcfg',
        description: 'for zsh, with fpath+=(~/.zfunc) in front of compinit in ~/.zshrc',
      },
      { call: 'completions fish > ~/.config/fish/completions/xlcfg.fish', description: 'for fish' },
    ],
    exitCodes: { 0: 'printed', 2: 'a wrong call' },
    run: async ([shell = '']) => {
      if (isShell(shell)) await print(COMPLETION_SCRIPTS[shell](commands()));
      return EXIT_CODE.success;
    },
  });
