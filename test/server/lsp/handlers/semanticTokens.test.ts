import { SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared/src/features/semanticTokens.ts';
import { describe, expect, it } from 'vitest';
import { applyTokenEdits } from '../../../support/tokens.ts';
import { changeParams } from '../../support/client.ts';
import { URI } from '../../support/guests.ts';
import { connectInProcess, startInProcess } from '../../support/inProcess.ts';

const textDocument = { uri: URI };
const TEXT = 'name = "web"\nmemory = 2048\ndisk = [ \'/dev/vg/a,raw,xvda,rw\' ]\n';

describe.concurrent('semantic tokens', () => {
  it('are announced', async () => {
    await using client = startInProcess();
    const { capabilities } = await client.initialize();
    expect(capabilities).toMatchObject({
      semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    });
  });

  it('are answered in full, for a range, and as a delta', async () => {
    await using client = await connectInProcess();
    await client.open(URI, TEXT);
    const full = await client.request('textDocument/semanticTokens/full', { textDocument });
    expect(full.data.length % 5).toBe(0);
    const secondLine = await client.request('textDocument/semanticTokens/range', {
      textDocument,
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
    });
    expect(secondLine.data).toEqual([1, ...full.data.slice(11, 25)]);

    await client.notify('textDocument/didChange', changeParams(URI, 2, [1, 0], [1, 0], 'vcpus = 2\n'));
    const delta = await client.request('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    });
    const again = await client.request('textDocument/semanticTokens/full', { textDocument });
    expect('edits' in delta && applyTokenEdits(full.data, delta.edits)).toEqual(again.data);
    expect(delta.resultId).not.toBe(full.resultId);
  });

  it('are answered in full if the document was closed since the previous result', async () => {
    await using client = await connectInProcess();
    await client.open(URI, TEXT);
    const { resultId, data } = await client.request('textDocument/semanticTokens/full', { textDocument });
    await client.notify('textDocument/didClose', { textDocument });
    await client.open(URI, TEXT);
    const params = { textDocument, previousResultId: resultId };
    expect(await client.request('textDocument/semanticTokens/full/delta', params)).toMatchObject({ data });
  });

  it('are empty for a document that is not open or not a guest', async () => {
    await using client = await connectInProcess();
    const empty = { data: [] };
    expect(await client.request('textDocument/semanticTokens/full', { textDocument })).toEqual(empty);
    await client.open('file:///other.cfg', '[section]\nkey: value\n');
    const params = { textDocument: { uri: 'file:///other.cfg' }, previousResultId: 'x' };
    expect(await client.request('textDocument/semanticTokens/full/delta', params)).toEqual(empty);
  });
});
