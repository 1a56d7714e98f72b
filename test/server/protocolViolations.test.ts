/** Clients that violate the protocol. They get an error or a log message, and the server keeps running. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageType } from 'vscode-languageserver-protocol';
import { changeParams, encodeMessages, type ProcessClient, type ProcessOptions } from './support/client.ts';
import { startServerProcess } from './support/serverProcess.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pv"\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

const connectAndOpen = async (options: ProcessOptions = {}): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  await client.open(URI, GUEST);
  return client;
};

const expectRunning = async (client: ProcessClient): Promise<void> => {
  expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
};

/** The warnings and errors that were logged in the client. */
const loggedMessages = (client: ProcessClient): string[] =>
  client.received.flatMap(({ method, params }) =>
    method === 'window/logMessage' &&
    typeof params === 'object' &&
    params !== null &&
    'message' in params &&
    'type' in params &&
    params.type !== MessageType.Info
      ? String(params.message)
      : [],
  );

/** The effective configuration, which reveals the text that the server has. */
const effectiveConfig = (client: ProcessClient): Promise<unknown> =>
  client.requestUntyped('workspace/executeCommand', {
    command: 'xlcfg.effectiveConfiguration',
    arguments: [URI],
  });

describe.concurrent('documents', () => {
  it.each([
    [
      'didChange for a document that is not open',
      'textDocument/didChange',
      changeParams('file:///no.cfg', 2, [0, 0], [0, 0], 'x'),
      /didChange is passed over: file:\/\/\/no\.cfg is not open/,
    ],
    [
      'didClose for a document that is not open',
      'textDocument/didClose',
      { textDocument: { uri: 'file:///no.cfg' } },
      /didClose is passed over: .* is not open/,
    ],
    [
      'didChange with an invalid change',
      'textDocument/didChange',
      { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 7 }] },
      /didChange is passed over: the parameters/,
    ],
    [
      'didChange with a fractional position',
      'textDocument/didChange',
      changeParams(URI, 2, [0, 0.5], [0, 1], ''),
      /didChange is passed over: the parameters/,
    ],
    [
      'didOpen without a text',
      'textDocument/didOpen',
      { textDocument: { uri: 'file:///a.cfg', languageId: 'x', version: 1 } },
      /didOpen is passed over/,
    ],
    [
      'didChange with an older version',
      'textDocument/didChange',
      changeParams(URI, 0, [0, 0], [0, 0], ''),
      /gives file:\/\/\/etc\/xen\/web\.cfg version 0 after version 1/,
    ],
  ])('%s is logged once', async (_, method, params, message) => {
    await using client = await connectAndOpen();
    await client.notify(method, params);
    await expectRunning(client);
    expect(loggedMessages(client)).toEqual([expect.stringMatching(message)]);
  });

  it('have the text that the protocol prescribes after changes outside the text, reversed ranges, and old versions', async () => {
    await using client = await connectAndOpen();
    // After the end of the text; with a reversed range; with an old version.
    await client.notify(
      'textDocument/didChange',
      changeParams(URI, 2, [900, 900], [901, 0], 'memory = 128\n'),
    );
    await client.notify('textDocument/didChange', changeParams(URI, 3, [1, 10], [1, 9], 'vh'));
    await client.notify('textDocument/didChange', changeParams(URI, 1, [0, 8], [0, 11], 'db'));
    const text = String(await effectiveConfig(client));
    expect(text).toContain('"name": "db"');
    expect(text).toContain('"type": "pvh"');
    expect(text).toContain('"target_memkb": 131072');
  });

  it('have the second text if they are opened twice', async () => {
    await using client = await connectAndOpen();
    await client.open(URI, 'name = "again"\ntype = "pv"\n');
    expect(String(await effectiveConfig(client))).toContain('"name": "again"');
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await expect(effectiveConfig(client)).rejects.toMatchObject({ code: -32602 });
  });

  it('that are closed during a request still get an answer, and no later diagnostics', async () => {
    await using client = await connectAndOpen();
    await client.nextDiagnostics(URI);
    const requests = [
      client.requestUntyped('textDocument/hover', HOVER),
      client.requestUntyped('textDocument/semanticTokens/full', HOVER),
      client.requestUntyped('textDocument/formatting', {
        ...HOVER,
        options: { tabSize: 4, insertSpaces: true },
      }),
    ];
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    const outcomes = await Promise.allSettled(requests);
    const failures = outcomes.filter(
      (one) => one.status === 'rejected' && ![-32801, -32800].includes(one.reason.code),
    );
    expect(failures).toEqual([]);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.open(URI, GUEST);
    await expectRunning(client);
  });

  it('have the last text after a burst of 10,000 changes, with few diagnostics published', async () => {
    await using client = await connectAndOpen();
    const COUNT = 10_000;
    const burst = Array.from({ length: COUNT }, (_, at) => ({
      method: 'textDocument/didChange',
      params: changeParams(URI, at + 2, [0, 8], [0, at === 0 ? 11 : 8 + String(at - 1).length], String(at)),
    }));
    client.child.stdin?.write(encodeMessages(...burst));
    expect(String(await effectiveConfig(client))).toContain(`"name": "${COUNT - 1}"`);
    const last = await client.nextMessage(
      'textDocument/publishDiagnostics',
      (params) =>
        typeof params === 'object' && params !== null && 'version' in params && params.version === COUNT + 1,
    );
    expect(last).toMatchObject({ uri: URI });
    const published = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(published.length).toBeLessThan(COUNT / 10);
  });

  it('10,000 simultaneous requests are all answered, including cancelled ones', async () => {
    await using client = await connectAndOpen();
    const all = Array.from({ length: 10_000 }, () => client.request('textDocument/hover', HOVER));
    client.child.stdin?.write(
      encodeMessages(
        ...Array.from({ length: 5000 }, (_, at) => ({ method: '$/cancelRequest', params: { id: at } })),
      ),
    );
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter((one) => one.status === 'rejected' && one.reason.code !== -32800)).toEqual([]);
    await expectRunning(client);
  });
});

describe.concurrent('a message', () => {
  it.each([
    ['truncated JSON', '{"jsonrpc":"2.0","id":1,"method":'],
    ['text that is not JSON', 'hello'],
    ['an empty body', ''],
    ['replacement characters', '\ufffd\ufffd'],
  ])('with %s is answered with one parse error, without an id', async (_, body) => {
    await using client = await connectAndOpen();
    let answers = '';
    client.child.stdout?.on('data', (piece) => {
      answers += piece;
    });
    client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await expectRunning(client);
    expect(answers.split('"id":null')).toHaveLength(2);
    expect(answers).toContain('-32700');
  });

  it.each([
    ['a number', '7'],
    ['null', 'null'],
    ['a batch', '[{"jsonrpc":"2.0","id":9,"method":"textDocument/hover"}]'],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}'],
    ['a number as method', '{"jsonrpc":"2.0","id":9,"method":7}'],
    ['deeply nested arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'deeply nested objects',
      `{"jsonrpc":"2.0","method":"no/such","params":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ],
    ['__proto__ as method', '{"jsonrpc":"2.0","id":9,"method":"__proto__","params":{"__proto__":{"uri":1}}}'],
    ['constructor as method', '{"jsonrpc":"2.0","id":10,"method":"constructor"}'],
  ])('with %s does not end the server', async (_, body) => {
    await using client = await connectAndOpen();
    client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await expectRunning(client);
  });

  it.each([
    ['a batch', '[{"jsonrpc":"2.0","id":9,"method":"textDocument/hover"}]', null],
    ['an empty batch', '[]', null],
    ['null', 'null', null],
    ['no version', '{"id":9,"method":"shutdown"}', 9],
    ['another version', '{"jsonrpc":"1.0","id":"x","method":"shutdown"}', 'x'],
    ['a number as method', '{"jsonrpc":"2.0","id":9,"method":7}', 9],
    ['null as id', '{"jsonrpc":"2.0","id":null,"method":"shutdown"}', null],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"shutdown"}', null],
    ['a text as parameters', '{"jsonrpc":"2.0","id":9,"method":"shutdown","params":"x"}', 9],
    ['neither method nor id', '{"jsonrpc":"2.0"}', null],
    ['neither result nor error', '{"jsonrpc":"2.0","id":9}', 9],
  ])('with %s is answered as an invalid request', async (_, body, id) => {
    await using client = await connectAndOpen();
    let answers = '';
    client.child.stdout?.on('data', (piece) => {
      answers += piece;
    });
    client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await expectRunning(client);
    expect(answers).toContain(
      `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"error":{"code":-32600,"message":"`,
    );
  });

  it('with unknown methods are rejected', async () => {
    await using client = await connectAndOpen();
    for (const method of [
      'no/such',
      '',
      'toString',
      'textDocument/hove',
      'textDocument/Hover',
      'x'.repeat(10_000),
    ])
      await expect(client.requestUntyped(method, {})).rejects.toMatchObject({ code: -32601 });
    await expectRunning(client);
  });

  it.each([
    ['an invalid length', 'Content-Length: ten\r\n\r\n', 'a Content-Length is not a number'],
    ['a length that is too large', 'Content-Length: 99999999999\r\n\r\n', 'a message has 99999999999 bytes'],
    ['no length', 'Content-Type: text\r\n\r\n{}', 'no Content-Length'],
    [
      'no header',
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'shutdown' })}\r\n\r\n`,
      'no Content-Length',
    ],
    ['a header of ten megabytes', 'x'.repeat(10_000_000), 'a header has no end'],
  ])('with %s ends the server, with a message on stderr', async (_, bytes, message) => {
    await using client = await connectAndOpen();
    await expectRunning(client);
    client.child.stdin?.on('error', () => {});
    client.child.stdin?.write(bytes);
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toContain('the client cannot be understood: ');
    expect(client.stderr()).toContain(message);
    expect(client.stderr().trim().split('\n')).toHaveLength(1);
  });
});

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

describe('one server', () => {
  let client: ProcessClient;
  let version = 1;
  beforeAll(async () => {
    client = await connectAndOpen();
  });
  afterAll(() => client[Symbol.asyncDispose]());

  /** The server still answers and accepts changes. */
  const expectSynchronized = async (): Promise<void> => {
    version += 1;
    await client.notify('textDocument/didChange', changeParams(URI, version, [2, 0], [2, 0], '#\n'));
    expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
  };

  const invalidRequests: [string, object | undefined][] = [
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
  it.each(invalidRequests)('rejects %s with %j, and keeps running', async (method, params) => {
    await expect(client.requestUntyped(method, params)).rejects.toMatchObject({ code: -32602 });
    await expectSynchronized();
  });

  const malformedMessages: [string, string][] = [
    ['truncated JSON', 'Content-Length: 5\r\n\r\n{"a":'],
    ['a message without a method', encodeMessages({ hello: 'world' })],
    [
      'a cancellation of an unknown request',
      encodeMessages({ method: '$/cancelRequest', params: { id: 999 } }),
    ],
    ['a cancellation without an id', encodeMessages({ method: '$/cancelRequest' })],
    ['a response to an unknown request', encodeMessages({ id: 77, result: null })],
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
      'didChange with an invalid range',
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
      'settings of the wrong type',
      encodeMessages({ method: 'workspace/didChangeConfiguration', params: { settings: 7 } }),
    ],
    ['an unknown notification', encodeMessages({ method: 'no/such', params: { a: 1 } })],
  ];
  it.each(malformedMessages)('keeps running after %s', async (_, bytes) => {
    client.child.stdin?.write(bytes);
    await expectSynchronized();
  });

  it('rejects an unknown method', async () => {
    await expect(client.requestUntyped('no/such', {})).rejects.toMatchObject({ code: -32601 });
  });
});
