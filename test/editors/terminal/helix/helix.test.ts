import path from 'node:path';
import { installFromSuite } from '../support/installFromSuite.ts';
import { findBlock } from '../support/page.ts';
import { openTerminal } from '../support/terminal.ts';
import { testEditor } from '../support/testEditor.ts';
import { answerQuestions } from './keys.ts';

/** With borders around popups and diagnostics below the lines, so that they can be recognized on the screen. */
const READABLE = `
[editor]
popup-border = "all"

[editor.inline-diagnostics]
cursor-line = "hint"
other-lines = "hint"
`;

testEditor({
  name: "Debian 13's Helix",
  keys: ['diagnostics', 'hover', 'completion', 'completed', 'fix', 'fixed', 'formatted', 'renamed', 'hinted'],
  xenVersion: '4.17',
  look: async (home) => {
    const root = path.join(installFromSuite('trixie', 'hx', 'usr/lib/hx/hx'), 'usr/lib/hx');
    home.write(
      '.config/helix/languages.toml',
      findBlock('helix.md', 'Configuration', 'toml') + findBlock('helix.md', 'Settings', 'toml'),
    );
    home.write('.config/helix/config.toml', findBlock('helix.md', 'Inlay hints', 'toml') + READABLE);
    const terminal = openTerminal(home, [path.join(root, 'hx'), home.guest], {
      HELIX_RUNTIME: path.join(root, 'runtime'),
    });
    try {
      return await answerQuestions(home, terminal);
    } finally {
      terminal.close();
    }
  },
});
