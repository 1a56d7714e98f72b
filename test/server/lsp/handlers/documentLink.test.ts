import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { makeFolder } from '../../../support/folder.ts';
import { rangeInLine, URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess, startInProcess } from '../../support/inProcess.ts';

it('is announced without resolution', async () => {
  await using client = startInProcess();
  const { capabilities } = await client.initialize();
  expect(capabilities.documentLinkProvider).toEqual({ resolveProvider: false });
});

it('links to files that exist, and to manual pages', async () => {
  using folder = makeFolder({ 'a b.img': '' });
  await using client = await connectInProcess();
  const [image, missing] = [folder.at('a b.img'), folder.at('missing.img')];
  await client.open(
    URI,
    `${VARIED_GUEST}disk += [ 'raw:${image},xvdb,w', '${missing},raw,xvdc,rw' ]\nkernel = '${image}'\n`,
  );
  expect(await client.requestUntyped('textDocument/documentLink', { textDocument: { uri: URI } })).toEqual([
    {
      range: rangeInLine(1, 11, 20),
      target: expect.stringContaining('/man/xl.cfg.5.html'),
      tooltip: expect.any(String),
    },
    { range: rangeInLine(9, 15, 15 + image.length), target: pathToFileURL(image).href },
    { range: rangeInLine(10, 10, 10 + image.length), target: pathToFileURL(image).href },
  ]);
});
