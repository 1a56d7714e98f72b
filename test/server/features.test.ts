/** Hover, completion and code actions over a real connection, and texts with each kind of line end. */

import { describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { applyTextEdits, atCursor, type TestClient } from './support/client.ts';
import { errors, GOOD, PULL, pull, URI } from './support/guests.ts';
import { connectHere, DOCS_URL } from './support/here.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('hover, completion and code actions', () => {
  it('tell of the option below the cursor', async () => {
    await using client = await connectHere();
    const { text, position } = atCursor('name = "web"\nmem|ory = 512\n');
    await client.open(URI, text);
    const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
    expect(JSON.stringify(hover?.contents)).toContain('memory');
  });

  it('link to the section of the page', async () => {
    await using client = await connectHere();
    const { text, position } = atCursor("vif = [ 'bri|dge=br0' ]\n");
    await client.open(URI, text);
    const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
    expect(JSON.stringify(hover?.contents)).toContain(`(${DOCS_URL}/specs.md#vif)`);
  });

  it('have no link where it would be plain text', async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
    await using client = await connectHere({ capabilities });
    const { text, position } = atCursor("vif = [ 'bri|dge=br0' ]\n");
    await client.open(URI, text);
    const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
    expect(JSON.stringify(hover?.contents)).toContain('plaintext');
    expect(JSON.stringify(hover?.contents)).not.toContain('Reference');
  });

  it('offer names, and their documentation when asked', async () => {
    await using client = await connectHere();
    const { text, position } = atCursor('name = "web"\nmem|\n');
    await client.open(URI, text);
    const items = await client.request('textDocument/completion', { textDocument: { uri: URI }, position });
    const memory = items.find((item) => item.label === 'memory');
    expect(memory).toBeDefined();
    expect(JSON.stringify(memory)).not.toContain('$');
    const resolved = await client.request('completionItem/resolve', memory);
    expect(resolved.documentation).toBeTruthy();
  });

  it('offer an edit that takes the problem away', async () => {
    await using client = await connectHere();
    const text = `${GOOD}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
    await client.open(URI, text);
    const { diagnostics } = await client.nextDiagnostics(URI);
    const old = diagnostics.find((diagnostic) => diagnostic.range.start.line === 4);
    expect(old).toBeDefined();
    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: old?.range,
      context: { diagnostics: old ? [old] : [] },
    });
    const fix = actions.find((action) => action.kind === 'quickfix' && action.edit?.changes?.[URI]);
    const fixed = applyTextEdits(text, fix?.edit?.changes?.[URI] ?? []);
    expect(fixed).not.toBe(text);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: fixed }],
    });
    expect((await client.nextDiagnostics(URI)).diagnostics).not.toContainEqual(
      expect.objectContaining({ code: old?.code, range: old?.range }),
    );
  });

  it('answer nothing about a document that is not open', async () => {
    await using client = await connectHere({ capabilities: PULL });
    const place = { textDocument: { uri: 'file:///no.cfg' }, position: { line: 0, character: 0 } };
    expect(await client.request('textDocument/hover', place)).toBeNull();
    expect(await client.request('textDocument/completion', place)).toEqual([]);
    expect(await pull(client, undefined, 'file:///no.cfg')).toEqual({ kind: 'full', items: [] });
  });
});

describe.concurrent('line ends', () => {
  const CRLF = GOOD.replaceAll('\n', '\r\n');
  const actionsFor = async (client: TestClient): Promise<[CodeAction[], readonly Diagnostic[]]> => {
    await client.open(URI, CRLF);
    const { diagnostics } = await client.nextDiagnostics(URI);
    const about = diagnostics.filter((diagnostic) => diagnostic.code === 'carriage-return');
    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
      context: { diagnostics: about },
    });
    return [actions, about];
  };

  it('are set by a command of the client', async () => {
    await using client = await connectHere({ initializationOptions: { lineEndings: true } });
    const [actions, diagnostics] = await actionsFor(client);
    expect(errors(diagnostics).length).toBeGreaterThan(0);
    expect(actions).toContainEqual(
      expect.objectContaining({
        command: expect.objectContaining({ command: 'xlcfg.setLineEndings', arguments: [URI] }),
      }),
    );
    expect(actions.filter((action) => action.edit)).toEqual([]);
  });

  it('are no action for another client', async () => {
    await using client = await connectHere();
    const [actions, diagnostics] = await actionsFor(client);
    expect(errors(diagnostics).length).toBeGreaterThan(0);
    expect(actions).toEqual([]);
  });
});
