import path from 'node:path';
import { findBlock } from '../support/page.ts';
import { runProbe } from '../support/probe.ts';
import { runPastedLines } from '../support/runPastedLines.ts';
import { testEditor } from '../support/testEditor.ts';

testEditor({
  name: "Debian 12's Vim with ALE",
  keys: ['diagnostics', 'hover', 'completion', 'completed', 'fix', 'fixed', 'renamed'],
  xenVersion: '4.17',
  // ALE knows errors and warnings only.
  coarse: (said) => ({
    ...said,
    diagnostics: said.diagnostics.map((one) => ({ ...one, severity: Math.min(one.severity, 2) })),
  }),
  look: (home) => {
    runPastedLines(home, findBlock('vim.md', 'File type and colors', 'sh'));
    home.write('.vimrc', findBlock('vim.md', 'With ALE', 'vim') + findBlock('vim.md', 'Settings', 'vim'));
    return runProbe(home, ['vim', '-S', path.join(import.meta.dirname, 'probe.vim'), home.guest]);
  },
});
