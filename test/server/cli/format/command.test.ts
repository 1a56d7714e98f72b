import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { applyPatch } from 'diff';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import * as program from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const run = (args: readonly string[], cwd?: string, input?: string | Uint8Array): Promise<program.Run> =>
  program.run(args, { ...(cwd === undefined ? {} : { cwd }), ...(input === undefined ? {} : { input }) });

const NEAT = 'name = "web"\nmemory = 512\n';
const MESSY = 'name="web"; memory=512\n';
const LISTS = "disk = [ 'a,raw,xvda,rw', 'b,raw,xvdb,rw' ]\n";

describe.concurrent('format', () => {
  it('writes the files that change, and says which', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY, 'neat.cfg': NEAT });
    const result = await run(['format', '.'], folder.path);
    expect(result).toEqual({ code: 0, stdout: 'formatted messy.cfg\n1 of 2 files formatted\n', stderr: '' });
    expect(readFileSync(folder.at('messy.cfg'), 'utf8')).toBe(NEAT);
    expect((await run(['format', '--check', '.'], folder.path)).code).toBe(0);
  });

  it('--check writes nothing, and exits with 1', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY });
    const result = await run(['format', '--check', '.'], folder.path);
    expect(result).toEqual({
      code: 1,
      stdout: 'would format messy.cfg\n1 of 1 file would be formatted\n',
      stderr: '',
    });
    expect(readFileSync(folder.at('messy.cfg'), 'utf8')).toBe(MESSY);
  });

  it('--diff is for patch', async () => {
    using folder = makeFolder({ 'messy.cfg': MESSY });
    const { code, stdout } = await run(['format', '--diff', 'messy.cfg'], folder.path);
    expect(applyPatch(MESSY, stdout)).toBe(NEAT);
    expect(code).toBe(0);
  });

  it('is a filter for standard input, whose bytes it keeps', async () => {
    expect(await run(['format', '-'], undefined, MESSY)).toEqual({ code: 0, stdout: NEAT, stderr: '' });
    expect(await run(['format', '-'], undefined, NEAT)).toEqual({ code: 0, stdout: NEAT, stderr: '' });
    using folder = makeFolder();
    folder.write('latin.cfg', Buffer.from(`${MESSY}# \xe9\n`, 'latin1'));
    await run(['format', 'latin.cfg'], folder.path);
    expect(readFileSync(folder.at('latin.cfg'), 'latin1')).toBe(`${NEAT}# \xe9\n`);
  });

  it.each([
    [['--lists', 'split'], "disk = [\n    'a,raw,xvda,rw',\n    'b,raw,xvdb,rw'\n]\n"],
    [['--lists=split', '--indent', '2'], "disk = [\n  'a,raw,xvda,rw',\n  'b,raw,xvdb,rw'\n]\n"],
    [['--line-width', '30'], "disk = [\n    'a,raw,xvda,rw',\n    'b,raw,xvdb,rw'\n]\n"],
    [['--quotes', 'double'], LISTS.replace(/'/g, '"')],
    [[], LISTS],
  ])('%j', async (args, formatted) => {
    expect((await run(['format', ...args, '-'], undefined, LISTS)).stdout).toBe(formatted);
  });

  it.each([
    ['--indent', '0'],
    ['--indent', 'x'],
    ['--line-width', '1e2'],
    ['--quotes', 'none'],
  ])('%s %s is a wrong call', async (option, value) => {
    const { code, stdout, stderr } = await run(['format', option, value, '-'], undefined, LISTS);
    expect(stderr).toContain(`argument '${value}' is invalid`);
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each(['fix', 'format', 'check'])(
    '%s --only-guests passes over other files that are named',
    async (command) => {
      const other = '[section]\nkey: value\n';
      using folder = makeFolder({ 'setup.cfg': other, 'web.cfg': NEAT });
      const args = [command, '--only-guests', 'setup.cfg', 'web.cfg', 'no.cfg'];
      const { stdout, stderr } = await run(args, folder.path);
      expect(stdout).toMatch(/1 file /);
      expect(stderr).toBe('xlcfg: no.cfg: no such file or folder\n');
      expect(readFileSync(folder.at('setup.cfg'), 'utf8')).toBe(other);
    },
  );
});

describe.concurrent('explain', () => {
  it('sets what it knows in lines for a terminal', async () => {
    const { code, stdout } = await run(['explain', 'tap:aio:/srv/a.img,xvda,w']);
    expect(stdout).toMatch(
      /^ {4}disk = \[ 'tap:aio:\/srv\/a\.img,xvda,w' \]\n\n`tap:` \(deprecated prefix\)\n {4}\S/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    expect(code).toBe(0);
  });

  it('prints Markdown where it is asked for', async () => {
    expect((await run(['explain', '--markdown', 'disk', '/a,raw,hda,w'])).stdout).toContain(
      '\n## `hda` (vdev)\n',
    );
  });

  it('follows type and release', async () => {
    expect((await run(['explain', '--type', 'hvm', 'disk', '/a,raw,hda,w'])).stdout).toContain(
      'emulated IDE disk 0',
    );
    expect((await run(['explain', '--xen', '4.1', 'altp2m = "mixed"'])).stdout).toContain('The xl of 4.1');
  });

  it.each([
    [['memroy'], 'error: nothing is known of memroy. Did you mean memory?\n'],
    [['\x1b[2J'], 'error: nothing is known of \\x1b[2J.\n'],
    [[], "error: missing required argument 'TOPIC'\n"],
  ])('%j is a wrong call', async (words, message) => {
    const { code, stdout, stderr } = await run(['explain', ...words]);
    expect(stderr).toBe(`${message}(xlcfg --help tells more)\n`);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe.concurrent('schema', () => {
  it('prints what its own JSON schema describes, which is the one in the documentation', async () => {
    const [all, described] = await Promise.all([run(['schema']), run(['schema', '--json-schema'])]);
    const page = new URL('../../../../server/docs/knowledge.schema.json', import.meta.url);
    expect(described.stdout).toBe(readFileSync(page, 'utf8'));
    const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(described.stdout));
    const knowledge = JSON.parse(all.stdout);
    validate(knowledge);
    expect(validate.errors).toBeNull();
    expect(knowledge.options.map(({ name }: { name: string }) => name)).toContain('memory');
    expect([all.code, described.code]).toEqual([0, 0]);
  });
});

describe.concurrent('completions', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s are a script', async (shell) => {
    const { code, stdout } = await run(['completions', shell]);
    expect(stdout).toContain(`printed by: xlcfg completions ${shell}\n`);
    expect(code).toBe(0);
  });

  it('for another shell are a wrong call', async () => {
    const { code, stdout, stderr } = await run(['completions', 'csh']);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish');
    expect([code, stdout]).toEqual([2, '']);
  });
});
