import { expect, it } from 'vitest';
import { freeName, nameOf, uriOf } from '../../../client/site/src/playground/fileNames.ts';

it.each([
  ['web1.cfg', [], 'web1.cfg'],
  ['web1.cfg', ['web1.cfg'], 'web1-2.cfg'],
  ['web1.cfg', ['web1.cfg', 'web1-2.cfg'], 'web1-3.cfg'],
  ['.cfg', ['.cfg'], '.cfg-2'],
  ['web1', ['web1'], 'web1-2'],
  ['/etc/xen/web1.cfg', [], 'web1.cfg'],
  ['C:\\xen\\web1.cfg', [], 'web1.cfg'],
  [' \n', [], 'guest.cfg'],
])('%j next to %j is %s', (wanted, taken, expected) => {
  expect(freeName(wanted, taken)).toBe(expected);
});

it.each(['web1.cfg', 'größe 50%.cfg', 'a#b?c.cfg'])('the URI of %s leads back to the name', (name) => {
  expect(new URL(uriOf(name)).pathname).toMatch(/^\/playground\/[^/]+$/);
  expect(nameOf(uriOf(name))).toBe(name);
});
