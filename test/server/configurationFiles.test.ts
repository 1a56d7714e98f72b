/** Configuration files beside the guests, as the editor's server follows them. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { nodeFiles } from '../../server/src/node/files.ts';
import { type Folder, makeFolder } from '../cli/support/folder.ts';
import { connectInProcess } from './support/inProcess.ts';

vi.setConfig({ testTimeout: 60_000 });

const WARNED = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemroy = 1\nbuilder = "generic"\n';

const rules = (levels: Readonly<Record<string, string>>): string => JSON.stringify({ rules: levels });

const uri = (folder: Folder, name: string): string => pathToFileURL(folder.at(name)).href;

/** A client that pulls, with the folder as its workspace. */
const connect = async (folder: Folder, settings: object = {}) => {
  const messages: string[] = [];
  const watched: unknown[] = [];
  const connected = await connectInProcess(nodeFiles, {
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { settings: { xlcfg: settings } },
    workspaceFolders: [{ uri: pathToFileURL(folder.path).href, name: 'guests' }],
  });
  const { client } = connected;
  client.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
  });
  client.onRequest('client/registerCapability', ({ registrations }: { registrations: object[] }) => {
    watched.push(...registrations);
    return null;
  });
  await client.sendNotification('initialized', {});
  return { connected, client, messages, watched };
};

const open = (client: MessageConnection, document: string, text: string): Promise<void> =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: document, languageId: 'xlcfg', version: 1, text },
  });

const diagnostics = async (client: MessageConnection, document: string): Promise<Diagnostic[]> => {
  const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: document },
  });
  return report.kind === 'full' ? report.items : [];
};

/** Severities by code. */
const severities = async (client: MessageConnection, document: string) =>
  Object.fromEntries((await diagnostics(client, document)).map(({ code, severity }) => [code, severity]));

const [ERROR, WARNING, HINT] = [1, 2, 4];

describe('a configuration file', () => {
  it('counts more than the settings of the editor, for what it sets', async () => {
    using folder = makeFolder({
      '.xlcfg.json': rules({ 'unknown-option': 'hint' }),
      'in/a.cfg': WARNED,
    });
    const settings = { rules: { 'unknown-option': 'error', 'deprecated-option': 'warning' } };
    const { connected, client } = await connect(folder, settings);
    using _ = connected;
    const a = uri(folder, 'in/a.cfg');
    await open(client, a, WARNED);
    expect(await severities(client, a)).toMatchObject({
      'unknown-option': HINT,
      'deprecated-option': WARNING,
    });
  });

  it('has no say in a text that is no file', async () => {
    using folder = makeFolder({ '.xlcfg.json': rules({ 'unknown-option': 'off' }) });
    const { connected, client } = await connect(folder, { rules: { 'unknown-option': 'error' } });
    using _ = connected;
    await open(client, 'untitled:a.cfg', WARNED);
    expect(await severities(client, 'untitled:a.cfg')).toMatchObject({ 'unknown-option': ERROR });
  });

  it('counts anew once it has changed, if the client tells', async () => {
    using folder = makeFolder({ 'a.cfg': WARNED });
    const { connected, client, watched } = await connect(folder);
    using _ = connected;
    const a = uri(folder, 'a.cfg');
    await open(client, a, WARNED);
    expect(await severities(client, a)).toMatchObject({ 'unknown-option': WARNING });
    await vi.waitFor(() => expect(JSON.stringify(watched)).toContain('**/{.xlcfg.json,.xlcfgignore}'), {
      timeout: 30_000,
    });
    folder.write('.xlcfg.json', rules({ 'unknown-option': 'error' }));
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(folder, '.xlcfg.json'), type: 1 }],
    });
    expect(await severities(client, a)).toMatchObject({ 'unknown-option': ERROR });
  });

  it('with mistakes is told of once, by line and column, and the rest is used', async () => {
    using folder = makeFolder({
      '.xlcfg.json': '{ "rules": { "unknown-option": "error",\n "nope": "off" }, "folders": ["/etc"] }',
      'a.cfg': WARNED,
      'b.cfg': WARNED,
    });
    const { connected, client, messages } = await connect(folder);
    using _ = connected;
    for (const name of ['a.cfg', 'b.cfg']) {
      await open(client, uri(folder, name), WARNED);
      expect(await severities(client, uri(folder, name))).toMatchObject({ 'unknown-option': ERROR });
    }
    expect(messages).toEqual([
      `${folder.at('.xlcfg.json')}: 2:2: rules names "nope", which is no rule; ` +
        "2:19: folders is a setting of a person's editor, and cannot be set in this file.",
    ]);
  });

  it('behind a link is none: what is there may be of another workspace', async () => {
    using outside = makeFolder({ 'x.json': rules({ 'unknown-option': 'off' }) });
    using folder = makeFolder({ 'a.cfg': WARNED });
    folder.link('.xlcfg.json', outside.at('x.json'));
    const { connected, client } = await connect(folder);
    using _ = connected;
    await open(client, uri(folder, 'a.cfg'), WARNED);
    expect(await severities(client, uri(folder, 'a.cfg'))).toMatchObject({ 'unknown-option': WARNING });
  });
});

describe('a file that is to be left alone', () => {
  const mac = (name: string): string =>
    `name = "${name}"\ntype = "pvh"\nkernel = "/k"\nvif = [ "mac=00:16:3e:00:00:01" ]\n`;

  it('shows no problems, and makes none of others, open or not', async () => {
    using folder = makeFolder({ 'a.cfg': mac('a'), 'old/b.cfg': mac('b'), 'old/c.cfg': mac('c') });
    const [a, b] = [uri(folder, 'a.cfg'), uri(folder, 'old/b.cfg')];
    const { connected, client } = await connect(folder);
    using _ = connected;
    await open(client, a, mac('a'));
    await vi.waitFor(async () => expect(await severities(client, a)).toEqual({ 'duplicate-mac': WARNING }), {
      timeout: 30_000,
    });
    await open(client, b, `${mac('b')}memroy = 1\n`);
    expect(await severities(client, b)).toEqual({ 'duplicate-mac': WARNING, 'unknown-option': WARNING });
    folder.write('.xlcfgignore', 'old/\n');
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(folder, '.xlcfgignore'), type: 1 }],
    });
    await vi.waitFor(
      async () => expect([await severities(client, a), await severities(client, b)]).toEqual([{}, {}]),
      { timeout: 30_000 },
    );
  });
});
