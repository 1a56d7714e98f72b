/** Requests that are cancelled, or whose document changes before they are answered. */

import { describe, expect, it, vi } from 'vitest';
import { change, frame, type TestClient } from './support/client.ts';
import { GOOD, URI } from './support/guests.ts';
import { connectHere } from './support/here.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('requests in flight', () => {
  const request = (id: number, method: string, params: object) => ({
    id,
    method,
    params: { textDocument: { uri: URI }, ...params },
  });
  const position = { line: 1, character: 1 };
  const range = { start: position, end: position };

  /** Sends a request and what follows it in one block, and gives the answer. */
  const answerTo = async (
    client: TestClient,
    asked: object & { id: number },
    next: object,
  ): Promise<unknown> => {
    const answer = new Promise<unknown>((resolve) => {
      let bytes = '';
      client.output.on('data', (chunk) => {
        bytes += chunk;
        const found = /\{"jsonrpc":"2\.0","id":4711,.*?\}(?=Content-Length|$)/s.exec(bytes);
        if (found) resolve(JSON.parse(found[0]));
      });
    });
    client.input.write(frame(asked, next));
    return answer;
  };

  const cancel = { method: '$/cancelRequest', params: { id: 4711 } };
  const edit = { method: 'textDocument/didChange', params: change(URI, 2, [0, 0], [0, 0], '# new\n') };

  it.each([
    ['textDocument/hover', { position }],
    ['textDocument/completion', { position }],
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/diagnostic', {}],
  ])('%s is cancelled', async (method, params) => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    expect(await answerTo(client, request(4711, method, params), cancel)).toMatchObject({
      error: { code: -32800 },
    });
  });

  it('of a document that changes: a code action is refused, for its places have moved', async () => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    const asked = request(4711, 'textDocument/codeAction', { range, context: { diagnostics: [] } });
    expect(await answerTo(client, asked, edit)).toMatchObject({ error: { code: -32801 } });
  });

  it('of a document that changes: a hover tells of the version that was asked about', async () => {
    await using client = await connectHere();
    await client.open(URI, 'name = "web"\nmemory = 512\n');
    await client.nextDiagnostics(URI);
    const answer = await answerTo(client, request(4711, 'textDocument/hover', { position }), edit);
    expect(JSON.stringify(answer)).toContain('memory');
    expect(answer).toHaveProperty('result.contents');
  });

  it('of a document that is closed do not end the server', async () => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    const close = { method: 'textDocument/didClose', params: { textDocument: { uri: URI } } };
    await answerTo(client, request(4711, 'textDocument/completion', { position }), close);
    expect(await client.request('textDocument/hover', { textDocument: { uri: URI }, position })).toBeNull();
  });
});
