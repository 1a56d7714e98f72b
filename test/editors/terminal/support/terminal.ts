/** A terminal in tmux, with its own tmux server. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { until } from '../../vscode/support/until.ts';
import type { Home } from './home.ts';

export interface Terminal {
  /** Types keys by the names that tmux has for them, such as `Enter` or `C-x`. */
  readonly keys: (...names: readonly string[]) => void;
  /** Types a text as it is. */
  readonly type: (text: string) => void;
  /** What is to be seen, line by line, without blanks at the ends. */
  readonly screen: () => string;
  readonly running: () => boolean;
  /** Waits until it holds of a screen that has come to rest; throws with the screen where it waits in vain. */
  readonly waitFor: (what: string, holds: (screen: string) => boolean) => Promise<string>;
  readonly close: () => void;
}

/** Wide enough for every message on one line. */
const SIZE = ['-x', '240', '-y', '70'];

/** Starts a program in a terminal, with the environment of the home folder and nothing else. */
export const openTerminal = (
  home: Home,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Terminal => {
  // Each has its own: the server of the terminal before it may still be ending.
  const socket = path.join(mkdtempSync(path.join(home.folder, 'tmux-')), 'socket');
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8', stdio: 'pipe' });
  const variables = Object.entries({ ...home.env, ...env }).map(([name, value]) => `${name}=${value}`);
  tmux('new-session', '-d', ...SIZE, '-c', home.folder, '--', 'env', '-i', ...variables, ...command);
  tmux('set-option', '-s', 'escape-time', '0');

  const running = (): boolean =>
    spawnSync('tmux', ['-S', socket, 'has-session'], { stdio: 'ignore' }).status === 0;
  const screen = (): string => (running() ? tmux('capture-pane', '-p') : '');
  return {
    keys: (...names) => void tmux('send-keys', ...names),
    type: (text) => void tmux('send-keys', '-l', '--', text),
    screen,
    running,
    waitFor: async (what, holds) => {
      let seen = '';
      const held = await until(() => {
        const before = seen;
        seen = screen();
        return seen === before && holds(seen);
      });
      if (!held) throw new Error(`Waited in vain for ${what}. The screen:\n${seen}`);
      return seen;
    },
    close: () => void spawnSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' }),
  };
};
