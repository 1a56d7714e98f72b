import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { applyTextEdits, atCursor, type ClientOptions, type TestClient } from '../../support/client.ts';
import { onlyErrors, URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess, startInProcess } from '../../support/inProcess.ts';

describe.concurrent('quick fixes', () => {
  it('fix the problem', async () => {
    await using client = await connectInProcess();
    const text = `${VALID_GUEST}disk = [ 'tap:aio:/srv/web.img,xvda,w' ]\n`;
    await client.open(URI, text);
    const { diagnostics } = await client.nextDiagnostics(URI);
    const problem = diagnostics.find((diagnostic) => diagnostic.range.start.line === 4);
    expect(problem).toBeDefined();
    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: problem?.range,
      context: { diagnostics: problem ? [problem] : [] },
    });
    const fix = actions.find((action) => action.kind === 'quickfix' && action.edit?.changes?.[URI]);
    const fixed = applyTextEdits(text, fix?.edit?.changes?.[URI] ?? []);
    expect(fixed).not.toBe(text);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: fixed }],
    });
    expect((await client.nextDiagnostics(URI)).diagnostics).not.toContainEqual(
      expect.objectContaining({ code: problem?.code, range: problem?.range }),
    );
  });
});

describe.concurrent('quick fixes of line endings', () => {
  const actionsFor = async (client: TestClient): Promise<[CodeAction[], readonly Diagnostic[]]> => {
    await client.open(URI, VALID_GUEST.replaceAll('\n', '\r\n'));
    const { diagnostics } = await client.nextDiagnostics(URI);
    const lineEndings = diagnostics.filter((diagnostic) => diagnostic.code === 'carriage-return');
    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
      context: { diagnostics: lineEndings },
    });
    return [actions, lineEndings];
  };

  it('run a command of the client', async () => {
    await using client = await connectInProcess({ initializationOptions: { lineEndings: true } });
    const [actions, diagnostics] = await actionsFor(client);
    expect(onlyErrors(diagnostics).length).toBeGreaterThan(0);
    expect(actions).toContainEqual(
      expect.objectContaining({
        command: expect.objectContaining({ command: 'xlcfg.setLineEndings', arguments: [URI] }),
      }),
    );
    expect(actions.filter(({ edit, title }) => edit && !title.startsWith('Disable '))).toEqual([]);
    expect(JSON.stringify(actions)).not.toContain('changesLineEndings');
  });

  it('are not offered to a client without the command', async () => {
    await using client = await connectInProcess();
    const [actions, diagnostics] = await actionsFor(client);
    expect(onlyErrors(diagnostics).length).toBeGreaterThan(0);
    expect(actions.filter(({ title }) => !title.startsWith('Disable '))).toEqual([]);
  });
});

describe.concurrent('refactorings', () => {
  /** The actions at a cursor, and the texts that they would result in. */
  const actionsAt = async (source: string, only: string[] | undefined, options: ClientOptions = {}) => {
    await using client = startInProcess(options);
    const { capabilities } = await client.initialize();
    const { text, position } = atCursor(source);
    await client.open(URI, text);
    const actions = await client.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
    return {
      capabilities,
      actions,
      result: (title: string): string | undefined => {
        const edits = actions.find((action) => action.title.startsWith(title))?.edit?.changes?.[URI];
        return edits && applyTextEdits(text, edits);
      },
    };
  };

  it('are announced, and offered in addition to quick fixes', async () => {
    const { capabilities, result } = await actionsAt("disk = [ '/a,raw,xv|da,rw' ]\n", undefined);
    expect(capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.xlcfg', 'source.modernize.xlcfg'],
    });
    expect(result('Convert disk to named parameters')).toBe(
      "disk = [ 'format=raw,vdev=xvda,access=rw,target=/a' ]\n",
    );
  });

  it('generate a new MAC address each time', async () => {
    const ask = () => actionsAt("vif = [ '|bridge=br0' ]\n", ['refactor']);
    const [one, other] = [await ask(), await ask()].map(({ result }) => result('Give the interface'));
    expect(one).toMatch(/^vif = \[ 'mac=00:16:3e:[0-7][0-9a-f](:[0-9a-f]{2}){2},bridge=br0' \]\n$/);
    expect(other).not.toBe(one);
  });

  it('modernize the whole file when requested by kind', async () => {
    const source = "name = 'a'|\nbuilder = 'hvm'\nroot = '/dev/xvda1'\nextra = 'ro'\n";
    const { actions, result } = await actionsAt(source, ['source.modernize']);
    expect(actions).toHaveLength(1);
    expect(result('Modernize')).toBe("name = 'a'\ntype = 'hvm'\ncmdline = 'root=/dev/xvda1 ro'\n");
  });

  it.each([
    ['shown with the reason', { textDocument: { codeAction: { disabledSupport: true } } }, 1],
    ['hidden from a client that cannot show them', {}, 0],
  ])('that are disabled are %s', async (_, capabilities, count) => {
    const { actions } = await actionsAt("vif = [ 'a|', # one\n  'b' ]\n", ['refactor'], { capabilities });
    expect(actions.filter((action) => action.disabled)).toHaveLength(count);
  });
});

describe.concurrent('code actions for other clients', () => {
  const SOURCE = "name = 'web'\nbuilder = 'hvm'\n";
  const WHOLE = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };

  const actionsFor = async (capabilities: object, context: object = {}) => {
    const client = startInProcess({ onlyCapabilities: capabilities });
    const announced = (await client.initialize()).capabilities;
    await client.open(URI, SOURCE);
    const actions = await client.requestUntyped('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: WHOLE,
      context: { diagnostics: [], ...context },
    });
    return { client, announced, actions };
  };

  it('that know no literals are commands, which have the client apply the edit', async () => {
    const { client, announced, actions } = await actionsFor({ workspace: { applyEdit: true } });
    await using _client = client;
    expect(announced.codeActionProvider).toBe(true);
    expect(announced.executeCommandProvider?.commands).toContain('xlcfg.applyEdit');
    const newText = expect.any(String);
    const command = {
      title: expect.any(String),
      command: 'xlcfg.applyEdit',
      arguments: [{ changes: { [URI]: expect.arrayContaining([expect.objectContaining({ newText })]) } }],
    };
    expect(actions).toContainEqual(command);
    const [first] = actions as [{ command: string; arguments: [object] }];
    await client.requestUntyped('workspace/executeCommand', first);
    expect(await client.nextMessage('workspace/applyEdit')).toEqual({ edit: first.arguments[0] });
  });

  it('that know neither literals nor edits are not announced, and are none', async () => {
    const { client, announced, actions } = await actionsFor({});
    await using _client = client;
    expect(announced).not.toHaveProperty('codeActionProvider');
    const commands = (actions as { command: string }[]).map(({ command }) => command);
    expect([...new Set(commands)]).toEqual(['xlcfg.applyEdit']);
  });

  const LITERALS = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };

  it('name the version of the document where the client reads it', async () => {
    const { client, actions } = await actionsFor({
      textDocument: { codeAction: LITERALS },
      workspace: { workspaceEdit: { documentChanges: true } },
    });
    await using _client = client;
    const documentChanges = [{ textDocument: { uri: URI, version: 1 }, edits: expect.any(Array) }];
    expect(actions).toContainEqual(expect.objectContaining({ kind: 'quickfix', edit: { documentChanges } }));
  });

  it.each([
    [[''], ['quickfix', 'refactor.rewrite', 'source.fixAll.xlcfg', 'source.modernize.xlcfg']],
    [null, ['quickfix', 'refactor.rewrite']],
    [['source'], ['source.fixAll.xlcfg', 'source.modernize.xlcfg']],
    [['sourcex'], []],
  ])('are of the kinds that are asked for: %j', async (only, kinds) => {
    const { client, actions } = await actionsFor({ textDocument: { codeAction: LITERALS } }, { only });
    await using _client = client;
    const found = (actions as { kind: string }[]).map(({ kind }) => kind);
    expect([...new Set(found)].sort()).toEqual(kinds);
  });
});
