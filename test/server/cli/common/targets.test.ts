import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, read } from '../../../../server/src/cli/common/targets.ts';
import { type Folder, makeFolder } from '../../../support/folder.ts';

const GUEST = 'name = "a"\ntype = "pvh"\nvcpus = 1\n';

/** What is found, with the folder taken off the paths. */
const found = async (folder: Folder, paths: readonly string[]): Promise<string[]> =>
  (await collect(paths)).targets.map((target) => path.relative(folder.path, target.path));

describe('a folder', () => {
  it('is searched below, in order, for names that a guest may have', async () => {
    using folder = makeFolder({
      'z.cfg': GUEST,
      'a.cfg': GUEST,
      'b/x.hvm': GUEST,
      'b/c/y.pvlinux': GUEST,
      'B.CFG': GUEST,
      'a.txt': GUEST,
      cfg: GUEST,
      '.hidden.cfg': GUEST,
      '.git/x.cfg': GUEST,
      'node_modules/x.cfg': GUEST,
    });
    expect(await found(folder, [folder.path])).toEqual([
      'B.CFG',
      'a.cfg',
      'b/c/y.pvlinux',
      'b/x.hvm',
      'z.cfg',
    ]);
  });

  it('gives paths that begin as it was given', async () => {
    using folder = makeFolder({ 'sub/a.cfg': GUEST });
    const given = path.relative(process.cwd(), folder.at('sub'));
    expect((await collect([given])).targets).toEqual([{ path: path.join(given, 'a.cfg'), named: false }]);
  });

  it('is searched where it is named itself, hidden or not, and through a link', async () => {
    using folder = makeFolder({ '.config/a.cfg': GUEST });
    folder.link('link', '.config');
    expect(await found(folder, [folder.at('.config')])).toEqual(['.config/a.cfg']);
    expect(await found(folder, [folder.at('link')])).toEqual(['link/a.cfg']);
  });

  it('is not left through links, nor searched twice through them', async () => {
    using outside = makeFolder({ 'out.cfg': GUEST, 'more/deep.cfg': GUEST });
    using folder = makeFolder({ 'in/a.cfg': GUEST });
    folder.link('out.cfg', outside.at('out.cfg'));
    folder.link('more', outside.at('more'));
    folder.link('up.cfg', `../${path.basename(outside.path)}/out.cfg`);
    folder.link('loop', '.');
    folder.link('broken.cfg', 'nowhere');
    expect(await found(folder, [folder.path])).toEqual(['in/a.cfg']);
  });

  it('is searched through links to files inside it', async () => {
    using folder = makeFolder({ 'guests/a': GUEST });
    folder.link('auto/a.cfg', '../guests/a');
    expect(await found(folder, [folder.path])).toEqual(['auto/a.cfg']);
  });

  it('with nothing in it is noted, with the links that were not followed', async () => {
    using outside = makeFolder({ 'a.cfg': GUEST });
    using folder = makeFolder();
    folder.link('a.cfg', outside.at('a.cfg'));
    const { targets, failures, notes } = await collect([folder.path]);
    expect([targets, failures]).toEqual([[], []]);
    expect(notes).toEqual([
      {
        path: folder.path,
        message: expect.stringMatching(/^no \.cfg, .* 1 of its links lead out of the folder/),
      },
    ]);
  });
});

describe('what is named', () => {
  it('comes in the order given, each once', async () => {
    using folder = makeFolder({ 'b.txt': GUEST, 'a.cfg': GUEST, 'sub/c.cfg': GUEST });
    folder.link('link.cfg', 'a.cfg');
    const at = (...names: string[]) => names.map(folder.at);
    expect(await found(folder, at('b.txt', 'a.cfg', 'link.cfg', 'a.cfg', 'sub'))).toEqual([
      'b.txt',
      'a.cfg',
      'sub/c.cfg',
    ]);
  });

  it('is named even if a folder before it has it as well', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST });
    expect((await collect([folder.path, folder.at('a.cfg')])).targets).toEqual([
      { path: folder.at('a.cfg'), named: true },
    ]);
  });

  it('may be standard input', async () => {
    expect((await collect(['-', '-'])).targets).toEqual([{ path: '-', named: true }]);
  });

  it('and is not there is a failure, and the others are found', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST });
    const { targets, failures } = await collect([
      folder.at('no.cfg'),
      folder.at('a.cfg/b'),
      folder.at('a.cfg'),
    ]);
    expect(targets).toHaveLength(1);
    expect(failures).toEqual([
      { path: folder.at('no.cfg'), message: 'no such file or folder' },
      { path: folder.at('a.cfg/b'), message: 'part of the path is no folder' },
    ]);
  });
});

describe('reading', () => {
  const OTHER = '[section]\nkey: value\n';

  it('leaves out what is no guest, unless it was named', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST, 'b.cfg': OTHER });
    const target = (name: string, named: boolean) => ({ path: folder.at(name), named });
    expect(await read(target('a.cfg', false))).toEqual({ text: GUEST, encoding: 'utf8' });
    expect(await read(target('b.cfg', false))).toBeUndefined();
    expect(await read(target('b.cfg', true))).toEqual({ text: OTHER, encoding: 'utf8' });
  });
});
