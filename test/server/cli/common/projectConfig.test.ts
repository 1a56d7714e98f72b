/** Project configurations and ignore files, as the shipped command line follows them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { type Run, type RunOptions, run } from '../support/program.ts';

/** One warning in line 4. */
const GUEST = 'name = "a"\ntype = "pvh"\nkernel = "/k"; memory = 512\nmemroy = 1\n';
/** The last option exists since Xen 4.18. */
const NEW = 'name = "a"\ntype = "pvh"\nkernel = "/k"; memory = 512\nbootloader_user = "nobody"\n';
const OFF = '{ "rules": { "unknown-option": "off" } }';

const check = (folder: Folder, args: readonly string[], options: RunOptions = {}): Promise<Run> =>
  run(['check', ...args], { cwd: folder.path, ...options });

/** The codes of the findings, by file. */
const codesByFile = async (
  folder: Folder,
  args: readonly string[],
  options?: RunOptions,
): Promise<Record<string, string[]>> => {
  const { stdout } = await check(folder, ['--format', 'json', ...args], options);
  const { files } = JSON.parse(stdout) as { files: { path: string; diagnostics: { code: string }[] }[] };
  return Object.fromEntries(
    files.map(({ path, diagnostics }) => [path, diagnostics.map(({ code }) => code)]),
  );
};

describe.concurrent('a project configuration', () => {
  it('holds for its folder and the folders below, up to the next one', async () => {
    using folder = makeFolder({
      'a.cfg': GUEST,
      'in/.xlcfg.json': OFF,
      'in/b.cfg': GUEST,
      'in/deep/c.cfg': GUEST,
      'in/other/.xlcfg.json': '{}',
      'in/other/d.cfg': GUEST,
    });
    const expected = {
      'a.cfg': ['unknown-option'],
      'in/b.cfg': [],
      'in/deep/c.cfg': [],
      'in/other/d.cfg': ['unknown-option'],
    };
    expect(await codesByFile(folder, ['--rule', 'duplicate-name=off', '.'])).toEqual(expected);
  });

  it('is not looked for above the home folder', async () => {
    using folder = makeFolder({ '.xlcfg.json': OFF, 'home/a.cfg': GUEST, 'home/in/b.cfg': GUEST });
    const home = { env: { HOME: folder.at('home') } };
    expect(await codesByFile(folder, ['home/in'], home)).toEqual({ 'home/in/b.cfg': ['unknown-option'] });
    expect(await codesByFile(folder, ['home/in'])).toEqual({ 'home/in/b.cfg': [] });
    folder.write('home/.xlcfg.json', OFF);
    expect(await codesByFile(folder, ['home/in'], home)).toEqual({ 'home/in/b.cfg': [] });
  });

  it('is outweighed by the command line', async () => {
    using folder = makeFolder({
      'a.cfg': NEW,
      '.xlcfg.json': '{ "xenVersion": "4.17", "rules": { "wrong-release": "error" } }',
    });
    expect((await check(folder, ['a.cfg'])).code).toBe(1);
    expect(await codesByFile(folder, ['--rule', 'wrong-release=off', 'a.cfg'])).toEqual({ 'a.cfg': [] });
    expect(await codesByFile(folder, ['--xen', '4.18', 'a.cfg'])).toEqual({ 'a.cfg': ['no-effect'] });
  });

  it('sets the architecture, unless the command line does', async () => {
    const guest = 'name = "a"\nkernel = "/k"\nmemory = 512\ntype = "pv"\n';
    using folder = makeFolder({ 'a.cfg': guest, '.xlcfg.json': '{ "architecture": "arm" }' });
    expect(await codesByFile(folder, ['a.cfg'])).toEqual({ 'a.cfg': ['pv-on-arm'] });
    expect(await codesByFile(folder, ['--arch', 'x86', 'a.cfg'])).toEqual({ 'a.cfg': [] });
  });

  it('with a mistake is reported once, with line and column, and all files are checked', async () => {
    using folder = makeFolder({
      'a.cfg': GUEST,
      'b.cfg': GUEST.replace('"a"', '"b"'),
      '.xlcfg.json': '{\n  "rules": { "unknown-option": "hint", "nope": "off" }\n}\n',
    });
    const { code, stdout, stderr } = await check(folder, ['.']);
    expect(stderr).toBe('xlcfg: .xlcfg.json:2:40: rules names "nope", which is not a rule\n');
    expect(stdout).toMatch(/2 files checked: 2 infos/);
    expect(code).toBe(2);
  });

  it('is not a folder or a pipe', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST, '.xlcfg.json/x': '' });
    execFileSync('mkfifo', [folder.at('.xlcfgignore')]);
    expect(await check(folder, ['a.cfg'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is not a link to a file outside of its folder', async () => {
    using folder = makeFolder({
      'in/a.cfg': GUEST,
      'secret.json': '{ "pass word": 1 }',
      'in/own.json': '{}',
    });
    folder.link('in/.xlcfg.json', '../secret.json');
    expect(await check(folder, ['in'])).toMatchObject({
      code: 2,
      stderr: 'xlcfg: in/.xlcfg.json: is a link that leads out of its folder, and is not followed\n',
    });
    folder.link('in/.xlcfgignore', 'own.json');
    expect((await check(folder, ['in'])).stderr).not.toContain('.xlcfgignore');
  });

  it('is followed by fix, format and show', async () => {
    const old =
      'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\ndisk = [ \'tap:aio:/a.img,xvda,w\' ]\n';
    using folder = makeFolder({
      'a.cfg': old,
      'old/b.cfg': old,
      '.xlcfg.json':
        '{ "xenVersion": "4.17", "ignore": ["old/"], "format": { "quotes": "double" }, "rules": {} }',
    });
    const options = { cwd: folder.path };
    await run(['fix', '.'], options);
    await run(['format', '.'], options);
    expect(readFileSync(folder.at('a.cfg'), 'utf8')).toContain('disk = [ "/a.img,raw,xvda,rw" ]');
    expect(readFileSync(folder.at('old/b.cfg'), 'utf8')).toBe(old);
    await run(['format', '--quotes', 'single', '.'], options);
    expect(readFileSync(folder.at('a.cfg'), 'utf8')).toContain("disk = [ '/a.img,raw,xvda,rw' ]");
    folder.write('c.cfg', NEW);
    const users = await Promise.all(
      [[], ['--xen', '4.18']].map(async (args) => {
        const { stdout } = await run(['show', ...args, 'c.cfg'], options);
        return JSON.parse(stdout).b_info.bootloader_user;
      }),
    );
    expect(users).toEqual([undefined, 'nobody']);
  });
});

describe.concurrent('ignored files', () => {
  const guestNamed = (name: string): string => GUEST.replace('"a"', `"${name}"`);

  it('match a pattern of the project configuration, relative to its folder', async () => {
    using folder = makeFolder({
      '.xlcfg.json': '{ "ignore": ["/old/", "*.bak.cfg", "!keep.bak.cfg"] }',
      'a.cfg': guestNamed('a'),
      'a.bak.cfg': GUEST,
      'keep.bak.cfg': guestNamed('b'),
      'old/c.cfg': GUEST,
      'in/old/d.cfg': guestNamed('d'),
    });
    expect(Object.keys(await codesByFile(folder, ['.']))).toEqual(['a.cfg', 'in/old/d.cfg', 'keep.bak.cfg']);
  });

  it('match a pattern of an ignore file, the nearest of which decides', async () => {
    using folder = makeFolder({
      '.xlcfgignore': '# not ours\nin/*.cfg\n',
      'a.cfg': guestNamed('a'),
      'in/b.cfg': GUEST,
      'in/more/.xlcfgignore': 'c.cfg\n',
      'in/more/c.cfg': GUEST,
      'in/more/d.cfg': guestNamed('d'),
      'in/.xlcfgignore': '!e.cfg\n',
      'in/e.cfg': guestNamed('e'),
    });
    expect(Object.keys(await codesByFile(folder, ['.']))).toEqual(['a.cfg', 'in/e.cfg', 'in/more/d.cfg']);
  });

  it('are not compared with other files', async () => {
    const mac = 'vif = [ "mac=00:16:3e:00:00:01" ]\n';
    using folder = makeFolder({ 'a.cfg': guestNamed('a') + mac, 'b.cfg': guestNamed('b') + mac });
    expect((await codesByFile(folder, ['.']))['a.cfg']).toContain('duplicate-mac');
    folder.write('.xlcfgignore', 'b.cfg');
    expect(await codesByFile(folder, ['.'])).toEqual({ 'a.cfg': ['unknown-option'] });
  });

  it('are ignored when they are named, too, with a notice', async () => {
    using folder = makeFolder({ '.xlcfgignore': 'a.cfg\n', 'a.cfg': GUEST, 'in/b.cfg': GUEST });
    expect(await check(folder, ['a.cfg', 'in'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/1 file checked: 1 warning/),
      stderr: 'xlcfg: a.cfg: ignored by .xlcfgignore\n',
    });
    expect((await check(folder, ['../a.cfg'], { cwd: folder.at('in') })).stderr).toContain(
      `ignored by ${folder.at('.xlcfgignore')}`,
    );
  });
});

describe.concurrent('standard input', () => {
  it('has the project configuration of the working folder, or that of its path', async () => {
    using folder = makeFolder({ 'in/.xlcfg.json': OFF });
    const input = { input: GUEST };
    expect(await codesByFile(folder, ['-'], input)).toEqual({ '-': ['unknown-option'] });
    expect(await codesByFile(folder, ['-'], { ...input, cwd: folder.at('in') })).toEqual({ '-': [] });
    const named = ['--stdin-filename', 'in/x.cfg', '-'];
    expect(await codesByFile(folder, named, input)).toEqual({ 'in/x.cfg': [] });
  });

  it('is reported under its path, which decides on its kind', async () => {
    using folder = makeFolder();
    const input = { input: GUEST };
    expect((await check(folder, ['--stdin-filename', 'new.cfg', '-'], input)).stdout).toMatch(
      /^new\.cfg:4:1: /,
    );
    expect(
      await codesByFile(folder, ['--stdin-filename', 'xl.conf', '-'], { input: 'autoballoon = 1\n' }),
    ).toEqual({
      'xl.conf': [],
    });
  });

  it('is ignored if its path is', async () => {
    using folder = makeFolder({ '.xlcfgignore': 'old/\n' });
    const args = ['--stdin-filename', 'old/x.cfg', '-'];
    expect(await codesByFile(folder, args, { input: GUEST })).toEqual({});
  });
});
