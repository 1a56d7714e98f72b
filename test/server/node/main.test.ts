/** From `initialize` to the end of the process, with clients that keep to the protocol and clients that do not. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { version } from '../../../server/package.json';
import { built } from '../../support/built.ts';
import { changeParams, encodeMessages, type ProcessClient } from '../support/client.ts';
import { startServerProcess } from '../support/serverProcess.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "xyz"\n';

vi.setConfig({ testTimeout: 20_000 });

const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

describe.concurrent('initialize', () => {
  it('announces what the server does', async () => {
    await using client = startServerProcess();
    const { capabilities, serverInfo } = await client.initialize();
    expect(serverInfo).toEqual({ name: 'xlcfg', version });
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: { resolveProvider: true },
      codeActionProvider: {
        codeActionKinds: expect.arrayContaining(['quickfix', 'source.fixAll.xlcfg', 'refactor.rewrite']),
      },
    });
    expect(capabilities).not.toHaveProperty('diagnosticProvider');
  });

  it('announces pulled diagnostics to a client that pulls', async () => {
    await using client = startServerProcess({ capabilities: { textDocument: { diagnostic: {} } } });
    const { capabilities } = await client.initialize();
    expect(capabilities.diagnosticProvider).toEqual({
      identifier: 'xlcfg',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  it('happens once', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await expect(
      client.requestUntyped('initialize', { processId: null, capabilities: {} }),
    ).rejects.toMatchObject({
      code: -32600,
    });
  });

  it('comes before everything else', async () => {
    await using client = startServerProcess();
    for (const method of ['textDocument/hover', 'shutdown', 'no/such']) {
      const params = method === 'shutdown' ? undefined : HOVER;
      await expect(client.requestUntyped(method, params)).rejects.toMatchObject({ code: -32002 });
    }
    await expect(client.initialize()).resolves.toHaveProperty('capabilities');
  });
});

describe.concurrent('shutdown and exit', () => {
  it('end the process with 0', async () => {
    await using client = startServerProcess();
    await client.initialize();
    expect(await client.requestUntyped('shutdown')).toBeNull();
    await client.notify('exit');
    expect(await client.exit).toBe(0);
  });

  it('end it with 1 where shutdown was left out', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await client.notify('exit');
    expect(await client.exit).toBe(1);
  });

  it('leave no room for a request between them', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await client.open(URI, GUEST);
    await client.requestUntyped('shutdown');
    for (const method of [
      'textDocument/hover',
      'completionItem/resolve',
      'initialize',
      'shutdown',
      'no/such',
    ]) {
      const params = method === 'shutdown' ? undefined : { ...HOVER, label: 'x', capabilities: {} };
      await expect(client.requestUntyped(method, params)).rejects.toMatchObject({ code: -32600 });
    }
    await client.notify('exit');
    expect(await client.exit).toBe(0);
  });

  it('let nothing be sent after shutdown', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await client.open(URI, GUEST);
    await client.nextDiagnostics(URI);
    await client.notify('textDocument/didChange', changeParams(URI, 2, [1, 8], [1, 11], 'pv'));
    await client.requestUntyped('shutdown');
    const before = client.received.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(client.received.length).toBe(before);
  });
});

describe.concurrent('a client that is gone', () => {
  it.each([
    ['before shutdown', false, 1],
    ['after shutdown', true, 0],
  ])('ends the server with its input, %s', async (_, shutdown, code) => {
    await using client = startServerProcess();
    await client.initialize();
    if (shutdown) await client.requestUntyped('shutdown');
    client.child.stdin?.end();
    expect(await client.exit).toBe(code);
  });

  it('ends the server by not reading any more', async () => {
    await using client = startServerProcess();
    client.child.stdout?.destroy();
    client.initialize().catch(() => {});
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toBe('');
  });

  it('ends the server with its process, even if another one holds the streams; one that lives does not', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(editor, 'spawn');
    await using orphan = startServerProcess({ processId: editor.pid ?? null });
    await using other = startServerProcess({ processId: process.pid });
    await Promise.all([orphan.initialize(), other.initialize()]);
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    expect(await orphan.exit).toBe(1);
    const ended = Promise.race([other.exit, new Promise((resolve) => setTimeout(resolve, 300, 'lives'))]);
    expect(await ended).toBe('lives');
  });
});

describe.concurrent('the other transports', () => {
  const initialize = encodeMessages({
    id: 1,
    method: 'initialize',
    params: { processId: null, capabilities: {} },
  });

  /** Listens where the server connects to, talks to it, then goes away. */
  const converse = async (address: number | string, args: (address: number | string) => string[]) => {
    const listener = createServer();
    listener.listen(address === 0 ? { port: 0, host: '127.0.0.1' } : { path: String(address) });
    await once(listener, 'listening');
    const bound = listener.address();
    const where = typeof bound === 'object' && bound !== null ? bound.port : address;
    const child = spawn(process.execPath, [built.server, ...args(where)]);
    const exit = once(child, 'exit');
    const [socket] = (await once(listener, 'connection')) as [Socket];
    socket.write(initialize);
    let answer = '';
    for await (const chunk of socket) {
      answer += chunk;
      if (answer.includes('serverInfo')) break;
    }
    socket.destroy();
    listener.close();
    return { answer, code: (await exit)[0] };
  };

  it.each([
    ['--socket=N', (port: number | string) => [`--socket=${port}`]],
    ['--socket N', (port: number | string) => ['--socket', String(port)]],
  ])('%s', async (_, args) => {
    const { answer, code } = await converse(0, args);
    expect(answer).toContain('"capabilities"');
    expect(code).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('--pipe=NAME', async () => {
    const pipe = path.join(tmpdir(), `xlcfg-${process.pid}.sock`);
    rmSync(pipe, { force: true });
    const { answer } = await converse(pipe, (name) => [`--pipe=${name}`]);
    expect(answer).toContain('"capabilities"');
  });

  it('a port on which nobody listens', async () => {
    const free = createServer();
    free.listen(0, '127.0.0.1');
    await once(free, 'listening');
    const bound = free.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    free.close();
    await once(free, 'close');
    await using client = startServerProcess({ args: [`--socket=${port}`] });
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toContain('ECONNREFUSED');
  });

  it('--node-ipc', async () => {
    const child = fork(built.server, ['--node-ipc']);
    child.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, capabilities: {} },
    });
    const [answer] = await once(child, 'message');
    expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'xlcfg' } } });
    child.disconnect();
    expect((await once(child, 'exit'))[0]).toBe(1);
  });
});

describe.concurrent('other uses', () => {
  it.each([
    { args: ['--version'], code: 0, stdout: `${version}\n`, stderr: '' },
    { args: ['--help'], code: 0, stdout: /--stdio/, stderr: '' },
    { args: [], code: 2, stdout: '', stderr: /--stdio/ },
    { args: ['--socket=x'], code: 2, stdout: '', stderr: /from 1 to 65535, not x/ },
  ])('$args', async ({ args, code, stdout, stderr }) => {
    const child = spawn(process.execPath, [built.server, ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBe(code);
    expect(out).toMatch(stdout === '' ? /^$/ : stdout);
    expect(err).toMatch(stderr === '' ? /^$/ : stderr);
  });
});

describe('what no client should send', () => {
  let client: ProcessClient;
  let version = 1;
  beforeAll(async () => {
    client = startServerProcess();
    await client.initialize();
    await client.open(URI, GUEST);
  });
  afterAll(() => client[Symbol.asyncDispose]());

  /** The server still answers, and still knows the text. */
  const works = async (): Promise<void> => {
    version += 1;
    await client.notify('textDocument/didChange', changeParams(URI, version, [2, 0], [2, 0], '#\n'));
    expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
  };

  const invalid: [string, object | undefined][] = [
    ['textDocument/hover', undefined],
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: null }],
    ['textDocument/hover', { textDocument: { uri: 5 }, position: { line: 0, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri: URI } }],
    ['textDocument/hover', { textDocument: { uri: URI }, position: { line: -1, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri: URI }, position: { line: 'a', character: 0 } }],
    ['textDocument/codeAction', { textDocument: { uri: URI }, range: {}, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument: { uri: URI } }],
    ['textDocument/diagnostic', {}],
  ];
  it.each(invalid)('%s with %j is refused, and the server goes on', async (method, params) => {
    await expect(client.requestUntyped(method, params)).rejects.toMatchObject({ code: -32602 });
    await works();
  });

  const broken: [string, string][] = [
    ['JSON that is none', 'Content-Length: 5\r\n\r\n{"a":'],
    ['a message of another kind', encodeMessages({ hello: 'world' })],
    ['a cancellation of nothing', encodeMessages({ method: '$/cancelRequest', params: { id: 999 } })],
    ['a cancellation without an id', encodeMessages({ method: '$/cancelRequest' })],
    ['an answer that nobody waits for', encodeMessages({ id: 77, result: null })],
    ['didOpen without a document', encodeMessages({ method: 'textDocument/didOpen', params: {} })],
    ['didOpen without parameters', encodeMessages({ method: 'textDocument/didOpen' })],
    [
      'didOpen without a text',
      encodeMessages({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: 'file:///a.cfg', languageId: 'xlcfg', version: 1 } },
      }),
    ],
    [
      'didChange of an unknown document',
      encodeMessages({
        method: 'textDocument/didChange',
        params: changeParams('file:///no', 2, [0, 0], [0, 0], 'x'),
      }),
    ],
    [
      'didChange with a range that is none',
      encodeMessages({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: {}, text: '' }] },
      }),
    ],
    [
      'didClose of an unknown document',
      encodeMessages({ method: 'textDocument/didClose', params: { textDocument: { uri: 'file:///no' } } }),
    ],
    [
      'settings of the wrong kind',
      encodeMessages({ method: 'workspace/didChangeConfiguration', params: { settings: 7 } }),
    ],
    ['a notification it does not know', encodeMessages({ method: 'no/such', params: { a: 1 } })],
  ];
  it.each(broken)('%s does not end the server', async (_, bytes) => {
    client.child.stdin?.write(bytes);
    await works();
  });

  it('a method it does not know is an error', async () => {
    await expect(client.requestUntyped('no/such', {})).rejects.toMatchObject({ code: -32601 });
  });
});
