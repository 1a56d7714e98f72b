/** The client of the language server: what CodeMirror's library brings, and the capabilities of the rest of the page. */
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  LSPPlugin,
  renameKeymap,
  serverCompletion,
  signatureHelp,
} from '@codemirror/lsp-client';
import { keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { DOCS_FOLDER, sanitize } from './markdown.ts';
import { TabbedWorkspace } from './workspace.ts';

/** The server is told of a change after a pause of this length, in milliseconds. */
const SYNC_DELAY_MS = 100;

/** Only a server that hangs doesn't answer; the slowest machines get this long, in milliseconds. */
const REQUEST_TIMEOUT_MS = 60_000;

const CAPABILITIES = {
  textDocument: {
    // The library announces pull diagnostics and does not pull. Without them, the server publishes.
    diagnostic: false,
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
    },
    inlayHint: {},
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  },
};

const syncAfterChanges = ViewPlugin.fromClass(
  class {
    #timer: ReturnType<typeof setTimeout> | undefined;

    update({ docChanged, view }: ViewUpdate): void {
      if (!docChanged) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => LSPPlugin.get(view)?.client.sync(), SYNC_DELAY_MS);
    }

    destroy(): void {
      clearTimeout(this.#timer);
    }
  },
);

export interface LanguageClient {
  readonly client: LSPClient;
  readonly workspace: TabbedWorkspace;
}

export const createLanguageClient = (
  onDiagnostics: (params: PublishDiagnosticsParams) => void,
): LanguageClient => {
  const client = new LSPClient({
    timeout: REQUEST_TIMEOUT_MS,
    sanitizeHTML: sanitize,
    initializationOptions: { docsUrl: DOCS_FOLDER },
    workspace: (owner) => new TabbedWorkspace(owner),
    extensions: [
      {
        clientCapabilities: CAPABILITIES,
        notificationHandlers: {
          'textDocument/publishDiagnostics': (_, params: PublishDiagnosticsParams) => {
            onDiagnostics(params);
            return true;
          },
        },
        editorExtension: syncAfterChanges,
      },
      serverCompletion({ override: true }),
      hoverTooltips(),
      signatureHelp(),
      keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap, ...findReferencesKeymap]),
    ],
  });
  const { workspace } = client;
  if (!(workspace instanceof TabbedWorkspace)) throw new Error('The client has another workspace');
  return { client, workspace };
};
