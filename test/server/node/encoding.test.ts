import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../server/src/node/encoding.ts';

describe('decoding', () => {
  it.each([
    ['ASCII', [0x61], 'a', 'utf8'],
    ['UTF-8', [0xc3, 0xa9], 'é', 'utf8'],
    ['a byte order mark, which stays', [0xef, 0xbb, 0xbf, 0x61], '\ufeffa', 'utf8'],
    ['Latin-1', [0x61, 0xe9], 'aé', 'latin1'],
    ['bytes that differ in Windows-1252', [0x80, 0x9f], '\x80\x9f', 'latin1'],
    ['truncated UTF-8', [0xc3], 'Ã', 'latin1'],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], 'í\xa0\x80', 'latin1'],
    ['nothing', [], '', 'utf8'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });

  it('and encoding preserve all bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(new Uint8Array(encode(decode(bytes)))).toEqual(bytes);
      }),
    );
  });
});
