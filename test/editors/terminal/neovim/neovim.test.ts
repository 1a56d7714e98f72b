import path from 'node:path';
import type { Answers } from '../support/answers.ts';
import { showsWhatTheServerSays } from '../support/compare.ts';
import type { Home } from '../support/home.ts';
import { newer } from '../support/newer.ts';
import { block } from '../support/page.ts';
import { paste } from '../support/paste.ts';
import { probe } from '../support/probe.ts';

const PROBE = path.join(import.meta.dirname, 'probe.lua');

const EVERY_RELEASE: readonly (keyof Answers)[] = [
  'diagnostics',
  'hover',
  'completion',
  'completed',
  'fix',
  'fixed',
  'fixedAll',
  'formatted',
  'renamed',
];

/** With the lines under a heading as `init.lua`. */
const look = (home: Home, lines: string, command: readonly string[]): Promise<Partial<Answers>> => {
  paste(home, block('neovim.md', 'File type and colours', 'sh'));
  home.write('.config/nvim/init.lua', lines);
  return probe(home, [...command, '-c', `luafile ${PROBE}`, home.guest]);
};

showsWhatTheServerSays({
  name: "Debian 12's Neovim",
  keys: EVERY_RELEASE,
  xenVersion: '4.17',
  look: (home) =>
    look(
      home,
      block('neovim.md', 'Settings for 0.7', 'lua') + block('neovim.md', 'Neovim 0.7 to 0.10', 'lua'),
      ['nvim'],
    ),
});

showsWhatTheServerSays({
  name: "Today's Neovim",
  keys: [...EVERY_RELEASE, 'hints', 'tokens'],
  xenVersion: '4.17',
  look: (home) => {
    const root = newer('forky', 'neovim', 'usr/bin/nvim');
    const runtime = `VIMRUNTIME=${path.join(root, 'usr/share/nvim/runtime')}`;
    return look(
      home,
      block('neovim.md', 'Neovim 0.11 and newer', 'lua') + block('neovim.md', 'Settings for 0.11', 'lua'),
      ['env', runtime, path.join(root, 'usr/bin/nvim')],
    );
  },
});
