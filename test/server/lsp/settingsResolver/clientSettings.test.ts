/** Settings from the client: sent with `initialize`, requested, pushed, changed. */

import { describe, expect, it } from 'vitest';
import {
  countPublished,
  INVALID_GUEST,
  onlyErrors,
  PULL_CAPABILITIES,
  pullDiagnostics,
  URI,
} from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

describe.concurrent('client settings', () => {
  const CONFIGURATION = { workspace: { configuration: true } };

  it('are requested for each document', async () => {
    await using client = await connectInProcess({
      capabilities: CONFIGURATION,
      answerConfiguration: ({ scopeUri }) => ({ enable: scopeUri !== 'file:///quiet.cfg' }),
    });
    await client.open('file:///quiet.cfg', INVALID_GUEST);
    await client.open('file:///loud.cfg', INVALID_GUEST);
    expect((await client.nextDiagnostics('file:///quiet.cfg')).diagnostics).toEqual([]);
    expect(onlyErrors((await client.nextDiagnostics('file:///loud.cfg')).diagnostics)).toHaveLength(1);
    expect(client.received.filter((message) => message.method === 'workspace/configuration')).toContainEqual({
      method: 'workspace/configuration',
      params: { items: [{ scopeUri: 'file:///quiet.cfg', section: 'xlcfg' }] },
    });
  });

  it('are requested again after a change, and the diagnostics are updated', async () => {
    let enable = true;
    await using client = await connectInProcess({
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      answerConfiguration: () => ({ enable }),
    });
    expect(await client.nextMessage('client/registerCapability')).toMatchObject({
      registrations: [{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'xlcfg' } }],
    });
    await client.open(URI, INVALID_GUEST);
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    enable = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('make a client that pulls refresh after a change', async () => {
    let enable = true;
    await using client = await connectInProcess({
      capabilities: {
        ...PULL_CAPABILITIES,
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
      answerConfiguration: () => ({ enable }),
    });
    await client.open(URI, INVALID_GUEST);
    const first = await pullDiagnostics(client);
    enable = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.nextMessage('workspace/diagnostic/refresh');
    expect(await pullDiagnostics(client, first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(countPublished(client)).toBe(0);
  });

  it('can be pushed by a client that does not answer requests for them', async () => {
    await using client = await connectInProcess({ initializationOptions: { settings: { enable: false } } });
    await client.open(URI, INVALID_GUEST);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { enable: true } } });
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await client.notify('workspace/didChangeConfiguration', { settings: { other: {} } });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('from `initialize` are used if the client has no such section', async () => {
    await using client = await connectInProcess({
      capabilities: CONFIGURATION,
      initializationOptions: { settings: { xlcfg: { enable: false } } },
      answerConfiguration: () => null,
    });
    await client.open(URI, INVALID_GUEST);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('set the severity of rules, or disable them', async () => {
    await using client = await connectInProcess();
    await client.open(URI, INVALID_GUEST);
    const [error] = onlyErrors((await client.nextDiagnostics(URI)).diagnostics);
    const code = String(error?.code);
    const setLevel = (level: string) =>
      client.notify('workspace/didChangeConfiguration', {
        settings: { xlcfg: { rules: { [code]: level } } },
      });
    await setLevel('hint');
    expect((await client.nextDiagnostics(URI)).diagnostics).toContainEqual(
      expect.objectContaining({ code, severity: 4 }),
    );
    await setLevel('off');
    expect((await client.nextDiagnostics(URI)).diagnostics).not.toContainEqual(
      expect.objectContaining({ code }),
    );
  });

  it('that are invalid are ignored and reported once', async () => {
    await using client = await connectInProcess({
      capabilities: CONFIGURATION,
      answerConfiguration: () => ({ xenVersion: '99', nonsense: 1 }),
    });
    for (const uri of ['file:///a.cfg', 'file:///b.cfg']) {
      await client.open(uri, INVALID_GUEST);
      expect(onlyErrors((await client.nextDiagnostics(uri)).diagnostics)).toHaveLength(1);
    }
    const messages = client.received.filter((message) => message.method === 'window/showMessage');
    expect(messages).toEqual([
      {
        method: 'window/showMessage',
        params: { type: 2, message: expect.stringMatching(/xlcfg\.xenVersion is "99".*xlcfg\.nonsense/) },
      },
    ]);
  });
});

describe.concurrent('a client that does not answer requests for its settings', () => {
  const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 1 } };

  /** A client whose settings arrive when `answer` is called. */
  const connectToSilent = async (more: object = {}) => {
    let answer: (settings: unknown) => void = () => {};
    const answered = new Promise<unknown>((resolve) => {
      answer = resolve;
    });
    const client = await connectInProcess({
      capabilities: { ...more, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      answerConfiguration: () => answered,
    });
    await client.open(URI, INVALID_GUEST);
    return { client, answer };
  };

  it('gets the answers for the initial settings, and others when it answers', async () => {
    const { client, answer } = await connectToSilent();
    await using _client = client;
    expect(await client.request('textDocument/hover', HOVER)).not.toBeNull();
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await client.nextMessage('window/logMessage', (params) =>
      JSON.stringify(params).includes('no answer within 2 s'),
    );
    answer({ enable: false });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('is asked to pull diagnostics again when it answers', async () => {
    const { client, answer } = await connectToSilent(PULL_CAPABILITIES);
    await using _client = client;
    expect(await pullDiagnostics(client)).toMatchObject({ kind: 'full', items: [{ severity: 1 }] });
    answer({ enable: false });
    await client.nextMessage('workspace/diagnostic/refresh');
    expect(await pullDiagnostics(client)).toMatchObject({ kind: 'full', items: [] });
  });
});
