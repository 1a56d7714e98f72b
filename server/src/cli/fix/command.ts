/** `xlcfg fix`: applies the fixes after which xl makes the same of a file as before. */
import { applyEdits, fixAll, fixpointEdits } from '@xlcfg/shared';
import { defineCommand } from '../command/command.ts';
import { analyze } from '../common/content.ts';
import { PATHS_ARGUMENT, PATHS_NOTE, PLATFORM_OPTIONS, platformOverrides } from '../common/options.ts';
import type { Rewriter } from '../rewrite/rewrite.ts';
import { REWRITE_EXIT_CODES, REWRITE_NOTE, REWRITE_OPTIONS, runRewrite } from '../rewrite/rewriteCommand.ts';

/** One fix may make another one possible: safe fixes are applied until there are no more. */
const fix: Rewriter = (path, content, settings) =>
  applyEdits(content.text, fixpointEdits(analyze(path, content, settings), [fixAll]));

export const fixCommand = defineCommand({
  name: 'fix',
  summary: 'apply all safe fixes',
  description: 'Applies all safe fixes: xl reads the fixed file exactly as before.',
  arguments: [PATHS_ARGUMENT],
  options: { ...REWRITE_OPTIONS, ...PLATFORM_OPTIONS },
  notes: [PATHS_NOTE, REWRITE_NOTE],
  examples: [
    { call: 'fix --diff /etc/xen', description: 'show what would change' },
    { call: 'fix /etc/xen', description: 'apply the changes' },
  ],
  exitCodes: REWRITE_EXIT_CODES,
  run: (paths, { arch, xen, ...options }) =>
    runRewrite(paths, options, platformOverrides({ arch, xen }), fix, {
      infinitive: 'fix',
      pastParticiple: 'fixed',
    }),
});
