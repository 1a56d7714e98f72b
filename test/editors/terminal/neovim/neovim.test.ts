import path from 'node:path';
import type { Answers } from '../support/answers.ts';
import type { Home } from '../support/home.ts';
import { installFromSuite } from '../support/installFromSuite.ts';
import { findBlock } from '../support/page.ts';
import { runProbe } from '../support/probe.ts';
import { runPastedLines } from '../support/runPastedLines.ts';
import { testEditor } from '../support/testEditor.ts';

const PROBE = path.join(import.meta.dirname, 'probe.lua');

const EVERY_VERSION: readonly (keyof Answers)[] = [
  'diagnostics',
  'hover',
  'completion',
  'completed',
  'fix',
  'fixed',
  'fixedAll',
  'disabled',
  'platform',
  'formatted',
  'renamed',
];

/** With the lines below a heading of the page as `init.lua`. */
const look = (home: Home, lines: string, command: readonly string[]): Promise<Partial<Answers>> => {
  runPastedLines(home, findBlock('neovim.md', 'File type and colors', 'sh'));
  home.write('.config/nvim/init.lua', lines);
  return runProbe(home, [...command, '-c', `luafile ${PROBE}`, home.guest]);
};

testEditor({
  name: "Debian 12's Neovim",
  keys: EVERY_VERSION,
  xenVersion: '4.17',
  look: (home) => look(home, findBlock('neovim.md', 'Settings for 0.7', 'lua'), ['nvim']),
});

testEditor({
  name: "Today's Neovim",
  keys: [...EVERY_VERSION, 'hints', 'tokens'],
  xenVersion: '4.17',
  look: (home) => {
    const root = installFromSuite('forky', 'neovim', 'usr/bin/nvim');
    const runtime = `VIMRUNTIME=${path.join(root, 'usr/share/nvim/runtime')}`;
    return look(
      home,
      findBlock('neovim.md', 'Neovim 0.11 and newer', 'lua') +
        findBlock('neovim.md', 'Settings for 0.11', 'lua'),
      ['env', runtime, path.join(root, 'usr/bin/nvim')],
    );
  },
});
