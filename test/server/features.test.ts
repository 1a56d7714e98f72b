/** What the server answers over a real connection: each request, and diagnostics in both ways. */

import { describe, expect, it, vi } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { applyTextEdits, atCursor, change, frame, type TestClient } from './support/client.ts';
import { connectHere, DOCS_URL } from './support/here.ts';

const URI = 'file:///etc/xen/web.cfg';
const GOOD = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** The last line is an error: xl knows no such domain type. */
const BAD = 'name = "web"\nkernel = "/boot/vmlinuz"\ntype = "xyz"\n';
const OTHER = '[section]\nkey: value\n';

const PULL = { textDocument: { diagnostic: {} } };

vi.setConfig({ testTimeout: 20_000 });

const errors = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter((diagnostic) => diagnostic.severity === 1);

const pull = (client: TestClient, previousResultId?: string, uri = URI) =>
  client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

const publications = (client: TestClient): number =>
  client.received.filter((message) => message.method === 'textDocument/publishDiagnostics').length;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

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

describe.concurrent('settings', () => {
  const CONFIGURATION = { workspace: { configuration: true } };

  it('are asked for each document', async () => {
    await using client = await connectHere({
      capabilities: CONFIGURATION,
      configuration: ({ scopeUri }) => ({ enable: scopeUri !== 'file:///quiet.cfg' }),
    });
    await client.open('file:///quiet.cfg', BAD);
    await client.open('file:///loud.cfg', BAD);
    expect((await client.nextDiagnostics('file:///quiet.cfg')).diagnostics).toEqual([]);
    expect(errors((await client.nextDiagnostics('file:///loud.cfg')).diagnostics)).toHaveLength(1);
    expect(client.received.filter((message) => message.method === 'workspace/configuration')).toContainEqual({
      method: 'workspace/configuration',
      params: { items: [{ scopeUri: 'file:///quiet.cfg', section: 'xlcfg' }] },
    });
  });

  it('are asked for anew when they change, and the documents are checked anew', async () => {
    let enable = true;
    await using client = await connectHere({
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      configuration: () => ({ enable }),
    });
    expect(await client.next('client/registerCapability')).toMatchObject({
      registrations: [{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'xlcfg' } }],
    });
    await client.open(URI, BAD);
    expect(errors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    enable = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('that change make a pulling client pull', async () => {
    let enable = true;
    await using client = await connectHere({
      capabilities: { ...PULL, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      configuration: () => ({ enable }),
    });
    await client.open(URI, BAD);
    const first = await pull(client);
    enable = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/diagnostic/refresh');
    expect(await pull(client, first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(publications(client)).toBe(0);
  });

  it('are taken from what a client pushes that cannot be asked', async () => {
    await using client = await connectHere({ initializationOptions: { settings: { enable: false } } });
    await client.open(URI, BAD);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { enable: true } } });
    expect(errors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await client.notify('workspace/didChangeConfiguration', { settings: { other: {} } });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('of the start are used where the client has none of the section', async () => {
    await using client = await connectHere({
      capabilities: CONFIGURATION,
      initializationOptions: { settings: { xlcfg: { enable: false } } },
      configuration: () => null,
    });
    await client.open(URI, BAD);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('grade and silence rules', async () => {
    await using client = await connectHere();
    await client.open(URI, BAD);
    const [error] = errors((await client.nextDiagnostics(URI)).diagnostics);
    const code = String(error?.code);
    const set = (level: string) =>
      client.notify('workspace/didChangeConfiguration', {
        settings: { xlcfg: { rules: { [code]: level } } },
      });
    await set('hint');
    expect((await client.nextDiagnostics(URI)).diagnostics).toContainEqual(
      expect.objectContaining({ code, severity: 4 }),
    );
    await set('off');
    expect((await client.nextDiagnostics(URI)).diagnostics).not.toContainEqual(
      expect.objectContaining({ code }),
    );
  });

  it('that are wrong are told of once and cost nothing else', async () => {
    await using client = await connectHere({
      capabilities: CONFIGURATION,
      configuration: () => ({ xenVersion: '99', nonsense: 1 }),
    });
    for (const uri of ['file:///a.cfg', 'file:///b.cfg']) {
      await client.open(uri, BAD);
      expect(errors((await client.nextDiagnostics(uri)).diagnostics)).toHaveLength(1);
    }
    const told = client.received.filter((message) => message.method === 'window/showMessage');
    expect(told).toEqual([
      {
        method: 'window/showMessage',
        params: { type: 2, message: expect.stringMatching(/xlcfg\.xenVersion is "99".*xlcfg\.nonsense/) },
      },
    ]);
  });
});

describe.concurrent('requests in flight', () => {
  const request = (id: number, method: string, params: object) => ({
    id,
    method,
    params: { textDocument: { uri: URI }, ...params },
  });
  const position = { line: 1, character: 1 };
  const range = { start: position, end: position };

  /** Sends a request and what follows it in one block, and gives the answer. */
  const answerTo = async (
    client: TestClient,
    asked: object & { id: number },
    next: object,
  ): Promise<unknown> => {
    const answer = new Promise<unknown>((resolve) => {
      let bytes = '';
      client.output.on('data', (chunk) => {
        bytes += chunk;
        const found = /\{"jsonrpc":"2\.0","id":4711,.*?\}(?=Content-Length|$)/s.exec(bytes);
        if (found) resolve(JSON.parse(found[0]));
      });
    });
    client.input.write(frame(asked, next));
    return answer;
  };

  const cancel = { method: '$/cancelRequest', params: { id: 4711 } };
  const edit = { method: 'textDocument/didChange', params: change(URI, 2, [0, 0], [0, 0], '# new\n') };

  it.each([
    ['textDocument/hover', { position }],
    ['textDocument/completion', { position }],
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/diagnostic', {}],
  ])('%s is cancelled', async (method, params) => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    expect(await answerTo(client, request(4711, method, params), cancel)).toMatchObject({
      error: { code: -32800 },
    });
  });

  it('of a document that changes: a code action is refused, for its places have moved', async () => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    const asked = request(4711, 'textDocument/codeAction', { range, context: { diagnostics: [] } });
    expect(await answerTo(client, asked, edit)).toMatchObject({ error: { code: -32801 } });
  });

  it('of a document that changes: a hover tells of the version that was asked about', async () => {
    await using client = await connectHere();
    await client.open(URI, 'name = "web"\nmemory = 512\n');
    await client.nextDiagnostics(URI);
    const answer = await answerTo(client, request(4711, 'textDocument/hover', { position }), edit);
    expect(JSON.stringify(answer)).toContain('memory');
    expect(answer).toHaveProperty('result.contents');
  });

  it('of a document that is closed do not end the server', async () => {
    await using client = await connectHere();
    await client.open(URI, GOOD);
    await client.nextDiagnostics(URI);
    const close = { method: 'textDocument/didClose', params: { textDocument: { uri: URI } } };
    await answerTo(client, request(4711, 'textDocument/completion', { position }), close);
    expect(await client.request('textDocument/hover', { textDocument: { uri: URI }, position })).toBeNull();
  });
});
