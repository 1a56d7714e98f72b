/** A test client of the server, over any streams or for a process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { WAIT_MS } from '../../support/limits.ts';
import type { Command } from '../../support/programs.ts';

export interface Message {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  /** In addition to {@link COMMON_CAPABILITIES}. */
  readonly capabilities?: object;
  /** Instead of them. */
  readonly onlyCapabilities?: object;
  readonly initializationOptions?: object;
  readonly processId?: number | null;
  /** The URIs of the workspace folders. Absent for a client without workspace folders. */
  readonly folders?: readonly string[];
  /** The URI of the only folder of an old client. */
  readonly rootUri?: string;
  /** Answers all other requests of the server; null by default. */
  readonly answerRequest?: (method: string, params: unknown) => unknown;
  /** Answers `workspace/configuration`, item by item, as soon as a promise is fulfilled. */
  readonly answerConfiguration?: (item: { scopeUri?: string; section?: string }) => unknown;
}

export interface ProcessOptions extends ClientOptions {
  /** Options of Node, before the path of the server. */
  readonly nodeArgs?: readonly string[];
  readonly args?: readonly string[];
}

/** What nearly every client has. */
export const COMMON_CAPABILITIES = {
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
    },
    completion: {
      completionItem: { documentationFormat: ['markdown'], tagSupport: { valueSet: [1] } },
      completionItemKind: { valueSet: [20] },
    },
    documentLink: { tooltipSupport: true },
    documentSymbol: { tagSupport: { valueSet: [1] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      versionSupport: true,
    },
    rangeFormatting: { rangesSupport: true },
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown'] } },
  },
};

/** Merges objects at all levels. */
const merge = (a: object, b: object): object => ({
  ...a,
  ...Object.fromEntries(
    Object.entries(b).map(([key, value]) => {
      const base: unknown = Reflect.get(a, key);
      const areObjects = [base, value].every(
        (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
      );
      return [key, areObjects ? merge(base as object, value) : value];
    }),
  ),
});

/** The results of requests, by method. */
interface ResponseTypes {
  readonly initialize: InitializeResult;
  readonly shutdown: null;
  readonly 'textDocument/hover': Hover | null;
  readonly 'textDocument/completion': CompletionList;
  readonly 'completionItem/resolve': CompletionItem;
  readonly 'textDocument/codeAction': CodeAction[];
  readonly 'textDocument/declaration': Location[] | LocationLink[];
  readonly 'textDocument/definition': Location[] | LocationLink[];
  readonly 'textDocument/diagnostic': DocumentDiagnosticReport;
  readonly 'textDocument/inlayHint': InlayHint[];
  readonly 'textDocument/prepareRename': { range: Range; placeholder: string } | null;
  readonly 'textDocument/references': Location[];
  readonly 'textDocument/rename': WorkspaceEdit | null;
  readonly 'textDocument/semanticTokens/full': SemanticTokens;
  readonly 'textDocument/semanticTokens/full/delta': SemanticTokens | SemanticTokensDelta;
  readonly 'textDocument/semanticTokens/range': SemanticTokens;
  readonly 'textDocument/signatureHelp': SignatureHelp | null;
  readonly 'workspace/diagnostic': WorkspaceDiagnosticReport;
}

export interface PublishedDiagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TestClient extends AsyncDisposable {
  /** The server's input. */
  readonly input: Writable;
  /** The server's output. */
  readonly output: Readable;
  readonly initialize: () => Promise<InitializeResult>;
  readonly request: <M extends keyof ResponseTypes>(method: M, params: unknown) => Promise<ResponseTypes[M]>;
  readonly requestUntyped: (method: string, params?: unknown) => Promise<unknown>;
  readonly notify: (method: string, params?: unknown) => Promise<void>;
  /** All requests and notifications from the server, oldest first. */
  readonly received: readonly Message[];
  /** Waits for the first matching message that no earlier call has returned. */
  readonly nextMessage: (method: string, fits?: (params: unknown) => boolean) => Promise<unknown>;
  readonly nextDiagnostics: (uri: string) => Promise<PublishedDiagnostics>;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
}

/** A client of a server process. */
export interface ProcessClient extends TestClient {
  readonly child: ChildProcessWithoutNullStreams;
  /** The exit code once the process has ended and all its output is read; null if a signal ended it. */
  readonly exit: Promise<number | null>;
  readonly stderr: () => string;
}

const isForUri =
  (uri: string) =>
  (params: unknown): boolean =>
    typeof params === 'object' && params !== null && 'uri' in params && params.uri === uri;

export interface ServerStreams {
  readonly input: Writable;
  readonly output: Readable;
  readonly end: () => Promise<void>;
  /** What the server has written to stderr, for error messages. */
  readonly stderr: () => string;
}

/** Creates a client. Nothing is sent before `initialize`. */
export const createTestClient = (
  { input, output, end, stderr }: ServerStreams,
  options: ClientOptions,
): TestClient => {
  const connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  const received: Message[] = [];
  const seen = new Set<Message>();
  const waiting = new Set<() => void>();

  const take = (method: string, params: unknown): void => {
    received.push({ method, params });
    for (const wake of waiting) wake();
  };
  connection.onNotification(take);
  // Otherwise, the library would drop progress notifications.
  connection.onUnhandledProgress((params) => take('$/progress', params));
  connection.onRequest((method, params) => {
    take(method, params);
    return options.answerRequest?.(method, params) ?? null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => {
    take('workspace/configuration', { items });
    return Promise.all(items.map(async (item) => (await options.answerConfiguration?.(item)) ?? null));
  });
  connection.onError(() => {});
  connection.listen();

  const next = (method: string, fits: (params: unknown) => boolean = () => true): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        const names = received.map((message) => message.method).join(', ');
        reject(new Error(`no ${method} within ${WAIT_MS} ms; received: ${names || 'nothing'}; ${stderr()}`));
      }, WAIT_MS);
      const look = (): void => {
        const found = received.find((one) => one.method === method && !seen.has(one) && fits(one.params));
        if (found === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        seen.add(found);
        resolve(found.params);
      };
      waiting.add(look);
      look();
    });

  const request = <M extends keyof ResponseTypes>(method: M, params: unknown): Promise<ResponseTypes[M]> =>
    connection.sendRequest<ResponseTypes[M]>(method, params);

  return {
    input,
    output,
    received,
    nextMessage: next,
    request,
    requestUntyped: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    nextDiagnostics: async (uri) =>
      (await next('textDocument/publishDiagnostics', isForUri(uri))) as PublishedDiagnostics,
    initialize: async () => {
      const result = await request('initialize', {
        processId: options.processId ?? null,
        rootUri: options.rootUri ?? null,
        ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
        capabilities: options.onlyCapabilities ?? merge(COMMON_CAPABILITIES, options.capabilities ?? {}),
        initializationOptions: options.initializationOptions,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text, languageId = 'xlcfg') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    [Symbol.asyncDispose]: async () => {
      connection.dispose();
      await end();
    },
  };
};

/** A client of a server that is a process already. Nothing is sent before `initialize`. */
export const clientOf = (
  child: ChildProcessWithoutNullStreams,
  options: ClientOptions = {},
): ProcessClient => {
  // `exit` comes while output may still be in the pipes; `close` comes after all of it.
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  let written = '';
  child.stderr.on('data', (chunk) => {
    written += chunk;
  });
  const stderr = (): string => written;
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exit;
  };
  const client = createTestClient({ input: child.stdin, output: child.stdout, end, stderr }, options);
  return { ...client, child, exit, stderr };
};

/**
 * Starts a server process. Nothing is sent before `initialize`.
 *
 * @param server a command, or a bundle for Node
 */
export const startClient = (server: Command | string, options: ProcessOptions = {}): ProcessClient => {
  const { nodeArgs = [], args = ['--stdio'] } = options;
  const [program, ...before] = typeof server === 'string' ? [process.execPath, server] : server;
  return clientOf(spawn(program, [...nodeArgs, ...before, ...args], { stdio: 'pipe' }), options);
};

/** The parameters of `textDocument/didChange` that replace the text between `start` and `end`. */
export const changeParams = (
  uri: string,
  version: number,
  start: [number, number],
  end: [number, number],
  text: string,
) => ({
  textDocument: { uri, version },
  contentChanges: [
    {
      range: {
        start: { line: start[0], character: start[1] },
        end: { line: end[0], character: end[1] },
      },
      text,
    },
  ],
});

/** Applies edits that don't overlap. */
export const applyTextEdits = (text: string, edits: readonly TextEdit[]): string => {
  const lines = text.split('\n');
  const offset = (line: number, character: number): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .map(({ range, newText }) => ({
      start: offset(range.start.line, range.start.character),
      end: offset(range.end.line, range.end.character),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
};

/** The position of the cursor marker `|`, and the text without it. */
export const atCursor = (marked: string) => {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return {
    text: marked.replace('|', ''),
    position: { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 },
  };
};

/** Encodes JSON-RPC messages as one block, so that the server receives them at once. */
export const encodeMessages = (...messages: readonly object[]): string =>
  messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((json) => `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`)
    .join('');
