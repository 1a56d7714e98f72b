/** What makes `xlcfg check` fail, and what is reported: `--max-warnings`, `--quiet`, `--rule`. */
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { run } from '../support/program.ts';

/** Two warnings and one error. */
const FILES = {
  'warned.cfg': 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nmemroy = 1\nmemroi = 1\n',
  'bad.cfg': 'name = "b"\nkernel = "/k"; memory = 512\ntype = "xyz"\n',
};

describe.concurrent('xlcfg check', () => {
  it.each([
    ['accepts warnings', ['warned.cfg'], 0, /1 file checked: 2 warnings/, /^$/],
    ['accepts as many warnings as the limit', ['--max-warnings', '2', 'warned.cfg'], 0, /2 warnings/, /^$/],
    [
      'fails with more warnings than the limit',
      ['--max-warnings', '1', 'warned.cfg'],
      1,
      /2 warnings/,
      /^xlcfg: 2 warnings, but at most 1 allowed\n$/,
    ],
    [
      'accepts no warnings with a limit of 0',
      ['--max-warnings', '0', 'warned.cfg'],
      1,
      /2 warnings/,
      /at most 0 allowed/,
    ],
    [
      'reports only errors with --quiet',
      ['--quiet', '.'],
      1,
      /^bad\.cfg:3:8: error .*2 files checked: 1 error\n$/s,
      /^$/,
    ],
    ['prints nothing with --quiet where there are no errors', ['--quiet', 'warned.cfg'], 0, /^$/, /^$/],
    [
      'counts warnings that --quiet hides',
      ['--quiet', '--max-warnings', '1', 'warned.cfg'],
      1,
      /^$/,
      /2 warnings, but at most 1/,
    ],
    ['raises a rule to an error', ['--rule', 'unknown-option=error', 'warned.cfg'], 1, /2 errors/, /^$/],
    ['turns a rule off', ['--rule', 'unknown-option=off', 'warned.cfg'], 0, /no problems/, /^$/],
    [
      'follows the last --rule for a rule',
      ['--rule', 'unknown-option=off', '--rule', 'unknown-option=hint', 'warned.cfg'],
      0,
      /2 infos/,
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
    [['--stdin-filename', 'a.cfg', '.'], /--stdin-filename requires -/],
    [['--watch', '-'], /standard input cannot be watched/],
    [['--watch', '--format', 'json', '.'], /--watch supports only --format text/],
  ])('rejects %j', async (args, stderr) => {
    using folder = makeFolder(FILES);
    const result = await run(['check', ...args], { cwd: folder.path });
    expect(result.stderr).toMatch(stderr);
    expect([result.stdout, result.code]).toEqual(['', 2]);
  });
});
