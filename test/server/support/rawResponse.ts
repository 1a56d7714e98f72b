/** Requests that are sent together with the message after them, which a library would send later. */
import { encodeMessages, type TestClient } from './client.ts';

/** The id of the request. */
export const ID = 4711;

/** The cancellation of the request. */
export const CANCEL = { method: '$/cancelRequest', params: { id: ID } };

/** Sends a request and the message after it as one block. Returns the response to the request. */
export const responseTo = async (client: TestClient, sent: object, next: object): Promise<unknown> => {
  const response = new Promise<unknown>((resolve) => {
    let bytes = '';
    client.output.on('data', (chunk) => {
      bytes += chunk;
      const found = /\{"jsonrpc":"2\.0","id":4711,.*?\}(?=Content-Length|$)/s.exec(bytes);
      if (found) resolve(JSON.parse(found[0]));
    });
  });
  client.input.write(encodeMessages(sent, next));
  return response;
};
