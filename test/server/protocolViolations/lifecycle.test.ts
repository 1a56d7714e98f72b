/** Messages before initialize and after shutdown, and an initialize with invalid parameters. */
import { describe, expect, it } from 'vitest';
import { changeParams } from '../support/client.ts';
import { startServerProcess } from '../support/serverProcess.ts';
import { connectAndOpen, expectRunning, GUEST, HOVER, URI } from './client.ts';

describe.concurrent('after shutdown', () => {
  it('everything except exit is rejected or ignored, and nothing is sent', async () => {
    await using client = await connectAndOpen();
    await client.nextDiagnostics(URI);
    await client.requestUntyped('shutdown');
    const before = client.received.length;
    await client.open('file:///etc/xen/late.cfg', 'nmae = "x"\n');
    await client.notify('textDocument/didChange', changeParams(URI, 2, [0, 0], [0, 0], 'x'));
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { enable: 7 } } });
    for (const method of ['textDocument/hover', 'workspace/symbol', 'workspace/diagnostic', 'no/such'])
      await expect(
        client.requestUntyped(method, { ...HOVER, query: '', previousResultIds: [] }),
      ).rejects.toMatchObject({ code: -32600 });
    await client.notify('exit');
    expect(await client.exit).toBe(0);
    expect(client.received.slice(before)).toEqual([]);
  });
});

describe.concurrent('initialize', () => {
  it.each([
    ['no parameters', undefined],
    ['an array', []],
    ['no capabilities', { processId: null }],
    [
      'capabilities of the wrong type',
      { processId: 'x', capabilities: 7, rootUri: 7, workspaceFolders: 'x', initializationOptions: 7 },
    ],
    [
      'parts of the wrong type',
      {
        capabilities: { textDocument: 7, workspace: null, general: 'x' },
        workspaceFolders: [null, 7, {}],
        rootUri: {},
      },
    ],
    [
      'nested capabilities of the wrong type',
      {
        capabilities: {
          textDocument: {
            hover: { contentFormat: 7 },
            completion: { completionItem: { documentationFormat: 'x' } },
            signatureHelp: 7,
            rename: null,
          },
          workspace: { didChangeWatchedFiles: 7 },
        },
      },
    ],
  ])('with %s is answered or rejected, and the server keeps running', async (_, params) => {
    await using client = startServerProcess();
    const outcome = await client.requestUntyped('initialize', params).then(
      () => 'answered',
      (error: { readonly code: number }) => error.code,
    );
    expect([-32602, 'answered']).toContain(outcome);
    if (outcome !== 'answered') await client.initialize();
    await client.open(URI, GUEST);
    await expectRunning(client);
  });

  it('is required: earlier messages are rejected or ignored', async () => {
    await using client = startServerProcess();
    await client.open(URI, GUEST);
    await client.notify('initialized', {});
    await client.notify('textDocument/didChange', null);
    await expect(client.requestUntyped('textDocument/hover', HOVER)).rejects.toMatchObject({ code: -32002 });
    await client.initialize();
    await client.open(URI, GUEST);
    await expectRunning(client);
  });

  it('can be followed by the end of the stream within a message', async () => {
    await using client = await connectAndOpen();
    client.child.stdin?.end('Content-Length: 1000\r\n\r\n{"jsonrpc"');
    expect(await client.exit).toBe(1);
  });
});
