import { expect, it } from 'vitest';
import { URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const explained = async (text: string, guest?: string): Promise<unknown> => {
  await using client = await connectInProcess();
  if (guest !== undefined) await client.open(URI, guest);
  return await client.requestUntyped('workspace/executeCommand', {
    command: 'xlcfg.explain',
    arguments: [URI, text],
  });
};

it.each([
  ['memory', '`memory` (number, MiB)'],
  ['disk-deprecated-prefix', '`disk-deprecated-prefix` (rule'],
  ['libxl: error: foo.c:12: Domain 3:cannot run bootloader with no boot disk', 'cannot run bootloader'],
  ['tap:aio:/srv/web1.img,xvda,w', 'tap:'],
])('explains %s without an open document', async (topic, expected) => {
  expect(await explained(topic)).toContain(expected);
});

it('suggests the name that may be meant', async () => {
  expect(await explained('memroy')).toBe('xlcfg does not know `memroy`. Did you mean `memory`?');
});

it('explains a string as the guest type of the document reads it', async () => {
  const vif = 'vif = ["type=ioemu,bridge=xenbr0"]';
  const hvm = await explained(vif, 'name = "a"\ntype = "hvm"\nmemory = 512\n');
  const pvh = await explained(vif, VALID_GUEST);
  expect(hvm).not.toBe(pvh);
});
