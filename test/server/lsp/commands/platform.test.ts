/** The commands about the platform, and the one about severities: what they read and change in a project config. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import { applyTextEdits, type ClientOptions, type TestClient } from '../../support/client.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const GUEST = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n';

const urlOf = (folder: Folder, name: string): string => pathToFileURL(folder.at(name)).href;

const execute = (client: TestClient, command: string, ...args: readonly unknown[]): Promise<unknown> =>
  client.requestUntyped('workspace/executeCommand', { command, arguments: args });

const connect = async (
  folder: Folder,
  options: ClientOptions = {},
  text = GUEST,
): Promise<TestClient & { readonly guest: string }> => {
  const client = await connectInProcess({ folders: [pathToFileURL(folder.path).href], ...options });
  const guest = urlOf(folder, 'web/a.cfg');
  await client.open(guest, text);
  return { ...client, guest };
};

const inSettings = (settings: object): ClientOptions => ({
  initializationOptions: { settings: { xlcfg: settings } },
});

describe('xlcfg.platform', () => {
  it.each([
    ['the newest version', {}, {}, GUEST, 'Xen 4.22', 'newest known version', 'x86', 'assumed'],
    [
      'the settings',
      {},
      { xenVersion: '4.9', architecture: 'arm' },
      GUEST,
      'Xen 4.9',
      'settings',
      'Arm',
      'settings',
    ],
    [
      'a project config, which overrides the settings',
      { '.xlcfg.json': '{ "xenVersion": "4.5", "architecture": "arm" }' },
      { xenVersion: '4.9' },
      GUEST,
      'Xen 4.5',
      'set in .xlcfg.json',
      'Arm',
      'set in .xlcfg.json',
    ],
    [
      'the file itself',
      {},
      {},
      `${GUEST}dtdev = [ "/soc/serial" ]\n`,
      'Xen 4.22',
      'newest known version',
      'Arm',
      'because dtdev is set',
    ],
  ])(
    'says where both come from: %s',
    async (_, files, settings, text, version, why, architecture, reason) => {
      using folder = makeFolder(files);
      await using client = await connect(folder, inSettings(settings), text);
      expect(await execute(client, 'xlcfg.platform', client.guest)).toEqual({
        xenVersion: expect.objectContaining({ text: version, detail: expect.stringContaining(why) }),
        architecture: expect.objectContaining({
          text: architecture,
          detail: expect.stringContaining(reason),
        }),
      });
    },
  );

  it('has changed when the client is notified of changed settings', async () => {
    using folder = makeFolder();
    await using client = await connect(folder);
    folder.write('.xlcfg.json', '{ "xenVersion": "4.8" }');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: urlOf(folder, '.xlcfg.json'), type: 1 }],
    });
    await client.nextMessage('xlcfg/settingsChanged');
    expect(await execute(client, 'xlcfg.platform', client.guest)).toMatchObject({
      xenVersion: { value: '4.8', origin: 'project' },
    });
  });
});

/** A client that applies edits, and chooses by a list or by a button. */
const applying = (
  options: { readonly choice?: string; readonly capabilities?: object } = {},
): ClientOptions => ({
  capabilities: {
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    ...options.capabilities,
  },
  answerRequest: (method) => {
    if (method === 'workspace/applyEdit') return { applied: true };
    if (method === 'xlcfg/pick') return options.choice;
    return method === 'window/showMessageRequest' ? { title: options.choice } : null;
  },
});

const appliedEdit = async (client: TestClient): Promise<WorkspaceEdit> => {
  const params = await client.nextMessage('workspace/applyEdit');
  return (params as { readonly edit: WorkspaceEdit }).edit;
};

/** The text after the edits of an edit that creates no file. */
const edited = (text: string, { documentChanges = [] }: WorkspaceEdit): string =>
  applyTextEdits(
    text,
    documentChanges
      .flatMap((change) => ('edits' in change ? change.edits : []))
      .filter((one) => 'newText' in one),
  );

describe('xlcfg.setPlatform', () => {
  it('changes the project config that applies, and keeps its comments', async () => {
    const before = '{\n  // For all of us.\n  "xenVersion": "4.5",\n  "rules": {},\n}\n';
    using folder = makeFolder({ '.xlcfg.json': before });
    await using client = await connect(folder, applying());
    const uri = urlOf(folder, '.xlcfg.json');
    expect(await execute(client, 'xlcfg.setPlatform', client.guest, 'xenVersion', '4.17')).toBe(uri);
    const edit = await appliedEdit(client);
    expect(edit.documentChanges).toEqual([expect.objectContaining({ textDocument: { uri, version: null } })]);
    expect(edited(before, edit)).toBe(before.replace('4.5', '4.17'));
  });

  it('creates a project config in the workspace folder, if there is none', async () => {
    using folder = makeFolder();
    await using client = await connect(folder, applying());
    const uri = urlOf(folder, '.xlcfg.json');
    expect(await execute(client, 'xlcfg.setPlatform', client.guest, 'architecture', 'arm')).toBe(uri);
    const edit = await appliedEdit(client);
    expect(edit.documentChanges?.[0]).toEqual({ kind: 'create', uri, options: { ignoreIfExists: true } });
    expect(JSON.parse(edited('', edit))).toEqual({ architecture: 'arm' });
  });

  it('edits a file that does not exist yet, if the client cannot create files', async () => {
    using folder = makeFolder();
    await using client = await connect(
      folder,
      applying({ capabilities: { workspace: { applyEdit: true } } }),
    );
    await execute(client, 'xlcfg.setPlatform', client.guest, 'xenVersion', '4.17');
    const { changes } = await appliedEdit(client);
    const [edit] = changes?.[urlOf(folder, '.xlcfg.json')] ?? [];
    expect(JSON.parse(edit?.newText ?? '')).toEqual({ xenVersion: '4.17' });
  });

  it('does not change a file that is not valid JSON', async () => {
    using folder = makeFolder({ '.xlcfg.json': '{ "xenVersion": ' });
    await using client = await connect(folder, applying());
    await expect(execute(client, 'xlcfg.setPlatform', client.guest, 'xenVersion', '4.17')).rejects.toThrow(
      /\.xlcfg\.json is not valid JSON/,
    );
    expect(client.received.filter(({ method }) => method === 'workspace/applyEdit')).toEqual([]);
  });

  it.each([['xenVersion', '5.0'], ['architecture', 'riscv'], ['rules', 'off'], []])(
    'rejects %s %s',
    async (...args) => {
      using folder = makeFolder();
      await using client = await connect(folder, applying());
      await expect(execute(client, 'xlcfg.setPlatform', client.guest, ...args)).rejects.toThrow();
    },
  );
});

describe('xlcfg.setSeverity', () => {
  it.each([
    ['its own list', { initializationOptions: { picks: true } }, 'xlcfg/pick'],
    ['a message with buttons', {}, 'window/showMessageRequest'],
  ])('lets the user choose from %s', async (_, more, method) => {
    using folder = makeFolder({ '.xlcfg.json': '{}\n' });
    await using client = await connect(folder, { ...applying({ choice: 'hint' }), ...more });
    await execute(client, 'xlcfg.setSeverity', client.guest, 'unknown-option');
    await client.nextMessage(method);
    expect(JSON.parse(edited('{}\n', await appliedEdit(client)))).toEqual({
      rules: { 'unknown-option': 'hint' },
    });
  });

  it('changes nothing if the user chooses nothing', async () => {
    using folder = makeFolder();
    await using client = await connect(folder, applying());
    expect(await execute(client, 'xlcfg.setSeverity', client.guest, 'unknown-option')).toBeNull();
    await expect(execute(client, 'xlcfg.setSeverity', client.guest, 'no-such-rule')).rejects.toThrow();
    expect(client.received.filter(({ method }) => method === 'workspace/applyEdit')).toEqual([]);
  });
});
