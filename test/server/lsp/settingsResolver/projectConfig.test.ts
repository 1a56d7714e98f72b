/** Project files: `.xlcfg.json` and `.xlcfgignore`. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { eventually } from '../../../support/eventually.ts';
import { type Folder, makeFolder } from '../../../support/folder.ts';
import type { TestClient } from '../../support/client.ts';
import { connectInProcess } from '../../support/inProcess.ts';

const WARNED = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nmemroy = 1\nbuilder = "generic"\n';

const rules = (levels: Readonly<Record<string, string>>): string => JSON.stringify({ rules: levels });

const uri = (folder: Folder, name: string): string => pathToFileURL(folder.at(name)).href;

/** A client that pulls diagnostics, with the folder as its workspace. */
const connect = (folder: Folder, settings: object = {}): Promise<TestClient> =>
  connectInProcess({
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { settings: { xlcfg: settings } },
    folders: [pathToFileURL(folder.path).href],
  });

const diagnostics = async (client: TestClient, uri: string): Promise<readonly Diagnostic[]> => {
  const report = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  return report.kind === 'full' ? report.items : [];
};

const paramsOf = (client: TestClient, method: string): unknown[] =>
  client.received.filter((message) => message.method === method).map(({ params }) => params);

/** Severities by code. */
const severities = async (client: TestClient, document: string) =>
  Object.fromEntries((await diagnostics(client, document)).map(({ code, severity }) => [code, severity]));

const [ERROR, WARNING, HINT] = [1, 2, 4];

describe('a project config', () => {
  it('overrides the settings of the client', async () => {
    using folder = makeFolder({
      '.xlcfg.json': rules({ 'unknown-option': 'hint' }),
      'in/a.cfg': WARNED,
    });
    const settings = { rules: { 'unknown-option': 'error', 'deprecated-option': 'warning' } };
    await using client = await connect(folder, settings);
    const a = uri(folder, 'in/a.cfg');
    await client.open(a, WARNED);
    expect(await severities(client, a)).toMatchObject({
      'unknown-option': HINT,
      'deprecated-option': WARNING,
    });
  });

  it('does not apply to a document that is not a file', async () => {
    using folder = makeFolder({ '.xlcfg.json': rules({ 'unknown-option': 'off' }) });
    await using client = await connect(folder, { rules: { 'unknown-option': 'error' } });
    await client.open('untitled:a.cfg', WARNED);
    expect(await severities(client, 'untitled:a.cfg')).toMatchObject({ 'unknown-option': ERROR });
  });

  it('is read again when the client reports a change', async () => {
    using folder = makeFolder({ 'a.cfg': WARNED });
    await using client = await connect(folder);
    const a = uri(folder, 'a.cfg');
    await client.open(a, WARNED);
    expect(await severities(client, a)).toMatchObject({ 'unknown-option': WARNING });
    await eventually(() =>
      expect(JSON.stringify(paramsOf(client, 'client/registerCapability'))).toContain(
        '**/{.xlcfg.json,.xlcfgignore}',
      ),
    );
    folder.write('.xlcfg.json', rules({ 'unknown-option': 'error' }));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(folder, '.xlcfg.json'), type: 1 }],
    });
    expect(await severities(client, a)).toMatchObject({ 'unknown-option': ERROR });
  });

  it('with invalid values is reported once, and its other values are used', async () => {
    using folder = makeFolder({
      '.xlcfg.json': '{ "rules": { "unknown-option": "error",\n "nope": "off" }, "folders": ["/etc"] }',
      'a.cfg': WARNED,
      'b.cfg': WARNED,
    });
    await using client = await connect(folder);
    for (const name of ['a.cfg', 'b.cfg']) {
      await client.open(uri(folder, name), WARNED);
      expect(await severities(client, uri(folder, name))).toMatchObject({ 'unknown-option': ERROR });
    }
    expect(paramsOf(client, 'window/showMessage')).toEqual([
      {
        type: 2,
        message: '.xlcfg.json has 2 problems, the first on line 2: rules names "nope", which is not a rule.',
      },
    ]);
    const logged = paramsOf(client, 'window/logMessage');
    const path = folder.at('.xlcfg.json');
    expect(logged).toContainEqual({
      type: 2,
      message: `${path}:2:2: rules names "nope", which is not a rule`,
    });
    expect(logged).toContainEqual({ type: 2, message: expect.stringContaining(`${path}:2:19: folders `) });
  });

  it('with an issue is opened by a button, where the client has buttons', async () => {
    using folder = makeFolder({ '.xlcfg.json': '{\n  "xenVersion": 4\n}\n', 'a.cfg': WARNED });
    await using client = await connectInProcess({
      capabilities: {
        window: { showMessage: { messageActionItem: {} }, showDocument: { support: true } },
      },
      answerRequest: (method) => (method === 'window/showMessageRequest' ? { title: 'Open File' } : null),
    });
    await client.open(uri(folder, 'a.cfg'), WARNED);
    expect(await client.nextMessage('window/showMessageRequest')).toEqual({
      type: 2,
      message: expect.stringMatching(
        /^\.xlcfg\.json, line 2: xenVersion is 4, it must be one of[^.]*"4\.\d+"[^.]*"4\.\d+"\.$/,
      ),
      actions: [{ title: 'Open File' }],
    });
    expect(await client.nextMessage('window/showDocument')).toEqual({
      uri: uri(folder, '.xlcfg.json'),
      takeFocus: true,
      selection: { start: { line: 1, character: 16 }, end: { line: 1, character: 16 } },
    });
    expect(paramsOf(client, 'window/showMessage')).toEqual([]);
  });

  it('is not read through a link, which may lead to another workspace', async () => {
    using outside = makeFolder({ 'x.json': rules({ 'unknown-option': 'off' }) });
    using folder = makeFolder({ 'a.cfg': WARNED });
    folder.link('.xlcfg.json', outside.at('x.json'));
    await using client = await connect(folder);
    await client.open(uri(folder, 'a.cfg'), WARNED);
    expect(await severities(client, uri(folder, 'a.cfg'))).toMatchObject({ 'unknown-option': WARNING });
  });
});

describe('an ignored file', () => {
  const mac = (name: string): string =>
    `name = "${name}"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

  it('has no diagnostics, and causes none in other files, whether open or closed', async () => {
    using folder = makeFolder({ 'a.cfg': mac('a'), 'old/b.cfg': mac('b'), 'old/c.cfg': mac('c') });
    const [a, b] = [uri(folder, 'a.cfg'), uri(folder, 'old/b.cfg')];
    await using client = await connect(folder);
    await client.open(a, mac('a'));
    await eventually(async () => expect(await severities(client, a)).toEqual({ 'duplicate-mac': WARNING }));
    await client.open(b, `${mac('b')}memroy = 1\n`);
    expect(await severities(client, b)).toEqual({ 'duplicate-mac': WARNING, 'unknown-option': WARNING });
    folder.write('.xlcfgignore', 'old/\n');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(folder, '.xlcfgignore'), type: 1 }],
    });
    await eventually(async () =>
      expect([await severities(client, a), await severities(client, b)]).toEqual([{}, {}]),
    );
  });
});
