import { expect, it } from 'vitest';
import { rangeInLine, URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const textDocument = { uri: URI };

it('returns the enclosing ranges of each position, innermost first', async () => {
  await using client = await connectInProcess();
  await client.open(URI, VARIED_GUEST);
  const positions = [
    { line: 4, character: 20 },
    { line: 7, character: 0 },
  ];
  expect(
    await client.requestUntyped('textDocument/selectionRange', { textDocument, positions }),
  ).toMatchObject([
    {
      range: rangeInLine(4, 19, 23),
      parent: { range: rangeInLine(4, 3, 26), parent: { range: rangeInLine(4, 2, 27) } },
    },
    { range: rangeInLine(7, 0, 6), parent: { range: rangeInLine(7, 0, 12) } },
  ]);
});

it('rejects invalid positions', async () => {
  await using client = await connectInProcess();
  await client.open(URI, VARIED_GUEST);
  const answer = client.requestUntyped('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 1 }],
  });
  await expect(answer).rejects.toMatchObject({ code: -32602 });
});

it('returns null for a document that is not open', async () => {
  await using client = await connectInProcess();
  const params = { textDocument, positions: [{ line: 0, character: 0 }] };
  expect(await client.requestUntyped('textDocument/selectionRange', params)).toBeNull();
});
