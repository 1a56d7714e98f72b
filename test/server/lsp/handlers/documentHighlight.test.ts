import { expect, it } from 'vitest';
import { rangeInLine, URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

it.each([
  [
    'an option that is set twice',
    { line: 7, character: 2 },
    [
      { range: rangeInLine(7, 0, 6), kind: 3 },
      { range: rangeInLine(8, 0, 6), kind: 3 },
    ],
  ],
  [
    'a vdev and its use',
    { line: 4, character: 20 },
    [
      { range: rangeInLine(4, 19, 23), kind: 3 },
      { range: rangeInLine(6, 13, 18), kind: 2 },
    ],
  ],
])('highlights %s', async (_, position, expected) => {
  await using client = await connectInProcess();
  await client.open(URI, VARIED_GUEST);
  const params = { textDocument: { uri: URI }, position };
  expect(await client.requestUntyped('textDocument/documentHighlight', params)).toEqual(expected);
});
