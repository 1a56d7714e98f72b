import path from 'node:path';
import { showsWhatTheServerSays } from '../support/compare.ts';
import { block } from '../support/page.ts';
import { paste } from '../support/paste.ts';
import { probe } from '../support/probe.ts';

showsWhatTheServerSays({
  name: "Debian 12's Vim with ALE",
  keys: ['diagnostics', 'hover', 'completion', 'completed', 'fix', 'fixed', 'renamed'],
  xenVersion: '4.17',
  // ALE knows errors and warnings only.
  coarse: (said) => ({
    ...said,
    diagnostics: said.diagnostics.map((one) => ({ ...one, severity: Math.min(one.severity, 2) })),
  }),
  look: (home) => {
    paste(home, block('vim.md', 'File type and colours', 'sh'));
    home.write('.vimrc', block('vim.md', 'With ALE', 'vim') + block('vim.md', 'Settings', 'vim'));
    return probe(home, ['vim', '-S', path.join(import.meta.dirname, 'probe.vim'), home.guest]);
  },
});
