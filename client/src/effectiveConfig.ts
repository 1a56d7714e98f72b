/**
 * The effective configuration of a document, as a virtual document to its side. The server generates the text; this keeps
 * it up to date while the user types.
 */
import {
  type Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { debounceByKey } from './debounce.ts';
import { LANGUAGE } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

export const EFFECTIVE_CONFIG_SCHEME = 'xlcfg-effective';

/** The comments name the source of each value. */
const JSONC = 'jsonc';

/** Since the last keystroke. */
const UPDATE_DELAY_MS = 300;

/** The URI of the virtual document for a source, which is its query. */
export const effectiveConfigUri = (source: Uri): Uri =>
  Uri.from({
    scheme: EFFECTIVE_CONFIG_SCHEME,
    path: `${source.path} (effective).jsonc`,
    query: source.toString(),
  });

const sourceOf = (virtual: Uri): Uri => Uri.parse(virtual.query, true);

const comment = (text: string): string => `// ${text.replaceAll(/\s+/g, ' ')}\n`;

const isOpen = (virtual: Uri): boolean =>
  workspace.textDocuments.some(({ uri }) => uri.toString() === virtual.toString());

/** Provides the contents of the virtual documents. */
export const provideEffectiveConfig = (server: LanguageServer): Disposable => {
  const changed = new EventEmitter<Uri>();
  const updates = debounceByKey(UPDATE_DELAY_MS);

  const textOf = async (virtual: Uri): Promise<string> => {
    try {
      // The server only answers for open documents, and the source may have been closed meanwhile.
      const source = await workspace.openTextDocument(sourceOf(virtual));
      const answer = await server.executeCommand('xlcfg.effectiveConfiguration', [source.uri.toString()]);
      return typeof answer === 'string' ? answer : comment('This is no configuration of a guest.');
    } catch (error) {
      return comment(`There is nothing to show: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const refresh = (virtual: Uri): void => {
    if (isOpen(virtual)) updates.schedule(virtual.toString(), () => changed.fire(virtual));
  };
  const refreshAll = (): void => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === EFFECTIVE_CONFIG_SCHEME) refresh(uri);
  };

  const disposables: readonly Disposable[] = [
    workspace.registerTextDocumentContentProvider(EFFECTIVE_CONFIG_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: textOf,
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === LANGUAGE) refresh(effectiveConfigUri(document.uri));
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(LANGUAGE)) refreshAll();
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') refreshAll();
    }),
    changed,
    updates,
  ];
  return {
    dispose: () => {
      for (const disposable of disposables) disposable.dispose();
    },
  };
};

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
