import { describe, expect, it } from 'vitest';
import type { TestClient } from '../../support/client.ts';
import { URI } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const TEXT = 'name = "web"\nmemory = 2048\ndisk = [ \'/dev/vg/a,raw,xvda,rw\' ]\n';

/** The labels of the hints from the start of one line to the start of another. */
const labels = async (client: TestClient, startLine: number, endLine: number): Promise<unknown[]> => {
  const hints = await client.request('textDocument/inlayHint', {
    textDocument: { uri: URI },
    range: { start: { line: startLine, character: 0 }, end: { line: endLine, character: 0 } },
  });
  return hints.map(({ label }) => label);
};

describe.concurrent('inlay hints', () => {
  it('are limited to the range', async () => {
    await using client = await connectInProcess();
    await client.notify('workspace/didChangeConfiguration', {
      settings: { xlcfg: { inlayHints: { fieldNames: true, numbers: true } } },
    });
    await client.open(URI, TEXT);
    expect(await labels(client, 1, 2)).toEqual(['= 2 GiB']);
    expect(await labels(client, 2, 3)).toEqual([
      ...['target:', 'format:', 'vdev:', 'access:'],
      'backendtype: phy',
    ]);
  });

  it('are refreshed when the settings change', async () => {
    const refresh = { refreshSupport: true };
    await using client = await connectInProcess({
      capabilities: { workspace: { inlayHint: refresh, semanticTokens: refresh } },
    });
    await client.open(URI, TEXT);
    const settings = { xlcfg: { inlayHints: { numbers: true, backends: false } } };
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.nextMessage('workspace/inlayHint/refresh');
    await client.nextMessage('workspace/semanticTokens/refresh');
    expect(await labels(client, 0, 3)).toEqual(['= 2 GiB']);
  });

  it('are not refreshed in a client that does not support it', async () => {
    await using client = await connectInProcess();
    await client.open(URI, TEXT);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: {} } });
    expect(await labels(client, 0, 3)).toEqual(['backendtype: phy']);
    expect(client.received.filter(({ method }) => method.endsWith('/refresh'))).toEqual([]);
  });
});
