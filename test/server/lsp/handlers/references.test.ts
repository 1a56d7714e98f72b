import { expect, it } from 'vitest';
import { BACKEND_GUEST, connectTo, makeTwoGuests, paramsAt } from '../../support/twoGuests.ts';

it('finds references in all files, with or without the declaration', async () => {
  using guests = makeTwoGuests();
  await using client = await connectTo(guests);
  await client.open(guests.backend, BACKEND_GUEST);
  const uris = async (includeDeclaration: boolean): Promise<string[]> => {
    const params = { ...paramsAt(guests.backend, 0, 9), context: { includeDeclaration } };
    return (await client.request('textDocument/references', params)).map(({ uri }) => uri);
  };
  expect(await uris(true)).toEqual([guests.backend, guests.frontend]);
  expect(await uris(false)).toEqual([guests.frontend]);
});
