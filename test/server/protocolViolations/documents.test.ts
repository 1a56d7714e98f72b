/** Clients that violate the rules for documents. They get an error or a log message, and the server keeps running. */
import { describe, expect, it } from 'vitest';
import { MessageType } from 'vscode-languageserver-protocol';
import { changeParams, encodeMessages, type ProcessClient } from '../support/client.ts';
import { connectAndOpen, expectRunning, GUEST, HOVER, URI } from './client.ts';

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
