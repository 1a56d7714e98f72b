import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTargets } from '../../../../server/src/cli/common/targets.ts';
import { MAX_FILE_SIZE } from '../../../../server/src/discovery/guestFiles.ts';
import { type Folder, makeFolder } from '../../../support/folder.ts';

const GUEST = 'name = "a"\ntype = "pvh"\nvcpus = 1\n';

/** The paths of the targets, relative to the folder. */
const found = async (folder: Folder, paths: readonly string[]): Promise<string[]> =>
  (await findTargets(paths)).targets.map((target) => path.relative(folder.path, target.path));

describe('a folder', () => {
  it('is searched with its subfolders for names that a guest may have', async () => {
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
      'cfg',
      'z.cfg',
    ]);
  });

  it('is the beginning of the paths, as it was given', async () => {
    using folder = makeFolder({ 'sub/a.cfg': GUEST });
    const given = path.relative(process.cwd(), folder.at('sub'));
    expect((await findTargets([given])).targets).toEqual([
      {
        path: path.join(given, 'a.cfg'),
        named: false,
        guestsOnly: true,
        isStdin: false,
        maxSize: MAX_FILE_SIZE,
      },
    ]);
  });

  it('is searched even if it is hidden or a link', async () => {
    using folder = makeFolder({ '.config/a.cfg': GUEST });
    folder.link('link', '.config');
    expect(await found(folder, [folder.at('.config')])).toEqual(['.config/a.cfg']);
    expect(await found(folder, [folder.at('link')])).toEqual(['link/a.cfg']);
  });

  it('is not left through links, and not searched twice', async () => {
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

  it('without guests causes a notice, with the links that were not followed', async () => {
    using outside = makeFolder({ 'a.cfg': GUEST });
    using folder = makeFolder();
    folder.link('a.cfg', outside.at('a.cfg'));
    const { targets, failures, notices } = await findTargets([folder.path]);
    expect([targets, failures]).toEqual([[], []]);
    expect(notices).toEqual([
      {
        path: folder.path,
        message: expect.stringMatching(
          /^no xl config files in this folder; 1 link to files outside the folder not followed/,
        ),
      },
    ]);
  });
});

describe('named files', () => {
  it('are returned in the order given, each once', async () => {
    using folder = makeFolder({ 'b.txt': GUEST, 'a.cfg': GUEST, 'sub/c.cfg': GUEST });
    folder.link('link.cfg', 'a.cfg');
    const at = (...names: string[]) => names.map(folder.at);
    expect(await found(folder, at('b.txt', 'a.cfg', 'link.cfg', 'a.cfg', 'sub'))).toEqual([
      'b.txt',
      'a.cfg',
      'sub/c.cfg',
    ]);
  });

  it('are named targets even if a folder before has them as well', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST });
    expect((await findTargets([folder.path, folder.at('a.cfg')])).targets).toMatchObject([
      { path: folder.at('a.cfg'), named: true, guestsOnly: false },
    ]);
  });

  it('include standard input', async () => {
    expect((await findTargets(['-', '-'])).targets).toEqual([
      { path: '-', named: true, guestsOnly: false, isStdin: true, maxSize: MAX_FILE_SIZE },
    ]);
  });

  it('that are missing are failures, and the others are found', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST });
    const { targets, failures } = await findTargets([
      folder.at('no.cfg'),
      folder.at('a.cfg/b'),
      folder.at('a.cfg'),
    ]);
    expect(targets).toHaveLength(1);
    expect(failures).toEqual([
      { path: folder.at('no.cfg'), message: 'no such file or folder' },
      { path: folder.at('a.cfg/b'), message: 'part of the path is not a folder' },
    ]);
  });

  it('are skipped if they are not guests, where the caller wants that', async () => {
    using folder = makeFolder({ 'a.cfg': GUEST });
    expect((await findTargets([folder.at('a.cfg')], { guestsOnly: true })).targets).toMatchObject([
      { named: true, guestsOnly: true },
    ]);
  });
});
