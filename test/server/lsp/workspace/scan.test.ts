/** Long scans: requests are answered meanwhile, and the user sees the progress and can cancel. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { sleep } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const ROOT = 'file:///guests';
const A = `${ROOT}/a.cfg`;

const guest = (name: string): string => `name = "${name}"\ntype = "pvh"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

/** Files `0.cfg`, `1.cfg`, ... Reading waits until `allow` has let so many files through. */
const gatedFiles = (count: number) => {
  const state = { reading: 0, maxReading: 0, read: 0 };
  const waiting: (() => void)[] = [];
  let allowed = 0;
  const open = (): void => {
    while (allowed > 0 && waiting.length > 0) {
      allowed -= 1;
      waiting.shift()?.();
    }
  };
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
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        open();
      });
      state.reading -= 1;
      state.read += 1;
      return { text: guest(`g${/\d+/.exec(uri)?.[0]}`), encoding: 'utf8' };
    },
    exists: async () => false,
    folderUri: () => undefined,
  };
  const allow = (more: number): void => {
    allowed += more;
    open();
  };
  return { files, state, allow };
};

/** One file is found, and reading it never ends. */
const heldUpFiles = (): HostFiles => gatedFiles(1).files;

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
    const { files, state, allow } = gatedFiles(120);
    await using client = await start(files, PROGRESS);
    await eventually(() => expect(progressOf(client).values[0]?.kind).toBe('begin'));
    allow(120);
    await eventually(() => expect(progressOf(client).values.at(-1)?.kind).toBe('end'));
    expect(progressOf(client).values[0]).toMatchObject({
      kind: 'begin',
      cancellable: true,
      title: 'Looking for guests',
    });
    const reports = progressOf(client).values.filter((value) => value.kind === 'report');
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.at(-1)?.message).toMatch(/^\d+ of 120 files: \d+ guests$/);
    const percentages = reports.map(({ percentage = -1 }) => percentage);
    expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
    expect([state.read, state.maxReading]).toEqual([120, 8]);
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
    const { files, allow } = gatedFiles(80);
    await using client = await start(files, {});
    expect(await references(client)).toHaveLength(1);
    allow(30);
    await eventually(async () => expect(await references(client)).toHaveLength(31));
    allow(50);
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
    const { files, allow } = gatedFiles(20);
    allow(20);
    await using client = await start(files, {});
    await eventually(async () => expect(await client.request('textDocument/rename', rename)).not.toBeNull());
  });

  it('can be cancelled, and requests are answered from the files read so far', async () => {
    const { files, state, allow } = gatedFiles(400);
    allow(40);
    await using client = await start(files, PROGRESS);
    await eventually(() => expect(progressOf(client).values[0]?.kind).toBe('begin'));
    await client.notify('window/workDoneProgress/cancel', { token: progressOf(client).token });
    // It has arrived when a later request is answered.
    await references(client);
    allow(8);
    await eventually(() => expect(progressOf(client).values.at(-1)?.kind).toBe('end'));
    allow(400);
    await sleep(100);
    expect(await references(client)).toHaveLength(1 + 48);
    expect(state.read).toBe(48);
  });

  it('is stopped by shutdown', async () => {
    const { files, state, allow } = gatedFiles(400);
    allow(40);
    await using client = await start(files, {});
    await eventually(() => expect(state).toMatchObject({ read: 40, reading: 8 }));
    await client.requestUntyped('shutdown');
    allow(400);
    await sleep(300);
    expect(state.read).toBe(48);
  });
});

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is shown for a scan that takes a second', async () => {
    await using client = await start(heldUpFiles(), PROGRESS);
    await references(client);
    await vi.advanceTimersByTimeAsync(999);
    await references(client);
    expect(progressOf(client).values).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await client.nextMessage('$/progress');
    expect(progressOf(client).values).toHaveLength(1);
  });

  it('is not shown for a shorter one', async () => {
    const { files, allow } = gatedFiles(20);
    await using client = await start(files, PROGRESS);
    allow(20);
    while ((await references(client)).length < 21);
    await vi.advanceTimersByTimeAsync(5000);
    await references(client);
    expect(progressOf(client)).toEqual({ token: undefined, values: [] });
  });
});
