import { describe, expect, it } from 'vitest';
import { version } from '../../../server/package.json';
import { changeParams } from '../support/client.ts';
import { sleep, URI } from '../support/guests.ts';
import { startServerProcess } from '../support/serverProcess.ts';

const GUEST = 'name = "web"\ntype = "xyz"\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

describe.concurrent('initialize', () => {
  it('announces the capabilities', async () => {
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

  it('announces pulled diagnostics to a client that supports them', async () => {
    await using client = startServerProcess({ capabilities: { textDocument: { diagnostic: {} } } });
    const { capabilities } = await client.initialize();
    expect(capabilities.diagnosticProvider).toEqual({
      identifier: 'xlcfg',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  it('is rejected the second time', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await expect(
      client.requestUntyped('initialize', { processId: null, capabilities: {} }),
    ).rejects.toMatchObject({
      code: -32600,
    });
  });

  it('must precede all other requests', async () => {
    await using client = startServerProcess();
    for (const method of ['textDocument/hover', 'shutdown', 'no/such']) {
      const params = method === 'shutdown' ? undefined : HOVER;
      await expect(client.requestUntyped(method, params)).rejects.toMatchObject({ code: -32002 });
    }
    await expect(client.initialize()).resolves.toHaveProperty('capabilities');
  });
});

describe.concurrent('shutdown and exit', () => {
  it('end the process with code 0', async () => {
    await using client = startServerProcess();
    await client.initialize();
    expect(await client.requestUntyped('shutdown')).toBeNull();
    await client.notify('exit');
    expect(await client.exit).toBe(0);
  });

  it('end the process with code 1 if shutdown was omitted', async () => {
    await using client = startServerProcess();
    await client.initialize();
    await client.notify('exit');
    expect(await client.exit).toBe(1);
  });

  it('reject requests in between', async () => {
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
    const receivedBefore = client.received.length;
    await sleep(250);
    expect(client.received.length).toBe(receivedBefore);
  });
});
