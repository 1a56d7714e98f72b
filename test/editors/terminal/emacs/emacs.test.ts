import path from 'node:path';
import { showsWhatTheServerSays } from '../support/compare.ts';
import { block } from '../support/page.ts';
import { paste } from '../support/paste.ts';
import { probe } from '../support/probe.ts';

showsWhatTheServerSays({
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
    paste(home, block('emacs.md', 'File type and colours', 'sh'));
    // What Emacs compiles in the background comes with warnings in a window of their own.
    home.write('.emacs.d/early-init.el', '(setq native-comp-deferred-compilation nil)\n');
    home.write(
      '.emacs.d/init.el',
      block('emacs.md', 'Lines to paste', 'elisp') + block('emacs.md', 'Settings', 'elisp'),
    );
    return probe(home, ['emacs', '-nw', home.guest, '--load', path.join(import.meta.dirname, 'probe.el')]);
  },
});
