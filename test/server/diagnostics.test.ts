/** Diagnostics over a real connection, pushed and pulled, of guests and of what is none. */

import { describe, expect, it, vi } from 'vitest';
import { change, frame } from './support/client.ts';
import { BAD, errors, GOOD, OTHER, PULL, pause, publications, pull, URI } from './support/guests.ts';
import { connectHere, DOCS_URL } from './support/here.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('pushed diagnostics', () => {
  it('come with the version, and follow the changes', async () => {
    await using client = await connectHere();
    await client.open(URI, BAD);
    const first = await client.nextDiagnostics(URI);
    expect(first.version).toBe(1);
    expect(errors(first.diagnostics)).toHaveLength(1);
    expect(errors(first.diagnostics)[0]?.range.start.line).toBe(2);
    await client.notify('textDocument/didChange', change(URI, 2, [2, 8], [2, 11], 'pvh'));
    const second = await client.nextDiagnostics(URI);
    expect(second.version).toBe(2);
    expect(errors(second.diagnostics)).toEqual([]);
  });

  it('link to the page of the rule', async () => {
    await using client = await connectHere();
    await client.open(URI, BAD);
    const [error] = errors((await client.nextDiagnostics(URI)).diagnostics);
    expect(error?.codeDescription?.href).toBe(`${DOCS_URL}/rules.md#${error?.code}`);
  });

  it('come once for changes that come at once, for the newest version', async () => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    const changes = Array.from({ length: 19 }, (_, at) => ({
      method: 'textDocument/didChange',
      params: change(URI, at + 2, [4, 0], [4, 0], '# x\n'),
    }));
    client.input.write(frame(...changes));
    expect((await client.nextDiagnostics(URI)).version).toBe(20);
    await pause(200);
    expect(publications(client)).toBe(2);
  });

  it('go when the document is closed', async () => {
    await using client = await connectHere();
    await client.open(URI, BAD);
    await client.nextDiagnostics(URI);
    await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.open(URI, BAD);
    expect(errors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
  });

  it('are not kept from one document by another', async () => {
    await using client = await connectHere();
    await client.open('file:///a.cfg', BAD);
    await client.open('file:///b.cfg', GOOD.replace('"web"', '"other"'));
    expect(errors((await client.nextDiagnostics('file:///a.cfg')).diagnostics)).toHaveLength(1);
    expect((await client.nextDiagnostics('file:///b.cfg')).diagnostics).toEqual([]);
  });
});

describe.concurrent('pulled diagnostics', () => {
  it('are not pushed as well', async () => {
    await using client = await connectHere({ capabilities: PULL });
    await client.open(URI, BAD);
    const report = await pull(client);
    expect(report.kind === 'full' && errors(report.items)).toHaveLength(1);
    await pause(200);
    expect(publications(client)).toBe(0);
  });

  it('are unchanged for one version, and told in full for the next', async () => {
    await using client = await connectHere({ capabilities: PULL });
    await client.open(URI, BAD);
    const first = await pull(client);
    expect(first.resultId).toBeTruthy();
    expect(await pull(client, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    // An editor moves its lines along with the text, and may have lost some.
    await client.notify('textDocument/didChange', change(URI, 2, [3, 0], [3, 0], '# a comment\n'));
    const second = await pull(client, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: first.kind === 'full' ? first.items : [] });
    expect(await pull(client, second.resultId)).toEqual({ kind: 'unchanged', resultId: second.resultId });
    await client.notify('textDocument/didChange', change(URI, 3, [2, 8], [2, 11], 'pvh'));
    const third = await pull(client, second.resultId);
    expect(third).toMatchObject({ kind: 'full', items: [] });
    expect(third.resultId).not.toBe(second.resultId);
    expect(await pull(client, 'of another server')).toMatchObject({ kind: 'full' });
  });

  it('are asked for again where the document changes meanwhile', async () => {
    await using client = await connectHere({ capabilities: PULL });
    await client.open(URI, BAD);
    const params = { textDocument: { uri: URI } };
    const asked = client.requestAny('textDocument/diagnostic', params);
    await client.notify('textDocument/didChange', change(URI, 2, [0, 0], [0, 0], '#\n'));
    const answer = await asked.then(
      (report) => report,
      (error: unknown) => error,
    );
    // Whichever comes first: the answer for the version asked about, or the wish to be asked again.
    expect([
      expect.objectContaining({ kind: 'full' }),
      expect.objectContaining({ code: -32802, data: { retriggerRequest: true } }),
    ]).toContainEqual(answer);
  });
});

describe.concurrent('a document that is no guest configuration', () => {
  it.each([
    ['pushed', {}],
    ['pulled', PULL],
  ])('is told of once and left alone, diagnostics %s', async (_, capabilities) => {
    await using client = await connectHere({ capabilities });
    await client.open(URI, OTHER);
    expect(await client.next('xlcfg/notGuestConfig')).toEqual({ uri: URI });
    await client.notify('textDocument/didChange', change(URI, 2, [1, 0], [1, 0], 'a: b\n'));
    const place = { textDocument: { uri: URI }, position: { line: 1, character: 0 } };
    expect(await client.request('textDocument/hover', place)).toBeNull();
    expect(await client.request('textDocument/completion', place)).toEqual([]);
    const range = { start: place.position, end: place.position };
    expect(
      await client.request('textDocument/codeAction', { ...place, range, context: { diagnostics: [] } }),
    ).toEqual([]);
    expect(await pull(client)).toEqual({ kind: 'full', items: [] });
    await pause(200);
    expect(publications(client)).toBe(0);
    expect(client.received.filter((message) => message.method === 'xlcfg/notGuestConfig')).toHaveLength(1);
  });

  it('becomes one by a change, and is none again by another', async () => {
    await using client = await connectHere();
    await client.open(URI, OTHER);
    await client.next('xlcfg/notGuestConfig');
    const replace = (version: number, text: string) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ text }],
      });
    await replace(2, BAD);
    expect(errors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await replace(3, OTHER);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('is told of again when it is opened again', async () => {
    await using client = await connectHere();
    for (let round = 0; round < 2; round += 1) {
      await client.open(URI, OTHER);
      expect(await client.next('xlcfg/notGuestConfig')).toEqual({ uri: URI });
      await client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    }
  });

  it.each([
    [URI, 'conf'],
    [URI, 'cfg'],
    ['untitled:Untitled-1', 'xlcfg'],
  ])('is not told by the language: %s as %s', async (uri, language) => {
    await using client = await connectHere();
    await client.open(uri, BAD, language);
    expect(errors((await client.nextDiagnostics(uri)).diagnostics)).toHaveLength(1);
  });
});
