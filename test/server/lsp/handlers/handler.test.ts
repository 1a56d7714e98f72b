/** Requests that are cancelled, whose document changes or closes before they are answered, or never was open. */
import { describe, expect, it } from 'vitest';
import { changeParams, type TestClient } from '../../support/client.ts';
import { PULL_CAPABILITIES, pullDiagnostics, URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';
import { CANCEL, ID, responseTo } from '../../support/rawResponse.ts';

const position = { line: 1, character: 1 };
const range = { start: position, end: position };

const request = (method: string, params: object) => ({
  id: ID,
  method,
  params: { textDocument: { uri: URI }, ...params },
});

const edit = { method: 'textDocument/didChange', params: changeParams(URI, 2, [0, 0], [0, 0], '# new\n') };

const connectAndOpen = async (text: string): Promise<TestClient> => {
  const client = await connectInProcess();
  await client.open(URI, text);
  await client.nextDiagnostics(URI);
  return client;
};

describe.concurrent('a request', () => {
  it.each([
    ['textDocument/hover', { position }],
    ['textDocument/completion', { position }],
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/diagnostic', {}],
  ])('%s can be cancelled', async (method, params) => {
    await using client = await connectAndOpen(VALID_GUEST);
    expect(await responseTo(client, request(method, params), CANCEL)).toMatchObject({
      error: { code: -32800 },
    });
  });

  it('for code actions is rejected for a stale version', async () => {
    await using client = await connectAndOpen(VALID_GUEST);
    const sent = request('textDocument/codeAction', { range, context: { diagnostics: [] } });
    expect(await responseTo(client, sent, edit)).toMatchObject({ error: { code: -32801 } });
  });

  it('for a hover is answered for the version at the time of the request', async () => {
    await using client = await connectAndOpen('name = "web"\nmemory = 512\n');
    const response = await responseTo(client, request('textDocument/hover', { position }), edit);
    expect(JSON.stringify(response)).toContain('memory');
    expect(response).toHaveProperty('result.contents');
  });

  it('for a document that is closed meanwhile does not end the server', async () => {
    await using client = await connectAndOpen(VALID_GUEST);
    const close = { method: 'textDocument/didClose', params: { textDocument: { uri: URI } } };
    await responseTo(client, request('textDocument/completion', { position }), close);
    expect(await client.request('textDocument/hover', { textDocument: { uri: URI }, position })).toBeNull();
  });

  it('for a document that is not open has an empty answer', async () => {
    await using client = await connectInProcess({ capabilities: PULL_CAPABILITIES });
    const params = { textDocument: { uri: 'file:///no.cfg' }, position };
    expect(await client.request('textDocument/hover', params)).toBeNull();
    expect(await client.request('textDocument/completion', params)).toEqual([]);
    expect(await pullDiagnostics(client, undefined, 'file:///no.cfg')).toEqual({ kind: 'full', items: [] });
  });
});
