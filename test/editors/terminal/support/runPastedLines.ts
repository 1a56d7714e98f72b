/** Runs the shell commands that a page tells users to paste. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Home } from './home.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');

/** Runs them in the folder of the clone, with the environment of the home folder; the first that fails ends it. */
export const runPastedLines = (home: Home, lines: string): void => {
  execFileSync('sh', ['-eu', '-c', lines], { cwd: REPOSITORY, env: home.env, stdio: 'inherit' });
};
