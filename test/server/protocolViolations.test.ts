/** Clients that do what no client should: each gets one clear error, and the server lives. */
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { patient } from '../support/patient.ts';
import { changeParams, encodeMessages, type ProcessClient, type ProcessOptions } from './support/client.ts';
import { startServerProcess } from './support/serverProcess.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pv"\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

const begin = async (options: ProcessOptions = {}): Promise<ProcessClient> => {
  const client = startServerProcess(options);
  await client.initialize();
  await client.open(URI, GUEST);
  return client;
};

const works = async (client: ProcessClient): Promise<void> => {
  expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
};

/** The errors and warnings that the client was to log. */
const logged = (client: ProcessClient): string[] =>
  client.received.flatMap(({ method, params }) =>
    method === 'window/logMessage' && typeof params === 'object' && params !== null && 'message' in params
      ? String(params.message)
      : [],
  );

/** What xl would make of the document, which tells its whole text. */
const configuration = (client: ProcessClient): Promise<unknown> =>
  client.requestUntyped('workspace/executeCommand', {
    command: 'xlcfg.effectiveConfiguration',
    arguments: [URI],
  });

describe.concurrent('documents', patient, () => {
  it.each([
    [
      'a change of a document that is not open',
      'textDocument/didChange',
      changeParams('file:///no.cfg', 2, [0, 0], [0, 0], 'x'),
      /didChange is passed over: file:\/\/\/no\.cfg is not open/,
    ],
    [
      'the end of one that is not open',
      'textDocument/didClose',
      { textDocument: { uri: 'file:///no.cfg' } },
      /didClose is passed over: .* is not open/,
    ],
    [
      'a change that is none',
      'textDocument/didChange',
      { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 7 }] },
      /didChange is passed over: the parameters/,
    ],
    [
      'half of a place',
      'textDocument/didChange',
      changeParams(URI, 2, [0, 0.5], [0, 1], ''),
      /didChange is passed over: the parameters/,
    ],
    [
      'a document without a text',
      'textDocument/didOpen',
      { textDocument: { uri: 'file:///a.cfg', languageId: 'x', version: 1 } },
      /didOpen is passed over/,
    ],
    [
      'a version that goes back',
      'textDocument/didChange',
      changeParams(URI, 0, [0, 0], [0, 0], ''),
      /gives file:\/\/\/etc\/xen\/web\.cfg version 0 after version 1/,
    ],
  ])('%s is logged once', async (_, method, params, message) => {
    await using client = await begin();
    await client.notify(method, params);
    await works(client);
    expect(logged(client)).toEqual([expect.stringMatching(message)]);
  });

  it('that are changed out of the text, backwards, or out of order have the text that the protocol says', async () => {
    await using client = await begin();
    // Behind the end; from the end to the beginning; with a version of the past.
    await client.notify(
      'textDocument/didChange',
      changeParams(URI, 2, [900, 900], [901, 0], 'memory = 128\n'),
    );
    await client.notify('textDocument/didChange', changeParams(URI, 3, [1, 10], [1, 9], 'vh'));
    await client.notify('textDocument/didChange', changeParams(URI, 1, [0, 8], [0, 11], 'db'));
    const text = String(await configuration(client));
    expect(text).toContain('"name": "db"');
    expect(text).toContain('"type": "pvh"');
    expect(text).toContain('"target_memkb": 131072');
  });

  it('that are opened twice have the second text', async () => {
    await using client = await begin();
    await client.open(URI, 'name = "again"\ntype = "pv"\n');
    expect(String(await configuration(client))).toContain('"name": "again"');
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    await expect(configuration(client)).rejects.toMatchObject({ code: -32602 });
  });

  it('that are closed during a request: it is answered all the same, and nothing is said of them later', async () => {
    await using client = await begin();
    await client.nextDiagnostics(URI);
    const asked = [
      client.requestUntyped('textDocument/hover', HOVER),
      client.requestUntyped('textDocument/semanticTokens/full', HOVER),
      client.requestUntyped('textDocument/formatting', {
        ...HOVER,
        options: { tabSize: 4, insertSpaces: true },
      }),
    ];
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    const outcomes = await Promise.allSettled(asked);
    const wrong = outcomes.filter(
      (one) => one.status === 'rejected' && ![-32801, -32800].includes(one.reason.code),
    );
    expect(wrong).toEqual([]);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.open(URI, GUEST);
    await works(client);
  });

  it('that are changed 10,000 times at once end with the last text, and are told of a few times', async () => {
    await using client = await begin();
    const COUNT = 10_000;
    const flood = Array.from({ length: COUNT }, (_, at) => ({
      method: 'textDocument/didChange',
      params: changeParams(URI, at + 2, [0, 8], [0, at === 0 ? 11 : 8 + String(at - 1).length], String(at)),
    }));
    client.child.stdin?.write(encodeMessages(...flood));
    expect(String(await configuration(client))).toContain(`"name": "${COUNT - 1}"`);
    const last = await client.nextMessage(
      'textDocument/publishDiagnostics',
      (params) =>
        typeof params === 'object' && params !== null && 'version' in params && params.version === COUNT + 1,
    );
    expect(last).toMatchObject({ uri: URI });
    const told = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(told.length).toBeLessThan(COUNT / 10);
  });

  it('10,000 requests at once are all answered, those that were cancelled too', async () => {
    await using client = await begin();
    const all = Array.from({ length: 10_000 }, () => client.request('textDocument/hover', HOVER));
    client.child.stdin?.write(
      encodeMessages(
        ...Array.from({ length: 5000 }, (_, at) => ({ method: '$/cancelRequest', params: { id: at } })),
      ),
    );
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter((one) => one.status === 'rejected' && one.reason.code !== -32800)).toEqual([]);
    await works(client);
  });
});

describe.concurrent('messages', patient, () => {
  it.each([
    ['JSON that breaks off', '{"jsonrpc":"2.0","id":1,"method":'],
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['bytes that are no text', '\ufffd\ufffd'],
  ])('%s has one error, without a number of a request', async (_, body) => {
    await using client = await begin();
    let answers = '';
    client.child.stdout?.on('data', (piece) => {
      answers += piece;
    });
    client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await works(client);
    expect(answers.split('"id":null')).toHaveLength(2);
    expect(answers).toContain('-32700');
  });

  it.each([
    ['a number', '7'],
    ['null', 'null'],
    ['a list of messages', '[{"jsonrpc":"2.0","id":9,"method":"textDocument/hover"}]'],
    ['a request by an object', '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}'],
    ['a method that is none', '{"jsonrpc":"2.0","id":9,"method":7}'],
    ['lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'objects in objects',
      `{"jsonrpc":"2.0","method":"no/such","params":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ],
    [
      'a name that is everywhere',
      '{"jsonrpc":"2.0","id":9,"method":"__proto__","params":{"__proto__":{"uri":1}}}',
    ],
    ['a method of every object', '{"jsonrpc":"2.0","id":10,"method":"constructor"}'],
  ])('%s does not end the server', async (_, body) => {
    await using client = await begin();
    client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await works(client);
  });

  it('of methods that nobody knows are refused by their names', async () => {
    await using client = await begin();
    for (const method of [
      'no/such',
      '',
      'toString',
      'textDocument/hove',
      'textDocument/Hover',
      'x'.repeat(10_000),
    ])
      await expect(client.requestUntyped(method, {})).rejects.toMatchObject({ code: -32601 });
    await works(client);
  });

  it.each([
    ['a length that is none', 'Content-Length: ten\r\n\r\n', 'a Content-Length is no number'],
    ['a length that never comes', 'Content-Length: 99999999999\r\n\r\n', 'a message has 99999999999 bytes'],
    ['no length', 'Content-Type: text\r\n\r\n{}', 'no Content-Length'],
    [
      'no header',
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'shutdown' })}\r\n\r\n`,
      'no Content-Length',
    ],
    ['a header of ten million bytes', 'x'.repeat(10_000_000), 'a header has no end'],
  ])('in a stream with %s: the server says so and ends', async (_, bytes, message) => {
    await using client = await begin();
    await works(client);
    client.child.stdin?.on('error', () => {});
    client.child.stdin?.write(bytes);
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toContain('the client cannot be understood: ');
    expect(client.stderr()).toContain(message);
    expect(client.stderr().trim().split('\n')).toHaveLength(1);
  });
});

describe.concurrent('after shutdown', patient, () => {
  it('everything but exit is refused or passed over, and nothing is sent', async () => {
    await using client = await begin();
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

describe.concurrent('initialize', patient, () => {
  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['no capabilities', { processId: null }],
    [
      'capabilities that are none',
      { processId: 'x', capabilities: 7, rootUri: 7, workspaceFolders: 'x', initializationOptions: 7 },
    ],
    [
      'parts that are none',
      {
        capabilities: { textDocument: 7, workspace: null, general: 'x' },
        workspaceFolders: [null, 7, {}],
        rootUri: {},
      },
    ],
    [
      'capabilities of other kinds',
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
  ])('with %s is answered or refused, and the server lives', async (_, params) => {
    await using client = startServerProcess();
    const outcome = await client.requestUntyped('initialize', params).then(
      () => 'answered',
      (error: { readonly code: number }) => error.code,
    );
    expect([-32602, 'answered']).toContain(outcome);
    if (outcome !== 'answered') await client.initialize();
    await client.open(URI, GUEST);
    await works(client);
  });

  it('is waited for: what comes before it is refused or passed over', async () => {
    await using client = startServerProcess();
    await client.open(URI, GUEST);
    await client.notify('initialized', {});
    await client.notify('textDocument/didChange', null);
    await expect(client.requestUntyped('textDocument/hover', HOVER)).rejects.toMatchObject({ code: -32002 });
    await client.initialize();
    await client.open(URI, GUEST);
    await works(client);
  });

  it('may be followed by the end of the stream in the middle of a message', async () => {
    await using client = await begin();
    client.child.stdin?.end('Content-Length: 1000\r\n\r\n{"jsonrpc"');
    await once(client.child, 'exit');
    expect(client.child.exitCode).toBe(1);
  });
});
