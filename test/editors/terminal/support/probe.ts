/** Runs an editor that can be programmed: a script in its own language asks, and writes what it saw as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answers } from './answers.ts';
import { QUESTIONS } from './guest.ts';
import type { Home } from './home.ts';
import { openTerminal } from './terminal.ts';

/**
 * Starts the editor and waits until its script is done.
 *
 * @param command the editor and its arguments; the script finds its questions, as JSON, in the environment's
 *   `XLCFG_QUESTIONS` and writes to the file `XLCFG_SEEN`: the answers that the editor has, or an `error`
 * @throws with the screen, where the script gave up
 */
export const runProbe = async (home: Home, command: readonly string[]): Promise<Partial<Answers>> => {
  const file = path.join(home.folder, 'seen.json');
  const terminal = openTerminal(home, command, {
    XLCFG_QUESTIONS: JSON.stringify(QUESTIONS),
    XLCFG_SEEN: file,
  });
  try {
    await terminal.waitFor('what the editor shows', () => existsSync(file) || !terminal.running());
    if (!existsSync(file)) throw new Error('The editor ended silently.');
    const { error, ...seen } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Answers> & {
      error?: string;
    };
    if (error !== undefined) throw new Error(`${error}\n${terminal.screen()}`);
    return seen;
  } finally {
    terminal.close();
  }
};
