import path from 'node:path';
import { showsWhatTheServerSays } from '../support/compare.ts';
import { newer } from '../support/newer.ts';
import { block } from '../support/page.ts';
import { openTerminal } from '../support/terminal.ts';
import { lookAround } from './keys.ts';

/** Frames around what pops up, and messages below the lines: so that all can be told apart on the screen. */
const READABLE = `
[editor]
popup-border = "all"

[editor.inline-diagnostics]
cursor-line = "hint"
other-lines = "hint"
`;

showsWhatTheServerSays({
  name: "Debian 13's Helix",
  keys: ['diagnostics', 'hover', 'completion', 'completed', 'fix', 'fixed', 'formatted', 'renamed', 'hinted'],
  xenVersion: '4.17',
  look: async (home) => {
    const root = path.join(newer('trixie', 'hx', 'usr/lib/hx/hx'), 'usr/lib/hx');
    home.write(
      '.config/helix/languages.toml',
      block('helix.md', 'Lines to paste', 'toml') + block('helix.md', 'Settings', 'toml'),
    );
    home.write('.config/helix/config.toml', block('helix.md', 'Inlay hints', 'toml') + READABLE);
    const terminal = openTerminal(home, [path.join(root, 'hx'), home.guest], {
      HELIX_RUNTIME: path.join(root, 'runtime'),
    });
    try {
      return await lookAround(home, terminal);
    } finally {
      terminal.close();
    }
  },
});
