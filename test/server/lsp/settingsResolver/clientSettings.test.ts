/** Settings as clients give them: at the start, asked for, pushed, changed. */

import { describe, expect, it, vi } from 'vitest';
import {
  countPublished,
  INVALID_GUEST,
  onlyErrors,
  PULL_CAPABILITIES,
  pullDiagnostics,
  URI,
} from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('settings', () => {
  const CONFIGURATION = { workspace: { configuration: true } };

  it('are asked for each document', async () => {
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

  it('are asked for anew when they change, and the documents are checked anew', async () => {
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

  it('that change make a pulling client pull', async () => {
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

  it('are taken from what a client pushes that cannot be asked', async () => {
    await using client = await connectInProcess({ initializationOptions: { settings: { enable: false } } });
    await client.open(URI, INVALID_GUEST);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
    await client.notify('workspace/didChangeConfiguration', { settings: { xlcfg: { enable: true } } });
    expect(onlyErrors((await client.nextDiagnostics(URI)).diagnostics)).toHaveLength(1);
    await client.notify('workspace/didChangeConfiguration', { settings: { other: {} } });
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('of the start are used where the client has none of the section', async () => {
    await using client = await connectInProcess({
      capabilities: CONFIGURATION,
      initializationOptions: { settings: { xlcfg: { enable: false } } },
      answerConfiguration: () => null,
    });
    await client.open(URI, INVALID_GUEST);
    expect((await client.nextDiagnostics(URI)).diagnostics).toEqual([]);
  });

  it('grade and silence rules', async () => {
    await using client = await connectInProcess();
    await client.open(URI, INVALID_GUEST);
    const [error] = onlyErrors((await client.nextDiagnostics(URI)).diagnostics);
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
    await using client = await connectInProcess({
      capabilities: CONFIGURATION,
      answerConfiguration: () => ({ xenVersion: '99', nonsense: 1 }),
    });
    for (const uri of ['file:///a.cfg', 'file:///b.cfg']) {
      await client.open(uri, INVALID_GUEST);
      expect(onlyErrors((await client.nextDiagnostics(uri)).diagnostics)).toHaveLength(1);
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
