/** Requests that are cancelled while the server waits for settings that never come. */
import { describe, expect, it } from 'vitest';
import { DOCUMENT_REQUESTS } from '../support/documentRequests.ts';
import { INVALID_GUEST, URI } from '../support/guests.ts';
import { connectInProcess } from '../support/inProcess.ts';
import { CANCEL, ID, responseTo } from '../support/rawResponse.ts';

const REQUESTS = Object.values(DOCUMENT_REQUESTS)
  .flat()
  // It needs no settings, and is answered before it can be cancelled.
  .filter(({ method }) => method !== 'workspace/symbol');

describe('a client that never answers requests for its settings', () => {
  it.each(REQUESTS.map((request) => [request.method, request] as const))(
    'gets an answer to %s that it cancels',
    async (method, { params }) => {
      await using client = await connectInProcess({
        capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
        answerConfiguration: () => new Promise(() => {}),
      });
      await client.open(URI, INVALID_GUEST);
      const position = { line: 0, character: 1 };
      const request = { id: ID, method, params: params(URI, position, position) };
      expect(await responseTo(client, request, CANCEL)).toMatchObject({ error: { code: -32800 } });
    },
  );
});
