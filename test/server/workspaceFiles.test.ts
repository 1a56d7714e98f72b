/** Files that are open and files that are not, over a real connection: found, watched, and what they say together. */
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type Folder, makeFolder } from '../cli/support/folder.ts';
import { type ClientOptions, change, type TestClient } from './support/client.ts';
import { startHere } from './support/here.ts';

vi.setConfig({ testTimeout: 30_000 });

const guest = (name: string, mac: string): string =>
  `name = "${name}"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nvif = [ "mac=00:16:3e:00:00:${mac}" ]\n`;

const uriIn = (folder: Folder, name: string): string => pathToFileURL(folder.at(name)).href;
const uriOf = (folder: Folder): string => pathToFileURL(folder.path).href;

const WATCHING = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const connect = async (folders: readonly Folder[], options: ClientOptions = {}): Promise<TestClient> => {
  const client = startHere({
    capabilities: WATCHING,
    folders: folders.map(uriOf),
    ...options,
  });
  await client.initialize();
  return client;
};

/** The other files that a document's diagnostics of a rule point at. */
const pointsAt = (diagnostics: readonly Diagnostic[], code = 'duplicate-mac'): string[] =>
  diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .flatMap(({ relatedInformation }) => relatedInformation ?? [])
    .map(({ location }) => location.uri);

/** Waits until the document is published with diagnostics that point at these files and no others. */
const untilPointsAt = async (
  client: TestClient,
  uri: string,
  others: readonly string[],
  code?: string,
): Promise<void> => {
  await client.next(
    'textDocument/publishDiagnostics',
    (params) =>
      typeof params === 'object' &&
      params !== null &&
      Reflect.get(params, 'uri') === uri &&
      JSON.stringify(pointsAt(Reflect.get(params, 'diagnostics'), code)) === JSON.stringify(others),
  );
};

const changed = (client: TestClient, uri: string, type: 1 | 2 | 3): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

const close = (client: TestClient, uri: string): Promise<void> =>
  client.notify('textDocument/didClose', { textDocument: { uri } });

describe.concurrent('another file', () => {
  it('that is not open has a part in what is said of an open one', async () => {
    using folder = makeFolder({ 'sub/b.cfg': guest('b', '01') });
    await using client = await connect([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, [uriIn(folder, 'sub/b.cfg')]);
  });

  it('that is open counts as it is in the editor, and as it is on the disk once it is closed', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '02') });
    await using client = await connect([folder]);
    const [a, b] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg')];
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, []);
    await client.open(b, guest('b', '01'));
    await untilPointsAt(client, a, [b]);
    await untilPointsAt(client, b, [a]);
    await client.notify('textDocument/didChange', change(b, 2, [0, 0], [0, 0], '\n'));
    await untilPointsAt(client, a, [b]);
    await close(client, b);
    await untilPointsAt(client, a, []);
  });

  it('that shares an address with an open one need not: a quick fix gives one of its own', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '01') });
    await using client = await connect([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, [uriIn(folder, 'b.cfg')]);
    const position = { line: 3, character: 20 };
    const [action] = await client.request('textDocument/codeAction', {
      textDocument: { uri: a },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['duplicate-mac']);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: a, version: 2 },
      contentChanges: (action?.edit?.changes?.[a] ?? []).map(({ range, newText }) => ({
        range,
        text: newText,
      })),
    });
    await untilPointsAt(client, a, []);
  });

  it('is no longer pointed at when its open document no longer says the same', async () => {
    await using client = await connect([]);
    const [a, b] = ['file:///etc/xen/a.cfg', 'file:///etc/xen/b.cfg'];
    await client.open(a, guest('a', '01'));
    await client.open(b, guest('b', '01'));
    await untilPointsAt(client, a, [b]);
    await client.notify('textDocument/didChange', change(b, 2, [3, 27], [3, 29], '07'));
    await untilPointsAt(client, a, []);
  });

  it('is read again when the client tells of a change', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '02') });
    await using client = await connect([folder]);
    const [a, b, c] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg'), uriIn(folder, 'c.cfg')];
    const registered = await client.next('client/registerCapability', (params) =>
      JSON.stringify(params).includes('workspace/didChangeWatchedFiles'),
    );
    expect(JSON.stringify(registered)).toContain('**/*.{cfg,hvm,pvlinux}');
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, []);
    folder.write('b.cfg', guest('b', '01'));
    await changed(client, b, 2);
    await untilPointsAt(client, a, [b]);
    folder.write('c.cfg', guest('c', '01'));
    await changed(client, c, 1);
    await untilPointsAt(client, a, [b, c]);
    rmSync(folder.at('b.cfg'));
    await changed(client, b, 3);
    await untilPointsAt(client, a, [c]);
  });

  it('in a folder that is deleted as a whole is gone with it', async () => {
    using folder = makeFolder({ 'sub/b.cfg': guest('b', '01') });
    await using client = await connect([folder]);
    const a = uriIn(folder, 'a.cfg');
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, [uriIn(folder, 'sub/b.cfg')]);
    rmSync(folder.at('sub'), { recursive: true });
    await changed(client, uriIn(folder, 'sub'), 3);
    await untilPointsAt(client, a, []);
  });

  it('is not read where no folder names it, nor behind a link that leads out', async () => {
    using outside = makeFolder({ 'b.cfg': guest('b', '01') });
    using folder = makeFolder({ 'note.txt': guest('t', '01'), '.git/c.cfg': guest('c', '01') });
    folder.link('b.cfg', outside.at('b.cfg'));
    await using client = await connect([folder]);
    const a = uriIn(folder, 'a.cfg');
    await changed(client, uriIn(outside, 'b.cfg'), 2);
    await changed(client, uriIn(folder, 'b.cfg'), 2);
    await changed(client, uriIn(folder, '.git/c.cfg'), 2);
    await client.open(a, guest('a', '01'));
    const marker = uriIn(folder, 'z.cfg');
    await untilPointsAt(client, a, []);
    folder.write('z.cfg', guest('z', '01'));
    await changed(client, marker, 1);
    await untilPointsAt(client, a, [marker]);
  });

  it('is not compared with what only shows a version of it', async () => {
    using folder = makeFolder({ 'a.cfg': guest('a', '01') });
    await using client = await connect([folder]);
    const a = uriIn(folder, 'a.cfg');
    const old = a.replace('file:', 'git:');
    await client.open(old, guest('a', '01'));
    expect((await client.nextDiagnostics(old)).diagnostics).toEqual([]);
    await client.open(a, guest('a', '01'));
    expect((await client.nextDiagnostics(a)).diagnostics).toEqual([]);
    await client.open('untitled:new', guest('b', '01'), 'xlcfg');
    await untilPointsAt(client, a, ['untitled:new']);
  });

  it('is one file, whatever links lead to it', async () => {
    using folder = makeFolder({ 'a.cfg': guest('a', '01'), 'b.cfg': guest('b', '01') });
    folder.link('auto/a.cfg', '../a.cfg');
    await using client = await connect([folder]);
    const [linked, b] = [uriIn(folder, 'auto/a.cfg'), uriIn(folder, 'b.cfg')];
    await client.open(linked, guest('a', '01'));
    await untilPointsAt(client, linked, [b]);
    await client.open(uriIn(folder, 'a.cfg'), guest('a', '01'));
    await untilPointsAt(client, uriIn(folder, 'a.cfg'), [b]);
    await client.open(b, guest('b', '01'));
    // One of the two, not both.
    const { diagnostics } = await client.nextDiagnostics(b);
    expect(pointsAt(diagnostics)).toEqual([linked]);
  });
});

describe.concurrent('the folders', () => {
  it('can be several, added and removed', async () => {
    using one = makeFolder({ 'b.cfg': guest('b', '01') });
    using two = makeFolder({ 'c.cfg': guest('c', '01') });
    await using client = await connect([one]);
    const [a, b, c] = [uriIn(one, 'a.cfg'), uriIn(one, 'b.cfg'), uriIn(two, 'c.cfg')];
    const folder = (path: Folder) => ({ uri: uriOf(path), name: 'x' });
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, [b]);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder(two)], removed: [] },
    });
    await untilPointsAt(client, a, [b, c].sort());
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder(one)] },
    });
    await untilPointsAt(client, a, [c]);
  });

  it('are the one of an old client', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '01') });
    await using client = startHere({ rootUri: uriOf(folder) });
    await client.initialize();
    await client.open('file:///etc/xen/a.cfg', guest('a', '01'));
    await untilPointsAt(client, 'file:///etc/xen/a.cfg', [uriIn(folder, 'b.cfg')]);
  });

  it('are those of the setting as well, which can change', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '01') });
    await using client = await connect([], {
      initializationOptions: { settings: { xlcfg: { folders: [folder.path] } } },
    });
    const a = 'file:///etc/xen/a.cfg';
    await client.open(a, guest('a', '01'));
    await untilPointsAt(client, a, [uriIn(folder, 'b.cfg')]);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { folders: [] } } });
    await untilPointsAt(client, a, []);
  });

  it('of the setting are watched where the client can do that', async () => {
    using folder = makeFolder();
    await using client = await connect([], {
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
      initializationOptions: { settings: { xlcfg: { folders: [folder.path] } } },
    });
    const registered = await client.next('client/registerCapability', (params) =>
      JSON.stringify(params).includes('workspace/didChangeWatchedFiles'),
    );
    expect(JSON.stringify(registered)).toContain(
      JSON.stringify({ baseUri: uriOf(folder), pattern: '**/*.{cfg,hvm,pvlinux}' }),
    );
  });

  it('of the setting are told to be wrong where they are', async () => {
    await using client = await connect([], {
      initializationOptions: { settings: { xlcfg: { folders: ['guests'] } } },
    });
    const message = await client.next('window/logMessage', (params) =>
      JSON.stringify(params).includes('guests'),
    );
    expect(JSON.stringify(message)).toContain('no absolute path');
  });
});

describe.concurrent('diagnostics that the client asks for', () => {
  const PULL = {
    ...WATCHING,
    textDocument: { diagnostic: {} },
    workspace: { ...WATCHING.workspace, diagnostics: { refreshSupport: true } },
  };

  it('are asked for again when another file changes them', async () => {
    using folder = makeFolder({ 'b.cfg': guest('b', '02') });
    await using client = await connect([folder], { capabilities: PULL });
    const [a, b] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg')];
    const pull = async (): Promise<string[]> => {
      const report = await client.request('textDocument/diagnostic', { textDocument: { uri: a } });
      return report.kind === 'full' ? pointsAt(report.items) : [];
    };
    await client.open(a, guest('a', '01'));
    expect(await pull()).toEqual([]);
    folder.write('b.cfg', guest('b', '01'));
    await changed(client, b, 2);
    await client.next('workspace/diagnostic/refresh');
    expect(await pull()).toEqual([b]);
  });

  it('are of all files, open or not, and are not repeated', async () => {
    using folder = makeFolder({
      'b.cfg': `${guest('b', '01')}memroy = 512\n`,
      'c.cfg': guest('c', '03'),
      'no.cfg': '[section]\nkey: value\n',
    });
    await using client = await connect([folder], { capabilities: PULL });
    const [a, b, c] = [uriIn(folder, 'a.cfg'), uriIn(folder, 'b.cfg'), uriIn(folder, 'c.cfg')];
    await client.open(a, guest('a', '01'));
    const ask = (previousResultIds: object[] = [], more: object = {}) =>
      client.request('workspace/diagnostic', { previousResultIds, ...more });
    await vi.waitFor(async () => expect((await ask()).items).toHaveLength(3), { timeout: 10_000 });
    const { items } = await ask();
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
    expect((await ask(ids)).items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    rmSync(folder.at('b.cfg'));
    await changed(client, b, 3);
    const after = (await ask(ids)).items;
    expect(after.find(({ uri }) => uri === b)).toMatchObject({ kind: 'full', items: [], version: null });
    expect(after.find(({ uri }) => uri === a)).toMatchObject({ kind: 'full', items: [] });
    expect(after.find(({ uri }) => uri === c)).toMatchObject({ kind: 'unchanged' });
  });

  it('of many files come in parts', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `g${index}`);
    using folder = makeFolder(Object.fromEntries(names.map((name) => [`${name}.cfg`, guest(name, '01')])));
    await using client = await connect([folder], { capabilities: PULL });
    await vi.waitFor(
      async () =>
        expect((await client.request('workspace/diagnostic', { previousResultIds: [] })).items).toHaveLength(
          250,
        ),
      { timeout: 20_000 },
    );
    const last = await client.request('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    expect(last.items).toHaveLength(50);
  });
});
