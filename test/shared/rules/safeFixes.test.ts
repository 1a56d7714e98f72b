/** No safe fix reads a setting with a syntax error: what it says is a guess, and xl would accept another text. */
import { fixAll } from '@xlcfg/shared/src/features/fixAll.ts';
import { expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

it.each([
  ['an unknown escape', 'disk = [ "tap:aio:/srv/a\\qb.img,xvda,w" ]\n'],
  ['a hexadecimal escape', 'disk = [ "tap:aio:/srv/a\\x41b.img,xvda,w" ]\n'],
  ['an octal escape', 'disk = [ "tap:aio:/srv/a\\09b.img,xvda,w" ]\n'],
  ['a list that is never closed', 'disk = [ "tap:aio:/srv/a.img,xvda,w"\n'],
  ['an error in another item', 'disk = [ "tap:aio:/srv/a.img,xvda,w", b ]\n'],
  ['a value that is not one', 'vncconsole = -1\n'],
  ['two settings on a line', 'vncconsole = 1 memory = 512\n'],
  ['an unclosed string', 'bootloader_args = "-q\n'],
  ['an addition of another kind', 'vif2 = [ "" ]\nvif2 += "a"\n'],
])('%s', (_what, text) => expect(fixAll(open(text))).toEqual([]));

it.each([
  ['a setting beside the error', 'disk = [ "tap:aio:/srv/a.img,xvda,w" ]\nname = web\n'],
  ['a setting before Python', 'vncconsole = 1\nimport os\n'],
])('fixes %s', (_what, text) => expect(fixAll(open(text))).not.toEqual([]));
