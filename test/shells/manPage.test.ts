/** The manual page in the programs that render manual pages. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands.ts';

const PAGES = ['xlcfg.1', 'xlcfg-language-server.1'].map((name) =>
  path.resolve(import.meta.dirname, '../../server/man', name),
);
const [PAGE = ''] = PAGES;

test.each([
  ['mandoc', '-Tlint', ...PAGES],
  ['groff', '-man', '-ww', '-z', '-Tutf8', ...PAGES],
])('%s has no warnings', (program, ...args) => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
});

test('man shows every command', () => {
  const { status, stdout, stderr } = spawnSync('man', ['--warnings=w', '-l', PAGE], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '200', MANPAGER: 'cat', LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  for (const { name, summary, examples } of COMMANDS) {
    expect(summary).not.toBe('');
    expect(stdout).toMatch(new RegExp(`^ +${name}$`, 'm'));
    for (const { call } of examples) expect(stdout.replace(/\s+/g, ' ')).toContain(`xlcfg ${call}`);
  }
});
