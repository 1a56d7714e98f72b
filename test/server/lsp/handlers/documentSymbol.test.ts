import { describe, expect, it } from 'vitest';
import { rangeInLine, URI, VARIED_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const textDocument = { uri: URI };

describe.concurrent('document symbols', () => {
  it('are a tree', async () => {
    await using client = await connectInProcess({
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await client.open(URI, VARIED_GUEST);
    expect(await client.requestUntyped('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'name', detail: 'web' },
      { name: 'disk', children: [{ name: 'xvda', selectionRange: rangeInLine(4, 19, 23) }] },
      { name: 'root' },
      { name: 'memory', detail: '512 MiB, overridden', tags: [1] },
      { name: 'memory', detail: '1024 MiB' },
    ]);
  });

  it('are a flat list for a client that shows no tree', async () => {
    await using client = await connectInProcess();
    await client.open(URI, VARIED_GUEST);
    const symbols = await client.requestUntyped('textDocument/documentSymbol', { textDocument });
    expect(symbols).toMatchObject([
      { name: 'name' },
      { name: 'disk', location: { uri: URI } },
      { name: 'xvda', containerName: 'disk', location: { uri: URI, range: rangeInLine(4, 2, 27) } },
      { name: 'root' },
      { name: 'memory', tags: [1] },
      { name: 'memory' },
    ]);
    expect(JSON.stringify(symbols)).not.toContain('children');
  });
});
