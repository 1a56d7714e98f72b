/** Long scans: requests are answered meanwhile, and the user sees the progress and can cancel. */
import { describe, expect, it, vi } from 'vitest';
import type {
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import type { HostFiles } from '../../../../server/src/lsp/hostFiles.ts';
import { isProjectFile } from '../../../../server/src/lsp/uriFolderTree.ts';
import { eventually } from '../../../support/eventually.ts';
import type { TestClient } from '../../support/client.ts';
import { DOCUMENT_REQUESTS } from '../../support/documentRequests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

vi.setConfig({ testTimeout: 20_000 });

const ROOT = 'file:///guests';
const A = `${ROOT}/a.cfg`;

const guest = (name: string): string => `name = "${name}"\ntype = "pvh"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

/** Files `0.cfg`, `1.cfg`, ... Reading each of them takes the given time. */
const slowFiles = (count: number, milliseconds: number) => {
  const state = { reading: 0, maxReading: 0, read: 0 };
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
      state.maxReading = Math.max(state.maxReading, state.reading);
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

/** One file is found, and reading it never ends. */
const heldUpFiles = (): HostFiles => ({
  ...slowFiles(1, 0).files,
  read: (uri) => (isProjectFile(uri) ? Promise.resolve(undefined) : new Promise(() => {})),
});

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

/** The progress that was reported with the server's token. */
const progressOf = (client: TestClient) => {
  const paramsOf = (method: string): unknown[] =>
    client.received.filter((message) => message.method === method).map(({ params }) => params);
  const [created] = paramsOf('window/workDoneProgress/create') as { readonly token: unknown }[];
  const all = paramsOf('$/progress') as { readonly token: unknown; readonly value: WorkDoneProgress }[];
  return {
    token: created?.token,
    values: all.filter(({ token }) => token === created?.token).map(({ value }) => value),
  };
};

const PROGRESS = { window: { workDoneProgress: true } };

describe.concurrent('a scan', () => {
  it('reports its progress', async () => {
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
    const percentages = reports.map(({ percentage = -1 }) => percentage);
    expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
    expect([state.read, state.maxReading]).toEqual([120, 8]);
  });

  it('reports no progress if it is short', async () => {
    const { files, state } = slowFiles(20, 1);
    await using client = await start(files, PROGRESS);
    await eventually(async () => expect(await references(client)).toHaveLength(21));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([state.read, progressOf(client).values]).toEqual([20, []]);
  });

  const REQUESTS = Object.values(DOCUMENT_REQUESTS).flat();

  it.each(REQUESTS.map((request) => [request.method, request] as const))(
    'that never ends does not delay %s',
    async (method, { params }) => {
      await using client = await start(heldUpFiles(), {
        textDocument: { diagnostic: {} },
        workspace: { workspaceFolders: true },
      });
      const [position, end] = [
        { line: 2, character: 20 },
        { line: 3, character: 0 },
      ];
      expect(await client.requestUntyped(method, params(A, position, end))).toBeDefined();
    },
  );

  it('has references answered from the files that were read so far, and from all of them in the end', async () => {
    const { files, state } = slowFiles(80, 100);
    await using client = await start(files, {});
    const first = await references(client);
    expect(state.read).toBeLessThan(80);
    expect(first.length).toBeLessThanOrEqual(state.read + 1);
    await eventually(async () => expect(await references(client)).toHaveLength(81));
  });

  it('has a rename refused until it ends, as other files may have the name', async () => {
    const rename = {
      textDocument: { uri: A },
      position: { line: 0, character: 8 },
      newName: 'b',
    };
    await using waiting = await start(heldUpFiles(), {});
    await expect(waiting.request('textDocument/rename', rename)).rejects.toMatchObject({
      code: -32803,
      message: expect.stringContaining('still being searched'),
    });
    await using client = await start(slowFiles(20, 1).files, {});
    await eventually(async () => expect(await client.request('textDocument/rename', rename)).not.toBeNull());
  });

  it('can be cancelled, and requests are answered from the files read so far', async () => {
    const { files, state } = slowFiles(400, 100);
    await using client = await start(files, PROGRESS);
    await vi.waitFor(() => expect(progressOf(client).values[0]?.kind).toBe('begin'), { timeout: 10_000 });
    await client.notify('window/workDoneProgress/cancel', { token: progressOf(client).token });
    await eventually(() => expect(progressOf(client).values.at(-1)?.kind).toBe('end'));
    const locations = await references(client);
    const { read } = state;
    expect(read).toBeLessThan(200);
    expect(locations.length).toBeLessThanOrEqual(read + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBeLessThanOrEqual(read + 8);
  });

  it('is stopped by shutdown', async () => {
    const { files, state } = slowFiles(400, 50);
    await using client = await start(files, {});
    await eventually(() => expect(state.read).toBeGreaterThan(0));
    await client.requestUntyped('shutdown');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { read } = state;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBe(read);
    expect(read).toBeLessThan(300);
  });
});
