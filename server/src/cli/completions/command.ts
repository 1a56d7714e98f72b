/** `xlcfg completions`: the command. */

import { type Command, defineCommand } from '../command/command.ts';
import { EXIT } from '../command/exitCode.ts';
import { print } from '../common/output.ts';
import { COMPLETIONS, isShell } from './shells.ts';

/** @param commands gives all commands, this one included */
export const completionsCommand = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: 'completions',
    summary: 'print the completions of a shell',
    description: 'Prints a script with which a shell completes commands, options and their values.',
    arguments: [{ name: 'SHELL', description: 'the shell', choices: Object.keys(COMPLETIONS) }],
    options: {},
    examples: [
      { call: 'completions bash > ~/.local/share/bash-completion/completions/xlcfg', does: 'for bash' },
      {
        call: 'completions zsh > ~/.zfunc/_xlcfg',
        does: 'for zsh, with fpath+=(~/.zfunc) in front of compinit in ~/.zshrc',
      },
      { call: 'completions fish > ~/.config/fish/completions/xlcfg.fish', does: 'for fish' },
    ],
    exits: { 0: 'printed', 2: 'a wrong call' },
    run: async ([shell = '']) => {
      if (isShell(shell)) await print(COMPLETIONS[shell](commands()));
      return EXIT.fine;
    },
  });
