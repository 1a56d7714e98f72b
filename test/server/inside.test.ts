/** What is shown within the text, over a real connection: semantic tokens, inlay hints, signature help. */

import { SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared/src/features/semanticTokens.ts';
import { describe, expect, it, vi } from 'vitest';
import { createSemanticTokensCache } from '../../server/src/lsp/semanticTokensCache.ts';
import { withEdits } from '../support/tokens.ts';
import { atCursor, change, type TestClient } from './support/client.ts';
import { connectHere, startHere } from './support/here.ts';

const URI = 'file:///etc/xen/web.cfg';
const textDocument = { uri: URI };
const TEXT = 'name = "web"\nmemory = 2048\ndisk = [ \'/dev/vg/a,raw,xvda,rw\' ]\n';
const range = (fromLine: number, toLine: number) => ({
  start: { line: fromLine, character: 0 },
  end: { line: toLine, character: 0 },
});

vi.setConfig({ testTimeout: 20_000 });

it('is announced; code lenses are not', async () => {
  await using client = startHere();
  const { capabilities } = await client.initialize();
  expect(capabilities).toMatchObject({
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: true,
    signatureHelpProvider: { triggerCharacters: ["'", '"', ',', '=', ':'] },
  });
  expect(capabilities).not.toHaveProperty('codeLensProvider');
});

describe.concurrent('semantic tokens', () => {
  it('come in full, for a range, and as what has changed', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    const full = await client.request('textDocument/semanticTokens/full', { textDocument });
    expect(full.data.length % 5).toBe(0);
    const some = await client.request('textDocument/semanticTokens/range', {
      textDocument,
      range: range(1, 2),
    });
    expect(some.data).toEqual([1, ...full.data.slice(11, 25)]);

    await client.notify('textDocument/didChange', change(URI, 2, [1, 0], [1, 0], 'vcpus = 2\n'));
    const delta = await client.request('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    });
    const again = await client.request('textDocument/semanticTokens/full', { textDocument });
    expect('edits' in delta && withEdits(full.data, delta.edits)).toEqual(again.data);
    expect(delta.resultId).not.toBe(full.resultId);
  });

  it('come in full where the id is that of a document that was closed meanwhile', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    const { resultId, data } = await client.request('textDocument/semanticTokens/full', { textDocument });
    await client.notify('textDocument/didClose', { textDocument });
    await client.open(URI, TEXT);
    const previousResultId = resultId;
    const params = { textDocument, previousResultId };
    expect(await client.request('textDocument/semanticTokens/full/delta', params)).toMatchObject({ data });
  });

  it('are none for a document that is not open, or is no configuration of xl', async () => {
    await using client = await connectHere();
    const none = { data: [] };
    expect(await client.request('textDocument/semanticTokens/full', { textDocument })).toEqual(none);
    await client.open('file:///other.cfg', '[section]\nkey: value\n');
    const params = { textDocument: { uri: 'file:///other.cfg' }, previousResultId: 'x' };
    expect(await client.request('textDocument/semanticTokens/full/delta', params)).toEqual(none);
  });
});

describe('the results that are kept', () => {
  it('are the last of each document, until it is closed', () => {
    const results = createSemanticTokensCache('s');
    const first = results.store('a', [1]);
    const second = results.store('a', [2]);
    const other = results.store('b', [3]);
    expect(new Set([first, second, other]).size).toBe(3);
    expect([first, second, other].map((id) => results.get('a', id))).toEqual([undefined, [2], undefined]);
    results.delete('a');
    expect(results.get('a', second)).toBeUndefined();
    expect(results.get('b', other)).toEqual([3]);
  });
});

describe.concurrent('inlay hints', () => {
  const labels = async (client: TestClient, lines: [number, number]): Promise<unknown[]> => {
    const params = { textDocument, range: range(...lines) };
    return (await client.request('textDocument/inlayHint', params)).map(({ label }) => label);
  };

  it('come for the range', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    expect(await labels(client, [1, 2])).toEqual(['= 2 GiB']);
    expect(await labels(client, [2, 3])).toEqual([
      ...['target:', 'format:', 'vdev:', 'access:'],
      'backendtype: phy',
    ]);
  });

  it('follow the settings, and the client is told to ask again', async () => {
    const refresh = { refreshSupport: true };
    await using client = await connectHere({
      capabilities: { workspace: { inlayHint: refresh, semanticTokens: refresh } },
    });
    await client.open(URI, TEXT);
    const settings = { xlcfg: { inlayHints: { fieldNames: false, defaults: false } } };
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.next('workspace/inlayHint/refresh');
    await client.next('workspace/semanticTokens/refresh');
    expect(await labels(client, [0, 3])).toEqual(['= 2 GiB']);
  });

  it('a client that cannot be told is not told', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: {} } });
    expect(await labels(client, [1, 2])).toEqual(['= 2 GiB']);
    expect(client.received.filter(({ method }) => method.endsWith('/refresh'))).toEqual([]);
  });
});

describe.concurrent('signature help', () => {
  it('follows the cursor, with labels that the client can read', async () => {
    const signatureInformation = { parameterInformation: { labelOffsetSupport: true } };
    await using modern = await connectHere({
      capabilities: { textDocument: { signatureHelp: { signatureInformation } } },
    });
    await using plain = await connectHere();
    const { text, position } = atCursor("name = 'web'\ndisk = [ '/dev/vg/a,|' ]\n");
    for (const [client, label] of [[modern, [8, 14]] as const, [plain, 'format'] as const]) {
      await client.open(URI, text);
      const help = await client.request('textDocument/signatureHelp', { textDocument, position });
      expect(help?.activeParameter).toBe(1);
      expect(help?.signatures[0]?.parameters?.[1]?.label).toEqual(label);
    }
  });

  it('is none outside of such strings', async () => {
    await using client = await connectHere();
    await client.open(URI, TEXT);
    const position = { line: 0, character: 9 };
    expect(await client.request('textDocument/signatureHelp', { textDocument, position })).toBeNull();
  });
});
