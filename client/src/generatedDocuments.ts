/** Virtual documents that the server generates from a source document, kept up to date while the user types. */
import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { debounceByKey } from './debounce.ts';
import { LANGUAGE } from './language.ts';
import type { LanguageServer } from './languageServer.ts';

export interface GeneratedDocuments {
  readonly scheme: string;
  /** The document that a virtual one is generated from. */
  readonly sourceOf: (virtual: Uri) => Uri;
  /** Asks the server for the text. Resolves to a string, or to anything else if the file is not a guest. */
  readonly generate: (virtual: Uri, source: Uri) => Promise<unknown>;
  /** What is shown instead of the text: a sentence without line endings. */
  readonly notice: (sentence: string) => string;
}

/** Since the last keystroke. */
const UPDATE_DELAY_MS = 300;

/** Provides the contents of the virtual documents of a scheme. */
export const provideGenerated = (
  server: LanguageServer,
  { scheme, sourceOf, generate, notice }: GeneratedDocuments,
): Disposable => {
  const changed = new EventEmitter<Uri>();
  const updates = debounceByKey(UPDATE_DELAY_MS);

  const textOf = async (virtual: Uri): Promise<string> => {
    try {
      // The server only answers for open documents, and the source may have been closed meanwhile.
      const source = await workspace.openTextDocument(sourceOf(virtual));
      const answer = await generate(virtual, source.uri);
      return typeof answer === 'string' ? answer : notice('This is not a configuration of a guest.');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return notice(`There is nothing to show: ${reason.replaceAll(/\s+/g, ' ')}`);
    }
  };

  const refresh = (isAffected: (source: Uri) => boolean): void => {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === scheme && isAffected(sourceOf(uri)))
        updates.schedule(uri.toString(), () => changed.fire(uri));
    }
  };

  const disposables: readonly Disposable[] = [
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: textOf,
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === LANGUAGE)
        refresh((source) => source.toString() === document.uri.toString());
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(LANGUAGE)) refresh(() => true);
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') refresh(() => true);
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
