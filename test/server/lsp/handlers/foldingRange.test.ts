import { describe, expect, it } from 'vitest';
import { URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const fold = async (foldingRange: object): Promise<unknown> => {
  await using client = await connectInProcess({ capabilities: { textDocument: { foldingRange } } });
  await client.open(URI, VARIED_GUEST);
  return await client.requestUntyped('textDocument/foldingRange', { textDocument: { uri: URI } });
};

describe.concurrent('folding ranges', () => {
  it('are whole lines for a client that folds lines only', async () => {
    expect(await fold({ lineFoldingOnly: true })).toEqual([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 3, endLine: 4 },
    ]);
  });

  it('are the insides of brackets for other clients', async () => {
    expect(await fold({})).toContainEqual({ startLine: 3, startCharacter: 8, endLine: 5, endCharacter: 0 });
  });

  it('are no more than the client accepts', async () => {
    expect(await fold({ rangeLimit: 1 })).toHaveLength(1);
  });
});
