import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../../server/src/lsp/hostFiles.ts';
import { nodeFiles } from '../../../server/src/node/nodeFiles.ts';
import { type Folder, makeFolder } from '../../support/folder.ts';

const uri = (path: string): string => pathToFileURL(path).href;

const findAll = async (folder: string): Promise<FoundFile[]> => {
  const found: FoundFile[] = [];
  for await (const file of nodeFiles.findAll(folder, new AbortController().signal)) found.push(file);
  return found;
};

/** A folder with files that are found, and files that aren't. */
const makeGuests = (outside: Folder): Folder => {
  const folder = makeFolder({
    'a.cfg': 'name = "a"\n',
    'sub/b.hvm': '',
    'sub/c.txt': '',
    'd.txt': '',
    '.hidden.cfg': '',
    '.git/e.cfg': '',
    'node_modules/f.cfg': '',
  });
  folder.link('auto/a.cfg', '../a.cfg');
  folder.link('auto/c.cfg', '../sub/c.txt');
  folder.link('out.cfg', outside.at('out.cfg'));
  folder.link('more', outside.path);
  folder.link('sub/inner', '../auto');
  return folder;
};

const ALL_NAMES = [
  'a.cfg',
  'sub/b.hvm',
  'sub/c.txt',
  'd.txt',
  '.hidden.cfg',
  '.git/e.cfg',
  'node_modules/f.cfg',
  'auto/a.cfg',
  'auto/c.cfg',
  'out.cfg',
  'more/out.cfg',
  'sub/inner/a.cfg',
  'no.cfg',
  '../x.cfg',
];

describe('a search', () => {
  it('finds each file once, by its own path rather than by a link', async () => {
    using outside = makeFolder({ 'out.cfg': '' });
    using folder = makeGuests(outside);
    const found = await findAll(uri(folder.path));
    expect(found.map((one) => one.uri).sort()).toEqual(
      ['a.cfg', 'auto/c.cfg', 'sub/b.hvm'].map((name) => uri(folder.at(name))).sort(),
    );
    expect(found.find((one) => one.uri.endsWith('auto/c.cfg'))?.id).toBe(uri(folder.at('sub/c.txt')));
  });

  it('for one file finds the same files, and links to them', async () => {
    using outside = makeFolder({ 'out.cfg': '' });
    using folder = makeGuests(outside);
    const found: string[] = [];
    for (const name of ALL_NAMES) {
      if (await nodeFiles.findOne(uri(folder.path), uri(folder.at(name)))) found.push(name);
    }
    expect(found).toEqual(['a.cfg', 'sub/b.hvm', 'auto/a.cfg', 'auto/c.cfg']);
    expect(await nodeFiles.findOne(uri(folder.path), uri(folder.at('auto/a.cfg')))).toEqual({
      uri: uri(folder.at('auto/a.cfg')),
      id: uri(folder.at('a.cfg')),
    });
  });

  it('of a link keeps the path of the link', async () => {
    using folder = makeFolder({ 'real/a.cfg': '' });
    folder.link('link', 'real');
    expect(await findAll(uri(folder.at('link')))).toEqual([
      { uri: uri(folder.at('link/a.cfg')), id: uri(folder.at('real/a.cfg')) },
    ]);
  });

  it('of an unreadable folder finds nothing', async () => {
    using folder = makeFolder({ 'a.cfg': '' });
    expect(await findAll(uri(folder.at('no')))).toEqual([]);
    expect(await findAll(uri(folder.at('a.cfg')))).toEqual([]);
    expect(await findAll('untitled:x')).toEqual([]);
  });

  it('stops when it is aborted', async () => {
    using folder = makeFolder(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}/a.cfg`, ''])));
    const controller = new AbortController();
    let count = 0;
    for await (const _ of nodeFiles.findAll(uri(folder.path), controller.signal)) {
      count += 1;
      controller.abort();
    }
    expect(count).toBe(1);
  });
});

describe('a file', () => {
  it('is decoded as UTF-8 or Latin-1', async () => {
    using folder = makeFolder();
    folder.write('utf8.cfg', 'name = "é"\n');
    folder.write('latin1.cfg', Buffer.from('name = "é"\n', 'latin1'));
    for (const encoding of ['utf8', 'latin1'])
      expect(await nodeFiles.read(uri(folder.at(`${encoding}.cfg`)))).toEqual({
        text: 'name = "é"\n',
        encoding,
      });
  });

  it('is not read if it is missing, too large, not a file, or not on this host', async () => {
    using folder = makeFolder({ 'large.cfg': '#'.repeat(2 * 1024 * 1024 + 1), 'a.cfg': '' });
    for (const one of [
      uri(folder.at('large.cfg')),
      uri(folder.path),
      uri(folder.at('no')),
      'untitled:x',
      'x',
    ]) {
      expect(await nodeFiles.read(one)).toBeUndefined();
    }
    expect(await nodeFiles.exists(uri(folder.at('a.cfg')))).toBe(true);
    expect(await nodeFiles.exists(uri(folder.at('no')))).toBe(false);
    expect(await nodeFiles.exists('untitled:x')).toBe(false);
  });

  it('is identified by its real path', async () => {
    using folder = makeFolder({ 'a.cfg': '' });
    folder.link('b.cfg', 'a.cfg');
    expect(await nodeFiles.identityOf(uri(folder.at('b.cfg')))).toBe(uri(folder.at('a.cfg')));
    expect(await nodeFiles.identityOf('untitled:x')).toBe('untitled:x');
  });
});

it.each([
  ['/etc/xen', 'file:///etc/xen'],
  ['/srv/a b', 'file:///srv/a%20b'],
  ['~/xen', uri(`${homedir()}/xen`)],
  ['~', uri(homedir())],
  ['file:///etc/xen', 'file:///etc/xen'],
  ['xen', undefined],
  ['./xen', undefined],
  ['~other/xen', undefined],
  ['', undefined],
])('folderUri(%j) is %s', (name, expected) => {
  expect(nodeFiles.folderUri(name)).toBe(expected);
});
