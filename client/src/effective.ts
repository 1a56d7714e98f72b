/**
 * What xl would make of a document, as a read-only document beside it. The server writes its text; this keeps it
 * current while the person types.
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
import type { Server } from './server.ts';

export const EFFECTIVE_SCHEME = 'xlcfg-effective';

/** JSON with comments: they tell where each value came from. */
const JSONC = 'jsonc';

/** After the last keystroke, in milliseconds. */
const DELAY_MS = 300;

/** The virtual document of a source, which is named in the query. */
export const effectiveUri = (source: Uri): Uri =>
  Uri.from({ scheme: EFFECTIVE_SCHEME, path: `${source.path} (effective).jsonc`, query: source.toString() });

const sourceOf = (virtual: Uri): Uri => Uri.parse(virtual.query, true);

const comment = (text: string): string => `// ${text.replaceAll(/\s+/g, ' ')}\n`;

const isOpen = (virtual: Uri): boolean =>
  workspace.textDocuments.some(({ uri }) => uri.toString() === virtual.toString());

/** Answers for the virtual documents for as long as it is not disposed. */
export const provideEffective = (server: Server): Disposable => {
  const changed = new EventEmitter<Uri>();
  const later = debounceByKey(DELAY_MS);

  const textOf = async (virtual: Uri): Promise<string> => {
    try {
      // Opening it, where it was closed meanwhile, makes the server know it.
      const source = await workspace.openTextDocument(sourceOf(virtual));
      const answer = await server.ask('xlcfg.effectiveConfiguration', [source.uri.toString()]);
      return typeof answer === 'string' ? answer : comment('This is no configuration of a guest.');
    } catch (error) {
      return comment(`There is nothing to show: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const refresh = (virtual: Uri): void => {
    if (isOpen(virtual)) later.schedule(virtual.toString(), () => changed.fire(virtual));
  };
  const refreshAll = (): void => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === EFFECTIVE_SCHEME) refresh(uri);
  };

  const parts: readonly Disposable[] = [
    workspace.registerTextDocumentContentProvider(EFFECTIVE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: textOf,
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === LANGUAGE) refresh(effectiveUri(document.uri));
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(LANGUAGE)) refreshAll();
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') refreshAll();
    }),
    changed,
    later,
  ];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
};

const inJsonc = (document: TextDocument): Thenable<TextDocument> | TextDocument =>
  document.languageId === JSONC ? document : languages.setTextDocumentLanguage(document, JSONC);

/**
 * Opens the virtual document beside its source.
 *
 * @param source as a menu gives it; from the palette it is the active document
 */
export const showEffective = async (source = window.activeTextEditor?.document.uri): Promise<void> => {
  if (source === undefined || source.scheme === EFFECTIVE_SCHEME) return;
  const document = await inJsonc(await workspace.openTextDocument(effectiveUri(source)));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
};
