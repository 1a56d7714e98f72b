/** Long scans: others are answered meanwhile, the person sees how far it is and can end it. */
import { describe, expect, it, vi } from 'vitest';
import type { HostFiles } from '../../server/src/lsp/files.ts';
import { isConfiguration } from '../../server/src/lsp/uriPlace.ts';
import { connectInProcess } from './support/inProcess.ts';

vi.setConfig({ testTimeout: 20_000 });

const ROOT = 'file:///guests';
const A = `${ROOT}/a.cfg`;

const guest = (name: string): string => `name = "${name}"\ntype = "pvh"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

/** Files `0.cfg` and on, of which each takes some milliseconds to be read. */
const slowFiles = (count: number, milliseconds: number) => {
  const state = { reading: 0, most: 0, read: 0 };
  const files: HostFiles = {
    async *list() {
      for (let index = 0; index < count; index += 1) {
        const uri = `${ROOT}/${index}.cfg`;
        yield { uri, id: uri };
      }
    },
    find: async () => undefined,
    holds: () => true,
    identify: async (uri) => uri,
    read: async (uri) => {
      if (isConfiguration(uri)) return undefined;
      state.reading += 1;
      state.most = Math.max(state.most, state.reading);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      state.reading -= 1;
      state.read += 1;
      return guest(`g${/\d+/.exec(uri)?.[0]}`);
    },
    exists: async () => false,
    folder: () => undefined,
  };
  return { files, state };
};

const start = async (files: HostFiles, capabilities: object) => {
  const connected = await connectInProcess(files, {
    capabilities,
    workspaceFolders: [{ uri: ROOT, name: 'guests' }],
  });
  const { client } = connected;
  const progress: { readonly kind: string; readonly message?: string; readonly percentage?: number }[] = [];
  let token: unknown;
  client.onRequest('window/workDoneProgress/create', (params: { token: unknown }) => {
    token = params.token;
    return null;
  });
  client.onNotification('$/progress', (params: { token: unknown; value: (typeof progress)[number] }) => {
    if (params.token === token) progress.push(params.value);
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: A, languageId: 'xlcfg', version: 1, text: guest('a') },
  });
  const definition = () =>
    client.sendRequest<unknown[]>('textDocument/references', {
      textDocument: { uri: A },
      position: { line: 2, character: 20 },
      context: { includeDeclaration: true },
    });
  return { connected, client, progress, token: () => token, definition };
};

const PROGRESS = { window: { workDoneProgress: true } };

describe.concurrent('a long scan', () => {
  it('shows how far it is, and ends', async () => {
    const { files, state } = slowFiles(120, 100);
    const { connected, progress } = await start(files, PROGRESS);
    using _ = connected;
    await vi.waitFor(() => expect(progress.at(-1)?.kind).toBe('end'), { timeout: 10_000 });
    expect(progress[0]).toMatchObject({ kind: 'begin', cancellable: true, title: 'Looking for guests' });
    const reports = progress.filter(({ kind }) => kind === 'report');
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.at(-1)?.message).toMatch(/^\d+ of 120 files$/);
    const shares = reports.map(({ percentage = -1 }) => percentage);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([state.read, state.most]).toEqual([120, 8]);
  });

  it('is not shown where it is short', async () => {
    const { files, state } = slowFiles(20, 1);
    const { connected, progress, definition } = await start(files, PROGRESS);
    using _ = connected;
    expect(await definition()).toHaveLength(21);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([state.read, progress]).toEqual([20, []]);
  });

  it('lets requests in that do not need it, and what needs it waits', async () => {
    const { files, state } = slowFiles(80, 100);
    const { connected, client, definition } = await start(files, {});
    using _ = connected;
    const waiting = definition();
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri: A },
      position: { line: 1, character: 2 },
    });
    expect(state.read).toBeLessThan(80);
    expect(await waiting).toHaveLength(81);
    expect(state.read).toBe(80);
  });

  it('ends when the person cancels it, and what waits goes on with what is known', async () => {
    const { files, state } = slowFiles(400, 100);
    const { connected, client, progress, token, definition } = await start(files, PROGRESS);
    using _ = connected;
    const waiting = definition();
    await vi.waitFor(() => expect(progress[0]?.kind).toBe('begin'), { timeout: 10_000 });
    await client.sendNotification('window/workDoneProgress/cancel', { token: token() });
    const places = await waiting;
    expect(progress.at(-1)?.kind).toBe('end');
    const { read } = state;
    expect(read).toBeLessThan(200);
    expect(places.length).toBeLessThanOrEqual(read + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBeLessThanOrEqual(read + 8);
  });

  it('ends at shutdown', async () => {
    const { files, state } = slowFiles(400, 50);
    const { connected, client } = await start(files, {});
    using _ = connected;
    await vi.waitFor(() => expect(state.read).toBeGreaterThan(0));
    await client.sendRequest('shutdown');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { read } = state;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBe(read);
    expect(read).toBeLessThan(300);
  });
});
