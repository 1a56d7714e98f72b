/** Asking for the problems of a document so that the editor underlines them where they are. */
import { type TextDocument, Uri } from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

type Ask = NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']>;

/**
 * Asks the server what to tell of a document. A server that is told the id of its last result may answer that nothing
 * has changed, and the lines stay where the editor has them. But the editor moves them along with the text, and loses
 * those whose text is replaced: when another version was told last, the id is kept back, and the server tells all.
 */
export const askAnew = (): Ask => {
  /** The version that was told last. */
  const told = new WeakMap<TextDocument, number>();
  return async (document, previous, token, next) => {
    if (document instanceof Uri) return next(document, previous, token);
    const { version } = document;
    const report = await next(document, told.get(document) === version ? previous : undefined, token);
    told.set(document, version);
    return report;
  };
};
