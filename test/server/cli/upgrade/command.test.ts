/** `xlcfg upgrade` as it is shipped. */
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { BAD, GOOD, NOT_A_GUEST } from '../support/guests.ts';
import { type Run, run } from '../support/program.ts';

const upgrade = (args: readonly string[], cwd: string, input?: string): Promise<Run> =>
  run(['upgrade', ...args], { cwd, ...(input === undefined ? {} : { input }) });

const READS_MORE = `${GOOD}vpmu = 1\n`;
const BREAKS = `${GOOD}sve = "8"\n`;

describe.concurrent('xlcfg upgrade', () => {
  it('reports changes with their lines, what is in no file, and a summary', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'b.cfg': READS_MORE, 'c.cfg': BREAKS, 'd.cfg': BAD });
    const { code, stdout, stderr } = await upgrade(['--from', '4.14', '--to', '4.20', '.'], folder.path);
    expect(stdout.split('\n')).toEqual([
      'b.cfg:5:1: warning read: Xen 4.20 reads `vpmu`, which Xen 4.14 ignores. Remove it to keep the guest as it is.',
      '  5 | vpmu = 1',
      '    | ^^^^^^^^',
      '  effect: `b_info.vpmu` is now `"True"`',
      '',
      'c.cfg:5:1: warning read: Xen 4.20 reads `sve`, which Xen 4.14 ignores. Remove it to keep the guest as it is.',
      '  5 | sve = "8"',
      '    | ^^^^^^^^^',
      '',
      expect.stringMatching(/^c\.cfg:5:7: error rejected: /),
      '  5 | sve = "8"',
      '    |       ^^^',
      '',
      'd.cfg: rejected by both Xen 4.14 and 4.20; run xlcfg check for details',
      '',
      'Not in the files:',
      expect.stringMatching(/^ {2}since Xen 4\.15: .* \(a\.cfg and 3 more\)$/),
      expect.stringMatching(/^ {2}since Xen 4\.16: .* \(d\.cfg\)$/),
      '',
      'From Xen 4.14 to Xen 4.20: 4 files compared: 1 broken, 1 rejected by both, 1 changed, 1 unchanged',
      '',
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('prints JSON for programs', async () => {
    using folder = makeFolder({ 'b.cfg': READS_MORE });
    const { code, stdout } = await upgrade(
      ['--from', '4.14', '--to', '4.20', '--format', 'json', 'b.cfg'],
      folder.path,
    );
    const vpmu = { path: 'b_info.vpmu', after: 'True' };
    expect(JSON.parse(stdout)).toEqual({
      from: '4.14',
      to: '4.20',
      files: [
        {
          path: 'b.cfg',
          outcome: 'changes',
          changes: [
            {
              kind: 'read',
              range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } },
              message: expect.any(String),
              differences: [vpmu],
              fixes: [
                {
                  title: 'Remove `vpmu`',
                  safe: false,
                  edits: [
                    {
                      range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } },
                      newText: '',
                    },
                  ],
                },
              ],
            },
          ],
          differences: [{ path: 'b_info.arch_x86', after: {}, formal: true }, vpmu],
          notes: [{ since: '4.15', message: expect.any(String) }],
        },
      ],
      summary: { files: 1, breaks: 0, rejected: 0, repaired: 0, changes: 1, same: 0 },
    });
    expect(code).toBe(0);
  });

  it('compares with an older version, too', async () => {
    using folder = makeFolder();
    const { code, stdout } = await upgrade(['--from', '4.20', '--to', '4.14', '-'], folder.path, BREAKS);
    expect(stdout).toContain('From Xen 4.20 to Xen 4.14: 1 file compared: 1 newly accepted\n');
    expect(code).toBe(0);
  });

  it('compares with the newest version unless told otherwise', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { stdout } = await upgrade(['--from', '4.21', 'a.cfg'], folder.path);
    expect(stdout).toMatch(/^From Xen 4\.21 to Xen 4\.\d+: 1 file compared/m);
  });

  it('skips files that are no guests with --only-guests', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'b.ini': NOT_A_GUEST });
    const { code, stdout } = await upgrade(
      ['--from', '4.14', '--to', '4.17', '--only-guests', 'a.cfg', 'b.ini'],
      folder.path,
    );
    expect(stdout).toMatch(/: 1 file compared/);
    expect(code).toBe(0);
  });

  it.each<[string, string[], RegExp]>([
    ['no --from', ['a.cfg'], /--from is required/],
    ['one version', ['--from', '4.17', '--to', '4.17', 'a.cfg'], /nothing to compare/],
    ['a missing file', ['--from', '4.17', 'none.cfg'], /none\.cfg/],
  ])('exits with 2 for %s', async (_, args, message) => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    const { code, stderr } = await upgrade(args, folder.path);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
