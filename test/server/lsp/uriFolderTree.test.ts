import { describe, expect, it } from 'vitest';
import type { DecodedText } from '../../../server/src/decodedText.ts';
import type { HostFiles } from '../../../server/src/lsp/hostFiles.ts';
import { isProjectFile, uriFolderTree } from '../../../server/src/lsp/uriFolderTree.ts';
import { createProjectResolver } from '../../../server/src/settings/projectResolver.ts';

const utf8 = (text: string | undefined): DecodedText | undefined =>
  text === undefined ? undefined : { text, encoding: 'utf8' };

const NO_FILES: HostFiles = {
  async *findAll() {},
  findOne: async () => undefined,
  isHostUri: (uri) => !uri.startsWith('untitled:'),
  identityOf: async (uri) => uri,
  read: async () => undefined,
  exists: async () => false,
  folderUri: () => undefined,
};

/** The project configs that are looked up for a file. */
const lookedUp = async (uri: string, host: Partial<HostFiles> = {}): Promise<string[]> => {
  const files: string[] = [];
  const read = async (file: string): Promise<undefined> => {
    files.push(file);
  };
  await createProjectResolver(uriFolderTree({ ...NO_FILES, ...host, read }), () => {}).resolve(uri);
  return files.filter((file) => file.endsWith('.json'));
};

describe('project configs are looked up', () => {
  it.each([
    ['file:///a/b/c.cfg', ['file:///.xlcfg.json', 'file:///a/.xlcfg.json', 'file:///a/b/.xlcfg.json']],
    [
      'vscode-vfs://github/x/y/c.cfg',
      [
        'vscode-vfs://github/.xlcfg.json',
        'vscode-vfs://github/x/.xlcfg.json',
        'vscode-vfs://github/x/y/.xlcfg.json',
      ],
    ],
    ['untitled:c.cfg', []],
    ['file:///c%20d.cfg', ['file:///.xlcfg.json']],
  ])('in the folders above %s', async (uri, expected) => {
    expect(await lookedUp(uri)).toEqual(expected);
  });

  it('not above the home folder, however its URI is encoded', async () => {
    const files = await lookedUp('file:///home/j%C3%BCrgen/x/c.cfg', { homeUri: 'file:///home/jürgen' });
    expect(files).toEqual(['file:///home/j%C3%BCrgen/.xlcfg.json', 'file:///home/j%C3%BCrgen/x/.xlcfg.json']);
  });

  it('not through symbolic links', async () => {
    const identityOf = async (uri: string): Promise<string> => uri.replace('/a/.xlcfg.json', '/z/other.json');
    expect(await lookedUp('file:///a/c.cfg', { identityOf })).toEqual(['file:///.xlcfg.json']);
  });
});

describe('ignore patterns', () => {
  it('match decoded names', async () => {
    const texts: Readonly<Record<string, string>> = { 'file:///a%20b/.xlcfgignore': 'old guests/*.cfg\n' };
    const read = async (uri: string): Promise<DecodedText | undefined> => utf8(texts[uri]);
    const projects = createProjectResolver(uriFolderTree({ ...NO_FILES, read }), () => {});
    expect(await projects.resolve('file:///a%20b/old%20guests/c.cfg')).toMatchObject({
      ignoredBy: 'file:///a%20b/.xlcfgignore',
    });
    expect((await projects.resolve('file:///a%20b/new/c.cfg')).ignoredBy).toBeUndefined();
  });

  it('cannot be made to take long', async () => {
    const deep = 'file:///x/'.concat('a/'.repeat(1500));
    const wide = [
      'a/**/a/**/a/**/b',
      'a/**/'.repeat(12).concat('b'),
      '*a'.repeat(50).concat('b'),
      'a*'.repeat(50),
    ];
    const reported: string[] = [];
    const read = async (uri: string): Promise<DecodedText | undefined> =>
      utf8(uri === 'file:///x/.xlcfgignore' ? wide.join('\n') : undefined);
    const projects = createProjectResolver(uriFolderTree({ ...NO_FILES, read }), (file, issues) =>
      reported.push(...issues.map(({ line }) => `${file}:${line}`)),
    );
    const before = process.cpuUsage();
    await projects.resolve(`${deep}c.cfg`);
    await projects.resolve(`file:///x/${'a/'.repeat(60)}c.cfg`);
    await projects.resolve(`file:///x/${'a'.repeat(250)}.cfg`);
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
    expect(reported).toEqual(['file:///x/.xlcfgignore:2']);
  });
});

describe('an ignore file of 2 MB', () => {
  const IN_MICROSECONDS = 100_000;

  it.each<readonly [patterns: string, pattern: (index: number) => string]>([
    ['plain', (index) => `old/guest${index}.cfg`],
    ['wildcards', (index) => `x${index}*y[a-z]?`],
    ['**', (index) => `**/d${index}/**/e*`],
    ['long', (index) => `${'a*'.repeat(500)}${index}`],
  ])('of patterns that are %s blocks nobody for more than 100 ms', async (_, pattern) => {
    const lines = Array.from({ length: 150_000 }, (__, index) => pattern(index));
    const text = lines.join('\n').slice(0, 2 * 1024 * 1024);
    const read = async (uri: string): Promise<DecodedText | undefined> =>
      utf8(uri === 'file:///x/.xlcfgignore' ? text : undefined);
    const times: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const projects = createProjectResolver(uriFolderTree({ ...NO_FILES, read }), () => {});
      const before = process.cpuUsage();
      await projects.resolve('file:///x/a/b/web1.cfg');
      times.push(process.cpuUsage(before).user);
    }
    // The best of them, as compilation and garbage collection are part of the others.
    expect(Math.min(...times)).toBeLessThan(IN_MICROSECONDS);
  });
});

it.each([
  ['file:///a/.xlcfg.json', true],
  ['file:///.xlcfgignore', true],
  ['file:///a/x.xlcfg.json', false],
  ['file:///.xlcfg.json/a.cfg', false],
])('isProjectFile(%s) is %s', (uri, expected) => {
  expect(isProjectFile(uri)).toBe(expected);
});
