import { describe, expect, it } from 'vitest';
import { changeParams } from '../support/client.ts';
import {
  countPublished,
  INVALID_GUEST,
  NOT_A_GUEST,
  onlyErrors,
  PULL_CAPABILITIES,
  pullDiagnostics,
  sleep,
  URI,
} from '../support/guests.ts';
import { connectInProcess } from '../support/inProcess.ts';

const WANTS_IT = { notGuestConfig: true };

describe.concurrent('a document that is not a guest', () => {
  it('is not reported to a client that has not asked for it', async () => {
    await using client = await connectInProcess();
    await client.open(URI, NOT_A_GUEST);
    await client.request('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 0 },
    });
    expect(client.received.filter((message) => message.method !== 'window/logMessage')).toEqual([]);
  });

  it.each([
    ['pushed', {}],
    ['pulled', PULL_CAPABILITIES],
  ])('is reported once and has no features, with %s diagnostics', async (_, capabilities) => {
    await using client = await connectInProcess({ capabilities, initializationOptions: WANTS_IT });
    await client.open(URI, NOT_A_GUEST);
    expect(await client.nextMessage('xlcfg/notGuestConfig')).toEqual({ uri: URI });
    await client.notify('textDocument/didChange', changeParams(URI, 2, [1, 0], [1, 0], 'a: b\n'));
    const params = { textDocument: { uri: URI }, position: { line: 1, character: 0 } };
    expect(await client.request('textDocument/hover', params)).toBeNull();
    expect(await client.request('textDocument/completion', params)).toEqual([]);
    const range = { start: params.position, end: params.position };
    expect(
      await client.request('textDocument/codeAction', { ...params, range, context: { diagnostics: [] } }),
    ).toEqual([]);
    expect(await pullDiagnostics(client)).toEqual({ kind: 'full', items: [] });
    await sleep(200);
    expect(countPublished(client)).toBe(0);
    expect(client.received.filter((message) => message.method === 'xlcfg/notGuestConfig')).toHaveLength(1);
  });

  it('can become one by a change, and cease to be one by another', async () => {
    await using client = await connectInProcess({ initializationOptions: WANTS_IT });
    await client.open(URI, NOT_A_GUEST);
    await client.nextMessage('xlcfg/notGuestConfig');
    const replaceText = (version: number, text: string) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ text }],
      });
    await replaceText(2, INVALID_GUEST);
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await replaceText(3, NOT_A_GUEST);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('is reported again when it is opened again', async () => {
    await using client = await connectInProcess({ initializationOptions: WANTS_IT });
    for (let round = 0; round < 2; round += 1) {
      await client.open(URI, NOT_A_GUEST);
      expect(await client.nextMessage('xlcfg/notGuestConfig')).toEqual({ uri: URI });
      await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    }
  });
});

describe.concurrent('a guest', () => {
  it.each([
    [URI, 'conf'],
    [URI, 'cfg'],
    ['untitled:Untitled-1', 'xlcfg'],
  ])('is recognized whatever its language id: %s as %s', async (uri, languageId) => {
    await using client = await connectInProcess();
    await client.open(uri, INVALID_GUEST, languageId);
    expect(onlyErrors((await client.nextDiagnostics(uri)).diagnostics)).toHaveLength(1);
  });
});
