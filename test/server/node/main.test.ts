/** The server as a process: its transports, its command line, and how it ends. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../../server/package.json';
import { built } from '../../support/built.ts';
import { serverCommand } from '../../support/programs.ts';
import { encodeMessages } from '../support/client.ts';
import { startServerProcess } from '../support/serverProcess.ts';

const [program, ...before] = serverCommand;

describe.concurrent('the server ends', () => {
  it.each([
    ['before shutdown', false, 1],
    ['after shutdown', true, 0],
  ])('when its input ends, %s', async (_, shutdown, code) => {
    await using client = startServerProcess();
    await client.initialize();
    if (shutdown) await client.requestUntyped('shutdown');
    client.child.stdin?.end();
    expect(await client.exit).toBe(code);
  });

  it('when its output is closed', async () => {
    await using client = startServerProcess();
    client.child.stdout?.destroy();
    client.initialize().catch(() => {});
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toBe('');
  });

  it('when the process of the client ends, even if the streams stay open, but not before', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(editor, 'spawn');
    await using orphan = startServerProcess({ processId: editor.pid ?? null });
    await using other = startServerProcess({ processId: process.pid });
    await Promise.all([orphan.initialize(), other.initialize()]);
    editor.kill('SIGKILL');
    await once(editor, 'exit');
    expect(await orphan.exit).toBe(1);
    const outcome = Promise.race([other.exit, new Promise((resolve) => setTimeout(resolve, 300, 'running'))]);
    expect(await outcome).toBe('running');
  });
});

describe.concurrent('transports', () => {
  const initialize = encodeMessages({
    id: 1,
    method: 'initialize',
    params: { processId: null, capabilities: {} },
  });

  /** Listens at the address, initializes the server that connects to it, and disconnects. */
  const converse = async (address: number | string, args: (address: number | string) => string[]) => {
    const listener = createServer();
    listener.listen(address === 0 ? { port: 0, host: '127.0.0.1' } : { path: String(address) });
    await once(listener, 'listening');
    const bound = listener.address();
    const target = typeof bound === 'object' && bound !== null ? bound.port : address;
    const child = spawn(program, [...before, ...args(target)]);
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

  it('fail for a port without a listener', async () => {
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

describe.concurrent('the command line', () => {
  it.each([
    { args: ['--version'], code: 0, stdout: `${version}\n`, stderr: '' },
    { args: ['--help'], code: 0, stdout: /--stdio/, stderr: '' },
    { args: [], code: 2, stdout: '', stderr: /--stdio/ },
    { args: ['--socket=x'], code: 2, stdout: '', stderr: /from 1 to 65535, not x/ },
  ])('$args', async ({ args, code, stdout, stderr }) => {
    const child = spawn(program, [...before, ...args]);
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
