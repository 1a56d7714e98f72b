import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { makeFolder } from '../../../support/folder.ts';
import type { TestClient } from '../../support/client.ts';
import {
  connectToFolders,
  guestWithMac,
  notifyFileChange,
  uriIn,
  WATCHING,
} from '../../support/crossFile.ts';

const CAPABILITIES = { ...WATCHING, textDocument: { diagnostic: {} } };

const pullAll = (client: TestClient, previousResultIds: object[] = [], more: object = {}) =>
  client.request('workspace/diagnostic', { previousResultIds, ...more });

/** Waits for the scan. */
const untilHasFiles = (client: TestClient, count: number): Promise<void> =>
  eventually(async () => expect((await pullAll(client)).items).toHaveLength(count));

interface Part {
  readonly token: string | number;
  readonly value: { readonly items: readonly { readonly uri: string; readonly resultId: string }[] };
}

const isPart = (params: unknown): params is Part =>
  typeof params === 'object' && params !== null && 'token' in params && 'value' in params;

describe.concurrent('workspace diagnostics', () => {
  it('judge closed files by their bytes', async () => {
    using folder = makeFolder();
    for (const encoding of ['latin1', 'utf8'] as const) {
      const text = guestWithMac(encoding, '01').replaceAll(':', '\xb7');
      folder.write(`${encoding}.cfg`, Buffer.from(`${text}\xe9`, encoding));
    }
    await using client = await connectToFolders([folder], { capabilities: CAPABILITIES });
    await untilHasFiles(client, 2);
    const { items } = await pullAll(client);
    const codesOf = (name: string): readonly unknown[] =>
      items.flatMap((item) =>
        item.kind === 'full' && item.uri === uriIn(folder, name) ? item.items.map(({ code }) => code) : [],
      );
    expect(codesOf('latin1.cfg')).toEqual([]);
    expect(codesOf('utf8.cfg')).toEqual(['spec-bad-value', 'missing-operator']);
  });

  it('cover open and closed files, and are sent again only if they have changed', async () => {
    using folder = makeFolder({
      'b.cfg': `${guestWithMac('b', '01')}memroy = 512\n`,
      'c.cfg': guestWithMac('c', '03'),
      'no.cfg': '[section]\nkey: value\n',
    });
    await using client = await connectToFolders([folder], { capabilities: CAPABILITIES });
    const [a, b, c] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg'), uriIn(folder, 'c.cfg')];
    await client.open(a, guestWithMac('a', '01'));
    await untilHasFiles(client, 3);
    const { items } = await pullAll(client);
    const codes = Object.fromEntries(
      items.map((item) => [
        item.uri,
        item.kind === 'full' ? item.items.map(({ code }) => code).sort() : null,
      ]),
    );
    expect(codes).toEqual({ [a]: ['duplicate-mac'], [b]: ['duplicate-mac', 'unknown-option'], [c]: [] });
    expect(items.map(({ uri, version }) => [uri, version]).sort()).toEqual([
      [a, 1],
      [b, null],
      [c, null],
    ]);
    const ids = items.flatMap(({ uri, resultId }) =>
      resultId === undefined ? [] : [{ uri, value: resultId }],
    );
    expect((await pullAll(client, ids)).items.map(({ kind }) => kind)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    rmSync(folder.at('b.cfg'));
    await notifyFileChange(client, b, 'deleted');
    const after = (await pullAll(client, ids)).items;
    expect(after.find(({ uri }) => uri === b)).toMatchObject({ kind: 'full', items: [], version: null });
    expect(after.find(({ uri }) => uri === a)).toMatchObject({ kind: 'full', items: [] });
    expect(after.find(({ uri }) => uri === c)).toMatchObject({ kind: 'unchanged' });
  });

  it('of many files are sent in parts', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `g${index}`);
    using folder = makeFolder(
      Object.fromEntries(names.map((name) => [`${name}.cfg`, guestWithMac(name, '01')])),
    );
    await using client = await connectToFolders([folder], { capabilities: CAPABILITIES });
    await untilHasFiles(client, 250);
    const partsOf = (token: string | number) =>
      client.received.flatMap(({ method, params }) =>
        method === '$/progress' && isPart(params) && params.token === token ? [params.value.items] : [],
      );
    for (const partialResultToken of ['parts', 7]) {
      // All of it is in the parts, and the answer is empty.
      expect(await pullAll(client, [], { partialResultToken })).toEqual({ items: [] });
      expect(partsOf(partialResultToken).map((items) => items.length)).toEqual([100, 100, 50]);
    }
    const ids = partsOf(7)
      .flat()
      .map(({ uri, resultId }) => ({ uri, value: resultId }));
    expect(await pullAll(client, ids, { partialResultToken: 'again' })).toEqual({ items: [] });
    expect(partsOf('again').flat()).toHaveLength(250);
  });
});
