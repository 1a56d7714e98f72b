/** Messages that are not valid. They get an error, and the server keeps running unless it cannot tell where the next one begins. */
import { describe, expect, it } from 'vitest';
import { connectAndOpen, expectRunning } from './client.ts';

/** All that the server writes after a message, up to the answer to a valid request that follows. */
async function answersTo(body: string): Promise<string> {
  await using client = await connectAndOpen();
  let answers = '';
  client.child.stdout?.on('data', (piece) => {
    answers += piece;
  });
  client.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  await expectRunning(client);
  return answers;
}

describe.concurrent('a message', () => {
  it.each([
    ['truncated JSON', '{"jsonrpc":"2.0","id":1,"method":'],
    ['text that is not JSON', 'hello'],
    ['an empty body', ''],
    ['replacement characters', '\ufffd\ufffd'],
  ])('with %s is answered with one parse error, without an id', async (_, body) => {
    const answers = await answersTo(body);
    expect(answers.split('"id":null')).toHaveLength(2);
    expect(answers).toContain('-32700');
  });

  it.each([
    ['a number', '7'],
    ['null', 'null'],
    ['a batch', '[{"jsonrpc":"2.0","id":9,"method":"textDocument/hover"}]'],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}'],
    ['a number as method', '{"jsonrpc":"2.0","id":9,"method":7}'],
    ['deeply nested arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'deeply nested objects',
      `{"jsonrpc":"2.0","method":"no/such","params":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ],
    ['__proto__ as method', '{"jsonrpc":"2.0","id":9,"method":"__proto__","params":{"__proto__":{"uri":1}}}'],
    ['constructor as method', '{"jsonrpc":"2.0","id":10,"method":"constructor"}'],
  ])('with %s does not end the server', async (_, body) => {
    await answersTo(body);
  });

  it.each([
    ['a batch', '[{"jsonrpc":"2.0","id":9,"method":"textDocument/hover"}]', null],
    ['an empty batch', '[]', null],
    ['null', 'null', null],
    ['no version', '{"id":9,"method":"shutdown"}', 9],
    ['another version', '{"jsonrpc":"1.0","id":"x","method":"shutdown"}', 'x'],
    ['a number as method', '{"jsonrpc":"2.0","id":9,"method":7}', 9],
    ['null as id', '{"jsonrpc":"2.0","id":null,"method":"shutdown"}', null],
    ['an object as id', '{"jsonrpc":"2.0","id":{},"method":"shutdown"}', null],
    ['a text as parameters', '{"jsonrpc":"2.0","id":9,"method":"shutdown","params":"x"}', 9],
    ['neither method nor id', '{"jsonrpc":"2.0"}', null],
    ['neither result nor error', '{"jsonrpc":"2.0","id":9}', 9],
  ])('with %s is answered as an invalid request', async (_, body, id) => {
    const answers = await answersTo(body);
    expect(answers).toContain(
      `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"error":{"code":-32600,"message":"`,
    );
  });

  it('with unknown methods are rejected', async () => {
    await using client = await connectAndOpen();
    for (const method of [
      'no/such',
      '',
      'toString',
      'textDocument/hove',
      'textDocument/Hover',
      'x'.repeat(10_000),
    ])
      await expect(client.requestUntyped(method, {})).rejects.toMatchObject({ code: -32601 });
    await expectRunning(client);
  });

  it.each([
    ['an invalid length', 'Content-Length: ten\r\n\r\n', 'a Content-Length is not a number'],
    ['a length that is too large', 'Content-Length: 99999999999\r\n\r\n', 'a message has 99999999999 bytes'],
    ['no length', 'Content-Type: text\r\n\r\n{}', 'no Content-Length'],
    [
      'no header',
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'shutdown' })}\r\n\r\n`,
      'no Content-Length',
    ],
    ['a header of ten megabytes', 'x'.repeat(10_000_000), 'a header has no end'],
  ])('with %s ends the server, with a message on stderr', async (_, bytes, message) => {
    await using client = await connectAndOpen();
    await expectRunning(client);
    client.child.stdin?.on('error', () => {});
    client.child.stdin?.write(bytes);
    expect(await client.exit).toBe(1);
    expect(client.stderr()).toContain('the client cannot be understood: ');
    expect(client.stderr()).toContain(message);
    expect(client.stderr().trim().split('\n')).toHaveLength(1);
  });
});
