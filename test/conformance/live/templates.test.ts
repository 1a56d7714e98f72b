import { newGuests, plainSnippet } from '@xlcfg/shared';
import { expect, test } from 'vitest';
import { encode } from '../bytes.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('every template is taken as it stands, up to where libxl makes the guest', async () => {
  const guests = newGuests({ xenVersion: '4.17', architecture: 'x86' }, 'file:///etc/xen/web1.cfg');
  const answers = await oracle().create(guests.map(({ snippet }) => encode(plainSnippet(snippet))));
  expect(guests.map(({ id }, at) => [id, answers[at]?.verdict, answers[at]?.messages])).toEqual(
    guests.map(({ id }) => [id, 'accept', []]),
  );
  expect(guests.length).toBeGreaterThan(0);
});
