/** What users see of a bug in the command line. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bugs } from '../../../server/package.json';
import { built } from '../../support/built.ts';
import { makeFolder } from '../../support/folder.ts';
import { BAD, GOOD } from './support/guests.ts';

const preload = (name: string): string => path.resolve(import.meta.dirname, `../support/${name}.cjs`);

const run = (cwd: string, script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', preload(script), built.cli, ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
};

describe('a bug', () => {
  it('is one line with where to report it, and exit code 70', () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { status, stderr } = run(folder.path, 'throwLater', ['check', '--watch', 'a.cfg'], {
      THROW_NOW: '1',
    });
    expect(stderr).toMatch(
      /^xlcfg: internal error, TypeError: made by a test\\x0ain two lines \(throwLater\.cjs:\d+:\d+\); please report it: .*\n$/,
    );
    expect(stderr).toContain(bugs.url);
    expect(status).toBe(70);
  });

  it.each(['check', 'format', 'fix'])('with one file leaves the others: %s', (command) => {
    using folder = makeFolder({ 'bug.cfg': GOOD, 'a.cfg': BAD });
    const { status, stdout, stderr } = run(folder.path, 'throwOnRead', [command, '.']);
    expect(stderr).toMatch(
      /^xlcfg: bug\.cfg: internal error, TypeError: Cannot read .*; please report it: .*\n$/,
    );
    expect(stdout).toContain(command === 'check' ? 'a.cfg:3:8: error' : '1 file');
    expect(status).toBe(70);
  });
});
