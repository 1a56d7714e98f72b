/** `xlcfg fix`: the command. */

import { defineCommand } from '../command/command.ts';
import { givenFor, PATHS_ARGUMENT, PATHS_NOTE, XEN_OPTION } from '../common/options.ts';
import { REWRITING_EXITS, REWRITING_NOTES, REWRITING_OPTIONS, runRewriting } from '../rewrite/command.ts';
import { fixedText } from './fix.ts';

export const fixCommand = defineCommand({
  name: 'fix',
  summary: 'apply the fixes that change nothing for xl',
  description: 'Applies the fixes after which xl makes the same of a file as before.',
  arguments: [PATHS_ARGUMENT],
  options: { ...REWRITING_OPTIONS, xen: XEN_OPTION },
  notes: [PATHS_NOTE, ...REWRITING_NOTES],
  examples: [
    { call: 'fix --diff /etc/xen', does: 'shows what would change' },
    { call: 'fix /etc/xen', does: 'changes it' },
  ],
  exits: REWRITING_EXITS,
  run: (paths, { xen, ...options }) =>
    runRewriting(paths, options, givenFor(xen), fixedText, { verb: 'fix', done: 'fixed' }),
});
