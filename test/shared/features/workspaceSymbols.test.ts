import { workspaceSymbols } from '@xlcfg/shared/src/features/workspaceSymbols.ts';
import type { Fact, FactKind, FileFacts, Workspace } from '@xlcfg/shared/src/workspace/facts.ts';
import { describe, expect, it } from 'vitest';
import { SymbolKind } from 'vscode-languageserver-types';

const fact = (kind: FactKind, text: string, key = text, start = 0): Fact => ({
  kind,
  key,
  text,
  start,
  end: start + text.length,
  option: 'name',
});

/** Each offset is its own line, so that a place tells its fact. */
const rangeOf = ({ start, end }: Fact) => ({
  start: { line: start, character: 0 },
  end: { line: start, character: end - start },
});

const FILES: readonly FileFacts[] = [
  {
    uri: 'file:///etc/xen/web1.cfg',
    rangeOf,
    facts: [
      fact('name', 'Web1'),
      fact('uuid', '11111111-2222-3333-4444-555555555555'),
      fact('diskTarget', '/dev/vg/web1-root'),
      fact('mac', '00:16:3E:00:00:01', '00:16:3e:00:00:01', 7),
      fact('backend', 'netdom'),
    ],
  },
  {
    uri: 'file:///etc/xen/nas.cfg',
    rangeOf,
    facts: [
      fact('pciDevice', '03:00.0', '0000:03:00.0'),
      fact('usbDevice', '1.3'),
      fact('vncDisplay', '5'),
      fact('diskTarget', '/srv/store.img'),
    ],
  },
];

const workspace = (files: readonly FileFacts[] = FILES): Workspace => ({
  files: () => files,
  file: (uri) => files.find((file) => file.uri === uri),
  find: () => [],
  filesWith: () => [],
  keys: () => [],
  sharesAny: () => false,
  nearestKey: () => null,
  isShared: () => false,
});

const names = (query: string): string[] => workspaceSymbols(workspace(), query).map(({ name }) => name);

describe('a query', () => {
  it.each<readonly [query: string, found: readonly string[]]>([
    ['', ['03:00.0', '1.3', '/srv/store.img', 'Web1', '/dev/vg/web1-root', '00:16:3E:00:00:01']],
    ['store', ['/srv/store.img']],
    ['STORE', ['/srv/store.img']],
    ['stg', ['/srv/store.img']],
    ['gts', []],
    ['00163e', ['00:16:3E:00:00:01']],
    ['0000:03', ['03:00.0']],
    ['nas', ['03:00.0', '1.3', '/srv/store.img']],
    ['nas 03', ['03:00.0', '1.3', '/srv/store.img'].slice(0, 1)],
    ['web1 root', ['/dev/vg/web1-root']],
    ['netdom', []],
  ])('%s', (query, found) => {
    expect(names(query)).toEqual(found);
  });

  it('gives what fits best first', () => {
    const files = [
      {
        uri: 'file:///a',
        rangeOf,
        facts: ['m-a-i-l', 'my-mail', 'mail', 'x'].map((name) => fact('diskTarget', name)),
      },
    ];
    expect(workspaceSymbols(workspace(files), 'mail').map(({ name }) => name)).toEqual([
      'mail',
      'my-mail',
      'm-a-i-l',
    ]);
  });

  it('gives no more than an editor can show, and of these the best', () => {
    const many = Array.from({ length: 5000 }, (_, at) => fact('name', `a-${at}`));
    const files = [{ uri: 'file:///a', rangeOf, facts: [...many, fact('name', '4999a')] }];
    const found = workspaceSymbols(workspace(files), '4999');
    expect(found.map(({ name }) => name)).toEqual(['4999a', 'a-4999']);
    expect(workspaceSymbols(workspace(files), '').length).toBeLessThan(5000);
  });
});

describe('a symbol', () => {
  it('has its place, and the guest that it is in', () => {
    expect(workspaceSymbols(workspace(), '00:16')).toEqual([
      {
        name: '00:16:3E:00:00:01',
        kind: SymbolKind.Interface,
        containerName: 'Web1',
        location: {
          uri: 'file:///etc/xen/web1.cfg',
          range: { start: { line: 7, character: 0 }, end: { line: 7, character: 17 } },
        },
      },
    ]);
  });

  it('that is a guest is in none; a guest without a name is called as its file', () => {
    expect(workspaceSymbols(workspace(), 'web1')[0]).not.toHaveProperty('containerName');
    expect(workspaceSymbols(workspace(), 'store')).toMatchObject([{ containerName: 'nas.cfg' }]);
  });

  it('always has a name', () => {
    const files = [{ uri: 'file:///a', rangeOf, facts: [fact('name', ''), fact('diskTarget', ' ')] }];
    expect(workspaceSymbols(workspace(files), '').filter(({ name }) => name.trim() === '')).toEqual([]);
  });
});
