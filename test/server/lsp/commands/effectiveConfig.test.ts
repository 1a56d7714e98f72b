import { describe, expect, it } from 'vitest';
import { changeParams, type TestClient } from '../../support/client.ts';
import { URI, VALID_GUEST } from '../../support/guests.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const CONFIG = 'xlcfg.effectiveConfiguration';
const LINES = 'xlcfg.effectiveConfigurationLines';

const execute = (client: TestClient, uri: string, command = CONFIG): Promise<unknown> =>
  client.requestUntyped('workspace/executeCommand', { command, arguments: [uri] });

const withoutComments = (text: unknown): unknown => JSON.parse(String(text).replaceAll(/ ?\/\/.*$/gm, ''));

describe(CONFIG, () => {
  it('returns what xl makes of the current text, and the source of each value', async () => {
    await using client = await connectInProcess();
    await client.open(URI, VALID_GUEST);
    const first = await execute(client, URI);
    expect(first).toMatch(/"name": "web",? \/\/ line 1: name = "web"/);
    await client.notify('textDocument/didChange', changeParams(URI, 2, [0, 8], [0, 11], 'db'));
    const second = await execute(client, URI);
    expect(second).toMatch(/"name": "db",? \/\/ line 1: name = "db"/);
    expect(withoutComments(second)).toEqual(
      JSON.parse(JSON.stringify(withoutComments(first)).replace('web', 'db')),
    );
  });

  it.each([
    ['file:///setup.cfg', '[section]\nkey: value\n'],
    ['file:///etc/xen/xl.conf', 'autoballoon = "auto"\n'],
  ])('returns null for %s, which is not a guest', async (uri, text) => {
    await using client = await connectInProcess();
    await client.open(uri, text);
    expect(await execute(client, uri)).toBeNull();
    expect(await execute(client, uri, LINES)).toBeNull();
  });
});

describe(LINES, () => {
  it('returns where the values on the lines come from', async () => {
    await using client = await connectInProcess();
    await client.open(URI, VALID_GUEST);
    const text = String(await execute(client, URI));
    const line = text.split('\n').findIndex((one) => one.includes('"name": "web"'));
    const setting = { start: { line: 0, character: 0 }, end: { line: 0, character: 12 } };
    expect(await execute(client, URI, LINES)).toContainEqual({ line, sources: [setting] });
  });
});
