import { describe, expect, it } from 'vitest';
import type { HostFiles } from '../../../server/src/lsp/hostFiles.ts';
import { isProjectFile, uriFolderTree } from '../../../server/src/lsp/uriFolderTree.ts';
import { createProjectResolver } from '../../../server/src/settings/projectResolver.ts';

const NOTHING: HostFiles = {
  async *findAll() {},
  findOne: async () => undefined,
  isHostUri: (uri) => !uri.startsWith('untitled:'),
  identityOf: async (uri) => uri,
  read: async () => undefined,
  exists: async () => false,
  folderUri: () => undefined,
};

/** What is asked for on the way up from a file. */
const askedFor = async (uri: string, host: Partial<HostFiles> = {}): Promise<string[]> => {
  const asked: string[] = [];
  const read = async (file: string): Promise<undefined> => {
    asked.push(file);
  };
  await createProjectResolver(uriFolderTree({ ...NOTHING, ...host, read }), () => {}).resolve(uri);
  return asked.filter((one) => one.endsWith('.json'));
};

describe('configuration files are looked for', () => {
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
  ])('on the way up from %s', async (uri, expected) => {
    expect(await askedFor(uri)).toEqual(expected);
  });

  it('not above the home folder, however it is written', async () => {
    const asked = await askedFor('file:///home/j%C3%BCrgen/x/c.cfg', { homeUri: 'file:///home/jürgen' });
    expect(asked).toEqual(['file:///home/j%C3%BCrgen/.xlcfg.json', 'file:///home/j%C3%BCrgen/x/.xlcfg.json']);
  });

  it('not through links', async () => {
    const identify = async (uri: string): Promise<string> => uri.replace('/a/.xlcfg.json', '/z/other.json');
    expect(await askedFor('file:///a/c.cfg', { identityOf: identify })).toEqual(['file:///.xlcfg.json']);
  });
});

describe('ignore patterns', () => {
  it('are about names, not about how URIs write them', async () => {
    const texts: Readonly<Record<string, string>> = { 'file:///a%20b/.xlcfgignore': 'old guests/*.cfg\n' };
    const read = async (uri: string): Promise<string | undefined> => texts[uri];
    const projects = createProjectResolver(uriFolderTree({ ...NOTHING, read }), () => {});
    expect(await projects.resolve('file:///a%20b/old%20guests/c.cfg')).toMatchObject({
      ignoredBy: 'file:///a%20b/.xlcfgignore',
    });
    expect((await projects.resolve('file:///a%20b/new/c.cfg')).ignoredBy).toBeUndefined();
  });

  it('that are made to take long do not', async () => {
    const deep = 'file:///x/'.concat('a/'.repeat(1500));
    const wide = [
      'a/**/a/**/a/**/b',
      'a/**/'.repeat(12).concat('b'),
      '*a'.repeat(50).concat('b'),
      'a*'.repeat(50),
    ];
    const told: string[] = [];
    const read = async (uri: string): Promise<string | undefined> =>
      uri === 'file:///x/.xlcfgignore' ? wide.join('\n') : undefined;
    const projects = createProjectResolver(uriFolderTree({ ...NOTHING, read }), (file, complaints) =>
      told.push(...complaints.map(({ line }) => `${file}:${line}`)),
    );
    const before = performance.now();
    await projects.resolve(`${deep}c.cfg`);
    await projects.resolve(`file:///x/${'a/'.repeat(60)}c.cfg`);
    await projects.resolve(`file:///x/${'a'.repeat(250)}.cfg`);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(told).toEqual(['file:///x/.xlcfgignore:2']);
  });
});

it.each([
  ['file:///a/.xlcfg.json', true],
  ['file:///.xlcfgignore', true],
  ['file:///a/x.xlcfg.json', false],
  ['file:///.xlcfg.json/a.cfg', false],
])('%s is a configuration: %s', (uri, expected) => {
  expect(isProjectFile(uri)).toBe(expected);
});
