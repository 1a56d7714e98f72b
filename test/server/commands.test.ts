/** The commands of the server, over a real connection. */

import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../server/src/lsp/commands/index.ts';
import { type ClientOptions, change, type TestClient } from './support/client.ts';
import { connectHere, startHere } from './support/here.ts';

const URI = 'file:///etc/xen/web.cfg';
const GUEST = 'name = "web"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';

vi.setConfig({ testTimeout: 20_000 });

const execute = (client: TestClient, command: string, args?: readonly unknown[]): Promise<unknown> =>
  client.requestAny('workspace/executeCommand', { command, arguments: args });

const INVALID_PARAMS = -32602;

it('all are announced', async () => {
  await using client = startHere();
  const { capabilities } = await client.initialize();
  expect(capabilities.executeCommandProvider?.commands).toEqual(COMMANDS.map(({ name }) => name));
});

it.each([
  ['xlcfg.nothing', []],
  ['xlcfg.effectiveConfiguration', []],
  ['xlcfg.effectiveConfiguration', [5]],
  ['xlcfg.effectiveConfiguration', ['file:///not/open.cfg']],
  ['xlcfg.templates', [null]],
])('%s with %j is an error of the client', async (command, args) => {
  await using client = await connectHere();
  await expect(execute(client, command, args)).rejects.toMatchObject({ code: INVALID_PARAMS });
});

describe('xlcfg.effectiveConfiguration', () => {
  const withoutComments = (text: unknown): unknown => JSON.parse(String(text).replaceAll(/ ?\/\/.*$/gm, ''));

  it('tells what xl makes of the newest text, and where it comes from', async () => {
    await using client = await connectHere();
    await client.open(URI, GUEST);
    const first = await execute(client, 'xlcfg.effectiveConfiguration', [URI]);
    expect(first).toMatch(/"name": "web",? \/\/ line 1: name = "web"/);
    await client.notify('textDocument/didChange', change(URI, 2, [0, 8], [0, 11], 'db'));
    const second = await execute(client, 'xlcfg.effectiveConfiguration', [URI]);
    expect(second).toMatch(/"name": "db",? \/\/ line 1: name = "db"/);
    expect(withoutComments(second)).toEqual(
      JSON.parse(JSON.stringify(withoutComments(first)).replace('web', 'db')),
    );
  });

  it('is null for a document that is no guest', async () => {
    await using client = await connectHere();
    await client.open('file:///setup.cfg', '[section]\nkey: value\n');
    await client.open('file:///etc/xen/xl.conf', 'autoballoon = "auto"\n');
    expect(await execute(client, 'xlcfg.effectiveConfiguration', ['file:///setup.cfg'])).toBeNull();
    expect(await execute(client, 'xlcfg.effectiveConfiguration', ['file:///etc/xen/xl.conf'])).toBeNull();
  });
});

describe('xlcfg.templates', () => {
  it('are for the release in the settings of the new file, and bear its name', async () => {
    const scopes: unknown[] = [];
    await using client = await connectHere({
      capabilities: { workspace: { configuration: true } },
      configuration: ({ scopeUri }) => {
        scopes.push(scopeUri);
        return { xenVersion: '4.9' };
      },
    });
    expect(await execute(client, 'xlcfg.templates', ['file:///etc/xen/db1.cfg'])).toEqual([
      expect.objectContaining({ id: 'pv', snippet: expect.stringContaining('name = "$' + '{1:db1}"') }),
      expect.objectContaining({ id: 'hvm', snippet: expect.stringContaining('builder = "hvm"') }),
      expect.objectContaining({ id: 'windows' }),
    ]);
    expect(scopes).toContain('file:///etc/xen/db1.cfg');
  });

  it('come without a file as well', async () => {
    await using client = await connectHere();
    const all = await execute(client, 'xlcfg.templates');
    expect(all).toHaveLength(5);
    expect(all).toEqual(all && expect.arrayContaining([expect.objectContaining({ title: 'Windows guest' })]));
  });
});

describe('the same templates by completion', () => {
  const complete = async (options: ClientOptions): Promise<string | undefined> => {
    await using client = await connectHere(options);
    // Outside of the folders of Xen nothing but the text tells what the file is to become.
    await client.open('file:///srv/web.cfg', 'pvh');
    const items = await client.request('textDocument/completion', {
      textDocument: { uri: 'file:///srv/web.cfg' },
      position: { line: 0, character: 3 },
    });
    const item = items.find(({ label }) => label === 'PVH guest');
    return item?.textEdit?.newText;
  };

  it('have tab stops for an editor that knows them', async () => {
    const text = await complete({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    expect(text).toMatch(/^name = "\$\{1:web\}"\n/);
  });

  it('are plain text for one that does not', async () => {
    expect(await complete({})).toMatch(/^name = "web"\ntype = "pvh"\n/);
  });
});
