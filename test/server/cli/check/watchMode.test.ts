/** `xlcfg check --watch` as it is shipped. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { start } from '../support/program.ts';

const GOOD = 'name = "a"\ntype = "pvh"\nkernel = "/k"; memory = 512\n';
const WARNED = `${GOOD}memroy = 1\n`;
const WAITING = 'Waiting for changes. Ctrl+C ends it.\n';

const watch = (cwd: string, ...args: string[]) => start(['check', '--watch', ...args], { cwd });

describe.concurrent('check --watch', () => {
  it('checks again after a change, and ends with a signal', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD });
    await using program = watch(folder.path, '.');
    let seen = await program.waitFor(`1 file checked: no problems\n\n${WAITING}`);

    folder.write('a.cfg', WARNED);
    seen = await program.waitFor('a.cfg changed\n\na.cfg:4:1: warning unknown-option', seen);
    seen = await program.waitFor(`1 file checked: 1 warning\n\n${WAITING}`, seen);

    program.child.kill('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('notices files and folders that are created, replaced and removed', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'notes.txt': '' });
    await using program = watch(folder.path, '.');
    let seen = await program.waitFor(WAITING);

    mkdirSync(folder.at('in'));
    seen = await program.waitFor(WAITING, await program.waitFor('in changed\n', seen));
    folder.write('in/b.cfg', WARNED);
    seen = await program.waitFor('in/b.cfg:4:1: warning', seen);
    seen = await program.waitFor(WAITING, seen);
    // Most editors save like this.
    folder.write('in/b.cfg.new', GOOD.replace('"a"', '"b"'));
    renameSync(folder.at('in/b.cfg.new'), folder.at('in/b.cfg'));
    seen = await program.waitFor(`2 files checked: no problems\n\n${WAITING}`, seen);
    rmSync(folder.at('in'), { recursive: true });
    seen = await program.waitFor(`1 file checked: no problems\n\n${WAITING}`, seen);
    // A new folder of the same name must be watched, too.
    folder.write('in/b.cfg', WARNED);
    seen = await program.waitFor(`2 files checked: `, seen);
    await program.waitFor(WAITING, seen);
  });

  it('follows project configurations and ignore files, also in parent folders', async () => {
    using folder = makeFolder({ 'in/deep/a.cfg': WARNED, 'in/deep/other.cfg': WARNED });
    await using program = watch(folder.path, 'in/deep/a.cfg');
    let seen = await program.waitFor(`1 file checked: 1 warning\n\n${WAITING}`);
    folder.write('.xlcfg.json', '{ "rules": { "unknown-option": "off" } }');
    seen = await program.waitFor('.xlcfg.json changed\n', seen);
    seen = await program.waitFor(`1 file checked: no problems\n\n${WAITING}`, seen);
    folder.write('in/.xlcfgignore', 'a.cfg');
    seen = await program.waitFor(`0 files checked: no xl config files found\n\n${WAITING}`, seen);
    rmSync(folder.at('in/.xlcfgignore'));
    rmSync(folder.at('.xlcfg.json'));
    await program.waitFor('1 file checked: 1 warning', seen);
  });

  it('ignores files that are not checked', async () => {
    using folder = makeFolder({ 'a.cfg': GOOD, 'b.cfg': GOOD });
    await using program = watch(folder.path, 'a.cfg');
    const seen = await program.waitFor(WAITING);
    folder.write('notes.txt', 'x');
    folder.write('b.cfg', WARNED);
    folder.write('a.cfg', WARNED);
    // The changes before were not reported, as this is the first one that is.
    expect(await program.waitFor('changed\n', seen)).toBe(seen + '\na.cfg changed\n'.length);
  });

  it.each(['in', 'in/a.cfg', 'in/deep/a.cfg'])(
    'notices %s in a folder that is removed and made again',
    async (target) => {
      const file = target.endsWith('.cfg') ? target : `${target}/a.cfg`;
      using folder = makeFolder({ [file]: GOOD });
      await using program = watch(folder.path, target);
      let seen = await program.waitFor(WAITING);
      rmSync(folder.at('in'), { recursive: true });
      seen = await program.waitFor(WAITING, await program.waitFor('changed\n', seen));
      folder.write(file, WARNED);
      seen = await program.waitFor(`1 file checked: 1 warning\n\n${WAITING}`, seen);
      folder.write(file, GOOD);
      await program.waitFor(`1 file checked: no problems\n\n${WAITING}`, seen);
    },
  );

  it('ends where the working folder is gone, and says so', async () => {
    using folder = makeFolder({ 'work/a.cfg': GOOD });
    await using program = watch(folder.at('work'), 'a.cfg');
    await program.waitFor(WAITING);
    rmSync(folder.at('work'), { recursive: true });
    const { code, stderr } = await program.ended;
    // The file may be missed before the folder is.
    expect(stderr).toMatch(
      /^(?:xlcfg: a\.cfg: no such file or folder\n)?xlcfg: \S+\/work: the working folder is gone\n$/,
    );
    expect(code).toBe(2);
  });
});
