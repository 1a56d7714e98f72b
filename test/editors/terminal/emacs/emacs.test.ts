import path from 'node:path';
import { findBlock } from '../support/page.ts';
import { runProbe } from '../support/probe.ts';
import { runPastedLines } from '../support/runPastedLines.ts';
import { testEditor } from '../support/testEditor.ts';

testEditor({
  name: "Debian 12's Emacs with eglot",
  keys: [
    'diagnostics',
    'hover',
    'completion',
    'completed',
    'fix',
    'fixed',
    'fixedAll',
    'formatted',
    'renamed',
  ],
  xenVersion: '4.17',
  look: (home) => {
    runPastedLines(home, findBlock('emacs.md', 'File type and colors', 'sh'));
    // What Emacs compiles in the background comes with warnings in a window of their own.
    home.write('.emacs.d/early-init.el', '(setq native-comp-deferred-compilation nil)\n');
    home.write(
      '.emacs.d/init.el',
      findBlock('emacs.md', 'Configuration', 'elisp') + findBlock('emacs.md', 'Settings', 'elisp'),
    );
    return runProbe(home, ['emacs', '-nw', home.guest, '--load', path.join(import.meta.dirname, 'probe.el')]);
  },
});
