/** What the server knows of the current texts: findings with their fixes, colours, inlay hints. */
import { LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { InlayHint, PublishDiagnosticsParams, SemanticTokens } from 'vscode-languageserver-protocol';
import { type EditAction, preferredFixes, wholeRange } from './codeActions.ts';
import { hintDecorations, hints, tokenDecorations, tokens } from './decorations.ts';
import { type Finding, underline } from './findings.ts';
import type { LanguageClient } from './languageClient.ts';

/** So many findings get a fix at once; the menu has those of the others. */
const MAX_FIXES = 50;

export interface Analysis {
  /** Handles `textDocument/publishDiagnostics`. */
  readonly diagnosticsPublished: (params: PublishDiagnosticsParams) => Promise<void>;
  readonly findingsOf: (uri: string) => readonly Finding[];
}

/**
 * @param onFix applies a fix that the user chose in the text
 * @param onFindings called after the findings of a file have changed
 * @param onSettled called after everything about a version of a file is shown
 */
export const createAnalysis = (
  { client, workspace }: LanguageClient,
  onFix: (fix: EditAction) => void,
  onFindings: (uri: string) => void,
  onSettled: (uri: string) => void,
): Analysis => {
  const findings = new Map<string, readonly Finding[]>();

  const show = (uri: string, view: EditorView, found: readonly Finding[]): void => {
    findings.set(uri, found);
    underline(view, found, onFix);
    onFindings(uri);
  };

  /** Asks for colours and hints. Their answers are for the text as it is when they are asked for. */
  const decorate = async (uri: string, view: EditorView): Promise<void> => {
    const { doc } = view.state;
    const textDocument = { uri };
    const [colours, inlay] = await Promise.all([
      client.request<unknown, SemanticTokens | null>('textDocument/semanticTokens/full', { textDocument }),
      client.request<unknown, readonly InlayHint[] | null>('textDocument/inlayHint', {
        textDocument,
        range: wholeRange(view),
      }),
    ]);
    const legend = client.serverCapabilities?.semanticTokensProvider?.legend;
    if (view.state.doc !== doc || legend === undefined) return;
    view.dispatch({
      effects: [
        tokens.set.of(tokenDecorations(doc, colours?.data ?? [], legend)),
        hints.set.of(hintDecorations(doc, inlay ?? [])),
      ],
    });
  };

  return {
    diagnosticsPublished: async ({ uri, version, diagnostics }) => {
      const file = workspace.getFile(uri);
      const view = file?.getView();
      if (!file || !view) {
        findings.delete(uri);
        return;
      }
      const isCurrent = (): boolean =>
        workspace.getFile(uri) === file && LSPPlugin.get(view)?.unsyncedChanges.empty === true;
      // The server publishes again for the text that it does not have yet.
      if ((version !== undefined && version !== file.version) || !isCurrent()) return;
      const { doc } = view.state;
      show(
        uri,
        view,
        diagnostics.map((diagnostic) => ({ diagnostic })),
      );
      const [fixes] = await Promise.all([
        preferredFixes(client, uri, diagnostics.slice(0, MAX_FIXES)),
        decorate(uri, view),
      ]);
      if (view.state.doc !== doc || !isCurrent()) return;
      show(
        uri,
        view,
        diagnostics.map((diagnostic, at) => ({ diagnostic, fix: fixes[at] })),
      );
      onSettled(uri);
    },
    findingsOf: (uri) => findings.get(uri) ?? [],
  };
};
