/** The formats of check, as the shipped command line prints them. */
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { run } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const guest = (name: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/k"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

/** What is found across files, with the place in the other file. */
const ACROSS = [
  ['text', /^a\.cfg:4:14: warning duplicate-mac: [^\n]*\n(?:[^\n]*\n){2} {2}b c\.cfg:4:14: The same/],
  ['json', /"code":"duplicate-mac".*"related":\[\{"path":"b c\.cfg","range":\{"start":\{"line":3,/],
  ['sarif', /"ruleId":"duplicate-mac".*"relatedLocations":\[.*"uri":"in\/b%20c\.cfg"/],
  [
    'github',
    /^::warning file=in\/a\.cfg,line=4,endLine=4,col=14,endColumn=31,title=duplicate-mac::.*%0Ab c\.cfg:4:14: The same/,
  ],
  ['junit', /<failure type="warning"[^>]*>a\.cfg:4:14: [^<]* {2}b c\.cfg:4:14: The same[^<]*<\/failure>/],
] as const;

describe.concurrent('the formats', () => {
  it.each(ACROSS)('%s tells what files make of each other', async (format, expected) => {
    using folder = makeFolder({ 'in/a.cfg': guest('a'), 'in/b c.cfg': guest('b') });
    const { code, stdout, stderr } = await run(['check', '--format', format, '.'], {
      cwd: folder.at('in'),
      env: { GITHUB_WORKSPACE: folder.path },
    });
    expect(stdout).toMatch(expected);
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each([
    ['json', (text: string) => JSON.parse(text).files],
    ['sarif', (text: string) => JSON.parse(text).runs[0].artifacts],
    ['junit', (text: string) => text.match(/<testsuite /g)],
    ['github', (text: string) => text.match(/^::/gm)],
  ] as const)('%s is whole with thousands of files, some of which cannot be read', async (format, files) => {
    const guests = Array.from({ length: 1500 }, (_, index) => [
      `g${index}.cfg`,
      `name = "g${index}"\nmemroy = 1\n`,
    ]);
    using folder = makeFolder(Object.fromEntries(guests));
    folder.link('loop', 'loop');
    const { code, stdout, stderr } = await run(
      ['check', '--format', format, '--rule', 'missing-kernel=off', '.', 'loop'],
      { cwd: folder.path },
    );
    const extra = format === 'github' || format === 'junit' ? 1 : 0;
    expect(files(stdout)).toHaveLength(1500 + extra);
    expect(stderr).toBe('xlcfg: loop: too many symbolic links\n');
    expect(code).toBe(2);
  });
});
