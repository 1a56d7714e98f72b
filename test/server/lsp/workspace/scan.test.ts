/** Long scans: others are answered meanwhile, the person sees how far it is and can end it. */
import { describe, expect, it, vi } from 'vitest';
import type {
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import type { HostFiles } from '../../../../server/src/lsp/hostFiles.ts';
import { isProjectFile } from '../../../../server/src/lsp/uriFolderTree.ts';
import type { TestClient } from '../../support/client.ts';
import { connectInProcess } from '../../support/inProcess.ts';

vi.setConfig({ testTimeout: 20_000 });

const ROOT = 'file:///guests';
const A = `${ROOT}/a.cfg`;

const guest = (name: string): string => `name = "${name}"\ntype = "pvh"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

/** Files `0.cfg` and on, of which each takes some milliseconds to be read. */
const slowFiles = (count: number, milliseconds: number) => {
  const state = { reading: 0, most: 0, read: 0 };
  const files: HostFiles = {
    async *findAll() {
      for (let index = 0; index < count; index += 1) {
        const uri = `${ROOT}/${index}.cfg`;
        yield { uri, id: uri };
      }
    },
    findOne: async () => undefined,
    isHostUri: () => true,
    identityOf: async (uri) => uri,
    read: async (uri) => {
      if (isProjectFile(uri)) return undefined;
      state.reading += 1;
      state.most = Math.max(state.most, state.reading);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      state.reading -= 1;
      state.read += 1;
      return guest(`g${/\d+/.exec(uri)?.[0]}`);
    },
    exists: async () => false,
    folderUri: () => undefined,
  };
  return { files, state };
};

const start = async (files: HostFiles, capabilities: object): Promise<TestClient> => {
  const client = await connectInProcess({ capabilities, folders: [ROOT] }, files);
  await client.open(A, guest('a'));
  return client;
};

const references = (client: TestClient) =>
  client.request('textDocument/references', {
    textDocument: { uri: A },
    position: { line: 2, character: 20 },
    context: { includeDeclaration: true },
  });

type WorkDoneProgress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** What was told of the work that the server has made a token for. */
const progressOf = (client: TestClient) => {
  const told = (method: string): unknown[] =>
    client.received.filter((message) => message.method === method).map(({ params }) => params);
  const [created] = told('window/workDoneProgress/create') as { readonly token: unknown }[];
  const all = told('$/progress') as { readonly token: unknown; readonly value: WorkDoneProgress }[];
  return {
    token: created?.token,
    values: all.filter(({ token }) => token === created?.token).map(({ value }) => value),
  };
};

const PROGRESS = { window: { workDoneProgress: true } };

describe.concurrent('a long scan', () => {
  it('shows how far it is, and ends', async () => {
    const { files, state } = slowFiles(120, 100);
    await using client = await start(files, PROGRESS);
    await vi.waitFor(() => expect(progressOf(client).values.at(-1)?.kind).toBe('end'), { timeout: 10_000 });
    expect(progressOf(client).values[0]).toMatchObject({
      kind: 'begin',
      cancellable: true,
      title: 'Looking for guests',
    });
    const reports = progressOf(client).values.filter((value) => value.kind === 'report');
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.at(-1)?.message).toMatch(/^\d+ of 120 files$/);
    const shares = reports.map(({ percentage = -1 }) => percentage);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([state.read, state.most]).toEqual([120, 8]);
  });

  it('is not shown where it is short', async () => {
    const { files, state } = slowFiles(20, 1);
    await using client = await start(files, PROGRESS);
    expect(await references(client)).toHaveLength(21);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([state.read, progressOf(client).values]).toEqual([20, []]);
  });

  it('lets requests in that do not need it, and what needs it waits', async () => {
    const { files, state } = slowFiles(80, 100);
    await using client = await start(files, {});
    const waiting = references(client);
    await client.requestUntyped('textDocument/hover', {
      textDocument: { uri: A },
      position: { line: 1, character: 2 },
    });
    expect(state.read).toBeLessThan(80);
    expect(await waiting).toHaveLength(81);
    expect(state.read).toBe(80);
  });

  it('ends when the person cancels it, and what waits goes on with what is known', async () => {
    const { files, state } = slowFiles(400, 100);
    await using client = await start(files, PROGRESS);
    const waiting = references(client);
    await vi.waitFor(() => expect(progressOf(client).values[0]?.kind).toBe('begin'), { timeout: 10_000 });
    await client.notify('window/workDoneProgress/cancel', { token: progressOf(client).token });
    const places = await waiting;
    expect(progressOf(client).values.at(-1)?.kind).toBe('end');
    const { read } = state;
    expect(read).toBeLessThan(200);
    expect(places.length).toBeLessThanOrEqual(read + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBeLessThanOrEqual(read + 8);
  });

  it('ends at shutdown', async () => {
    const { files, state } = slowFiles(400, 50);
    await using client = await start(files, {});
    await vi.waitFor(() => expect(state.read).toBeGreaterThan(0));
    await client.requestUntyped('shutdown');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { read } = state;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBe(read);
    expect(read).toBeLessThan(300);
  });
});
