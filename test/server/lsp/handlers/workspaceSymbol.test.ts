import { expect, it } from 'vitest';
import { URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

it('finds devices of open guests', async () => {
  await using client = await connectInProcess();
  await client.open(URI, VARIED_GUEST);
  expect(await client.requestUntyped('workspace/symbol', { query: 'vgweb' })).toMatchObject([
    { name: '/dev/vg/web', containerName: 'web', location: { uri: URI } },
  ]);
});

it('rejects a request without a query', async () => {
  await using client = await connectInProcess();
  await expect(client.requestUntyped('workspace/symbol', {})).rejects.toMatchObject({ code: -32602 });
});
