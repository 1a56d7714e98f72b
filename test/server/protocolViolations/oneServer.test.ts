/** Invalid requests and messages, one after the other, to one server that keeps running. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeParams, encodeMessages, type ProcessClient } from '../support/client.ts';
import { connectAndOpen, HOVER, URI } from './client.ts';

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
