/** Message frames in chunks of any size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameChecker } from '../../../server/src/node/framing.ts';
import { law } from '../../support/laws.ts';
import { encodeMessages } from '../support/client.ts';

const inChunks = (bytes: Buffer, sizes: readonly number[]): Buffer[] => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
};

/** What is wrong with the first malformed frame. */
const faultOf = (text: string, sizes: readonly number[] = [text.length]): string | undefined => {
  const check = createFrameChecker();
  for (const chunk of inChunks(Buffer.from(text), sizes)) {
    const fault = check(chunk);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('a frame', () => {
  it('of any message is accepted, in chunks of any size', () => {
    const messages = fc.array(fc.record({ method: fc.string({ unit: 'binary' }) }), { maxLength: 5 });
    law(fc.tuple(messages, sizes), ([all, pieces]) => {
      expect(faultOf(encodeMessages(...all), pieces)).toBeUndefined();
    });
  });

  it.each([
    [
      'another header',
      'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}',
    ],
    ['a lowercase header name', 'content-length:2\r\n\r\n{}'],
    ['an empty body', 'Content-Length: 0\r\n\r\n'],
  ])('may have %s', (_, text) => expect(faultOf(text + encodeMessages({ id: 1 }))).toBeUndefined());

  it.each([
    ['no length', 'Content-Type: x\r\n\r\n{}', /no Content-Length/],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', /or several/],
    ['a length in words', 'Content-Length: two\r\n\r\n{}', /not a number/],
    ['a negative length', 'Content-Length: -1\r\n\r\n{}', /not a number/],
    ['a length with a suffix', 'Content-Length: 2x\r\n\r\n{}', /not a number/],
    ['a length that is too large', 'Content-Length: 999999999999\r\n\r\n{}', /the most/],
    ['a line without a colon', 'hello\r\n\r\n', /header that is none/],
    ['an HTTP request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', /header that is none/],
    ['a header without an end', `X: ${'x'.repeat(5000)}`, /no end/],
    ['more than its length says', 'Content-Length: 2\r\n\r\n{}}}\r\n\r\n', /header that is none/],
  ])('with %s is malformed, in chunks of any size', (_, text, message) => {
    law(sizes, (pieces) => expect(faultOf(encodeMessages({ id: 1 }) + text, pieces)).toMatch(message), 50);
  });
});
