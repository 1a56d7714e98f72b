/** A bug outside of all handlers, which a preload of Node brings in. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServerProcess } from '../support/serverProcess.ts';

describe('an error that nothing handles', () => {
  it('is logged on one line, and the next request is answered', async () => {
    const preload = path.resolve(import.meta.dirname, '../support/throwLater.cjs');
    await using client = startServerProcess({ nodeArgs: ['--require', preload] });
    await client.initialize();
    client.child.kill('SIGUSR2');
    const logged = await client.nextMessage('window/logMessage', (params) =>
      JSON.stringify(params).includes('"type":1'),
    );
    expect(logged).toMatchObject({
      message: expect.stringMatching(
        /^internal error, TypeError: made by a test\\x0ain two lines \(throwLater\.cjs:\d+:\d+\); please report it: https:.*$/,
      ),
    });
    await client.open('file:///a.cfg', 'memory = 512\n');
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri: 'file:///a.cfg' },
      position: { line: 0, character: 1 },
    });
    expect(hover).not.toBeNull();
    expect(client.stderr()).toBe('');
  });
});
