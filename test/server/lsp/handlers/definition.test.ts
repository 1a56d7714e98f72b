import { describe, expect, it } from 'vitest';
import {
  BACKEND_GUEST,
  connectTo,
  FRONTEND_GUEST,
  makeTwoGuests,
  paramsAt,
} from '../../support/twoGuests.ts';

const LINKS = { textDocument: { definition: { linkSupport: true }, declaration: { linkSupport: true } } };

describe.concurrent('definition and declaration', () => {
  it('are location links, or locations for a client without links', async () => {
    using guests = makeTwoGuests();
    const vdev = { start: { line: 3, character: 26 }, end: { line: 3, character: 30 } };
    const uri = guests.frontend;
    await using withLinks = await connectTo(guests, { capabilities: LINKS });
    await withLinks.open(uri, FRONTEND_GUEST);
    for (const method of ['textDocument/definition', 'textDocument/declaration'] as const) {
      expect(await withLinks.request(method, paramsAt(uri, 2, 14))).toMatchObject([
        {
          originSelectionRange: { start: { line: 2, character: 13 }, end: { line: 2, character: 18 } },
          targetUri: uri,
          targetSelectionRange: vdev,
        },
      ]);
    }
    await using withoutLinks = await connectTo(guests);
    await withoutLinks.open(uri, FRONTEND_GUEST);
    expect(await withoutLinks.request('textDocument/definition', paramsAt(uri, 2, 14))).toEqual([
      { uri, range: vdev },
    ]);
  });

  it('find a file that is not open', async () => {
    using guests = makeTwoGuests();
    await using client = await connectTo(guests);
    await client.open(guests.frontend, FRONTEND_GUEST);
    const start = BACKEND_GUEST.indexOf('net"');
    expect(await client.request('textDocument/definition', paramsAt(guests.frontend, 1, 18))).toEqual([
      {
        uri: guests.backend,
        range: { start: { line: 0, character: start }, end: { line: 0, character: start + 'net'.length } },
      },
    ]);
  });
});
