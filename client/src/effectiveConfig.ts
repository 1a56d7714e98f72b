/**
 * The effective configuration of a document, as a virtual document to its side. The server generates the text; this keeps
 * it up to date while the user types.
 */
import { type Disposable, languages, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { provideGenerated } from './generatedDocuments.ts';
import type { LanguageServer } from './languageServer.ts';

export const EFFECTIVE_CONFIG_SCHEME = 'xlcfg-effective';

/** The comments name the source of each value. */
const JSONC = 'jsonc';

/** The URI of the virtual document for a source, which is its query. */
export const effectiveConfigUri = (source: Uri): Uri =>
  Uri.from({
    scheme: EFFECTIVE_CONFIG_SCHEME,
    path: `${source.path} (effective).jsonc`,
    query: source.toString(),
  });

/** Provides the contents of the virtual documents. */
export const provideEffectiveConfig = (server: LanguageServer): Disposable =>
  provideGenerated(server, {
    scheme: EFFECTIVE_CONFIG_SCHEME,
    sourceOf: ({ query }) => Uri.parse(query, true),
    generate: (_, source) => server.executeCommand('xlcfg.effectiveConfiguration', [source.toString()]),
    notice: (sentence) => `// ${sentence}\n`,
  });

const asJsonc = (document: TextDocument): Thenable<TextDocument> | TextDocument =>
  document.languageId === JSONC ? document : languages.setTextDocumentLanguage(document, JSONC);

/**
 * Opens the effective configuration to the side of its source.
 *
 * @param source set by menus; the command palette means the active document
 */
export const showEffectiveConfig = async (source = window.activeTextEditor?.document.uri): Promise<void> => {
  if (source === undefined || source.scheme === EFFECTIVE_CONFIG_SCHEME) return;
  const document = await asJsonc(await workspace.openTextDocument(effectiveConfigUri(source)));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
};
