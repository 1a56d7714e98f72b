/** What makes a run of check fail, and what is told. */
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { run } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Two warnings and one error. */
const FILES = {
  'warned.cfg': 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemroy = 1\nmemroi = 1\n',
  'bad.cfg': 'name = "b"\nkernel = "/k"\ntype = "xyz"\n',
};

describe.concurrent('check', () => {
  it.each([
    ['warnings alone', ['warned.cfg'], 0, /1 file checked: 2 warnings/, /^$/],
    ['as many as may be', ['--max-warnings', '2', 'warned.cfg'], 0, /2 warnings/, /^$/],
    [
      'more than may be',
      ['--max-warnings', '1', 'warned.cfg'],
      1,
      /2 warnings/,
      /^xlcfg: 2 warnings, at most 1 may be\n$/,
    ],
    ['none may be', ['--max-warnings', '0', 'warned.cfg'], 1, /2 warnings/, /at most 0 may be/],
    ['only errors', ['--quiet', '.'], 1, /^bad\.cfg:3:8: error .*2 files checked: 1 error\n$/s, /^$/],
    ['no errors', ['--quiet', 'warned.cfg'], 0, /^$/, /^$/],
    [
      'warnings that are not told count',
      ['--quiet', '--max-warnings', '1', 'warned.cfg'],
      1,
      /^$/,
      /2 warnings, at most 1/,
    ],
    ['a rule made an error', ['--rule', 'unknown-option=error', 'warned.cfg'], 1, /2 errors/, /^$/],
    ['a rule turned off', ['--rule', 'unknown-option=off', 'warned.cfg'], 0, /no problems/, /^$/],
    [
      'the last word on a rule counts',
      ['--rule', 'unknown-option=off', '--rule', 'unknown-option=hint', 'warned.cfg'],
      0,
      /2 notes/,
      /^$/,
    ],
  ])('%s', async (_, args, code, stdout, stderr) => {
    using folder = makeFolder(FILES);
    const result = await run(['check', ...args], { cwd: folder.path });
    expect(result.stdout).toMatch(stdout);
    expect(result.stderr).toMatch(stderr);
    expect(result.code).toBe(code);
  });

  it.each([
    [['--rule', 'nope=off', '.'], /there is no rule nope/],
    [['--rule', 'unknown-option', '.'], /the severity must be one of off, hint/],
    [['--rule', 'unknown-option=fatal', '.'], /the severity must be one of off, hint/],
    [['--rule', '__proto__=off', '.'], /there is no rule __proto__/],
    [['--max-warnings', '-1', '.'], /max-warnings/],
    [['--max-warnings', 'many', '.'], /max-warnings/],
    [['--stdin-filename', 'a.cfg', '.'], /--stdin-filename is for standard input/],
    [['--watch', '-'], /standard input cannot be watched/],
    [['--watch', '--format', 'json', '.'], /--watch prints for people/],
  ])('a wrong call: %j', async (args, stderr) => {
    using folder = makeFolder(FILES);
    const result = await run(['check', ...args], { cwd: folder.path });
    expect(result.stderr).toMatch(stderr);
    expect([result.stdout, result.code]).toEqual(['', 2]);
  });
});
