/** The built server as a web worker. */
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { FILE_EXISTS, LIST_FILES, READ_FILE } from '../../../server/src/browser/clientFiles.ts';
import { built } from '../../support/built.ts';
import { eventually } from '../../support/eventually.ts';
import { COMMON_CAPABILITIES } from '../support/client.ts';
import { startServerProcess as startProcess } from '../support/serverProcess.ts';
import { startWorkerServer } from '../support/worker.ts';

const SERVER = path.resolve(import.meta.dirname, '../../../server');

const FOLDER = 'memfs://host/guests';
const DOCS = 'https://example.org/docs';
const WEB1 = `${FOLDER}/web1.cfg`;

const GUEST = `name = "web1"
builder = 'hvm'
memory = 2048
disk = [ 'tap:aio:/srv/web1.img,xvda,w',
         '/srv/iso/debian.iso,raw,xv' ]
vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]
memroy = 4096
`;

const start = () => startWorkerServer(path.join(built.folder, 'browserServer.js'));

const initialize = async (client: MessageConnection, more: object = {}): Promise<unknown> => {
  const result = await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: COMMON_CAPABILITIES,
    initializationOptions: { docsUrl: DOCS },
    ...more,
  });
  await client.sendNotification('initialized', {});
  return result;
};

const open = (client: MessageConnection, uri: string, text: string): Promise<void> =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'xlcfg', version: 1, text },
  });

/** The latest diagnostics of each document. */
const collectDiagnostics = (
  client: MessageConnection,
): ReadonlyMap<string, PublishDiagnosticsParams['diagnostics']> => {
  const found = new Map<string, PublishDiagnosticsParams['diagnostics']>();
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      found.set(uri, diagnostics);
    },
  );
  return found;
};

/** Answers the file requests with these files, by URI. Returns the URIs of the files that were read. */
const serveFiles = (client: MessageConnection, files: Readonly<Record<string, string>>): string[] => {
  const asked: string[] = [];
  client.onRequest(LIST_FILES, ({ folder }: { folder: string }) =>
    Object.keys(files).filter((uri) => uri.startsWith(folder)),
  );
  client.onRequest(READ_FILE, ({ uri }: { uri: string }) => {
    asked.push(uri);
    return files[uri] ?? null;
  });
  client.onRequest(FILE_EXISTS, ({ uri }: { uri: string }) => uri in files);
  return asked;
};

describe('the bundle', () => {
  it('contains no code for Node or the command line', async () => {
    const { metafile } = await build({
      absWorkingDir: SERVER,
      entryPoints: ['src/browser/main.ts'],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      // Reported by the assertions below, rather than as a build error.
      external: ['node:*'],
      logLevel: 'silent',
    });
    const inputs = Object.entries(metafile.inputs);
    const own = inputs.flatMap(([name]) => /^src\/(\w+)\//.exec(name)?.[1] ?? []);
    expect(own).toContain('lsp');
    expect(own.filter((room) => ['cli', 'node'].includes(room))).toEqual([]);
    const imports = inputs.flatMap(([, { imports }]) => imports).filter(({ external }) => external);
    expect(imports.map((one) => one.path)).toEqual([]);
    expect(inputs.map(([name]) => name).filter((name) => /\/lib\/node\//.test(name))).toEqual([]);
  });
});

describe('the worker', () => {
  it('gives the same answers as the process', async () => {
    const uri = 'untitled:web1.cfg';
    const position = { line: 4, character: 34 };
    const ask = async (request: (method: string, params: unknown) => Promise<unknown>) => {
      const answers: Record<string, unknown> = {};
      const textDocument = { uri };
      const range = { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } };
      for (const [method, params] of Object.entries({
        'textDocument/hover': { textDocument, position: { line: 2, character: 1 } },
        'textDocument/completion': { textDocument, position },
        'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
        'textDocument/documentSymbol': { textDocument },
        'textDocument/semanticTokens/range': { textDocument, range },
        'textDocument/inlayHint': { textDocument, range },
        'textDocument/formatting': { textDocument, options: { tabSize: 2, insertSpaces: true } },
        'workspace/executeCommand': { command: 'xlcfg.effectiveConfiguration', arguments: [uri] },
      })) {
        answers[method] = await request(method, params);
        expect(answers[method]).toBeTruthy();
      }
      return answers;
    };

    using worker = start();
    const inWorker = await initialize(worker.client);
    await open(worker.client, uri, GUEST);
    const shown = collectDiagnostics(worker.client);

    await using other = startProcess({ initializationOptions: { docsUrl: DOCS } });
    const inProcess = await other.initialize();
    await other.open(uri, GUEST);

    expect(inWorker).toEqual(inProcess);
    expect(await ask((method, params) => worker.client.sendRequest(method, params))).toEqual(
      await ask(other.requestUntyped),
    );
    const { diagnostics } = await other.nextDiagnostics(uri);
    await eventually(() => expect(shown.get(uri)).toEqual(diagnostics));
    expect(diagnostics.map(({ codeDescription }) => codeDescription?.href)).toContain(
      `${DOCS}/rules.md#unknown-option`,
    );
  });

  it('compares the open guest with the files of the client', async () => {
    using worker = start();
    const shown = collectDiagnostics(worker.client);
    const asked = serveFiles(worker.client, {
      [WEB1]: GUEST,
      [`${FOLDER}/web2.cfg`]: GUEST.replace('web1"', 'web2"'),
      [`${FOLDER}/notes.txt`]: GUEST,
    });
    await initialize(worker.client, { workspaceFolders: [{ uri: FOLDER, name: 'guests' }] });
    await open(worker.client, WEB1, GUEST);
    await eventually(() => expect(shown.get(WEB1)?.map(({ code }) => code)).toContain('duplicate-mac'));
    expect(asked.filter((uri) => !uri.includes('/.')).toSorted()).toEqual([WEB1, `${FOLDER}/web2.cfg`]);
  });

  it('checks open documents if the client serves no files', async () => {
    using worker = start();
    const shown = collectDiagnostics(worker.client);
    await initialize(worker.client, { workspaceFolders: [{ uri: FOLDER, name: 'guests' }] });
    await open(worker.client, WEB1, GUEST);
    await eventually(() => expect(shown.get(WEB1)?.map(({ code }) => code)).toContain('unknown-option'));
  });

  it('cancels its request for files at shutdown', async () => {
    using worker = start();
    const heard: string[] = [];
    worker.client.onRequest(LIST_FILES, (_params, token: CancellationToken) => {
      heard.push('asked');
      return new Promise((resolve) => {
        token.onCancellationRequested(() => {
          heard.push('cancelled');
          resolve([]);
        });
      });
    });
    await initialize(worker.client, { workspaceFolders: [{ uri: FOLDER, name: 'guests' }] });
    await eventually(() => expect(heard).toEqual(['asked']));
    await worker.client.sendRequest('shutdown');
    await eventually(() => expect(heard).toEqual(['asked', 'cancelled']));
  });

  it('closes itself on exit', async () => {
    using worker = start();
    await initialize(worker.client);
    await worker.client.sendRequest('shutdown');
    await worker.client.sendNotification('exit');
    await worker.closed;
  });
});
