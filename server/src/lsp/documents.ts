/** The open documents, and the cached analysis of each version. */
import { fileKind, openDocument, type Settings, type XlDocument } from '@xlcfg/shared';
import { memoizeByObject } from '@xlcfg/shared/start';
import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { validatedDocumentNotifications } from './notifications.ts';
import { createSnapshots } from './snapshots.ts';
import { pathOfUri } from './uris.ts';

export interface Documents {
  /** The current version of an open document. Versions are immutable, so identity tells whether it has changed. */
  readonly get: (uri: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
  /** Whether this version is an xl config file, judging by its name and text rather than by its language. */
  readonly isGuest: (text: TextDocument) => boolean;
  /** The analysis of this version under these settings, computed at most once. */
  readonly analyze: (text: TextDocument, settings: Settings) => XlDocument;
}

export interface DocumentEvents {
  /** The document was opened, or has a new version. */
  readonly changed: (text: TextDocument, opened: boolean) => void;
  readonly closed: (uri: string) => void;
}

/** Tracks the client's documents. The events are called in the order of the client's messages. */
export const trackDocuments = (connection: Connection, events: DocumentEvents): Documents => {
  const { configuration, current } = createSnapshots();
  const documents = new TextDocuments(configuration);
  const analyses = new WeakMap<TextDocument, XlDocument>();
  /** By URI: the previous analysis, which the analysis of the next version reuses. */
  const latestAnalysis = new Map<string, XlDocument>();
  const opened = new WeakSet<TextDocument>();

  // The library reports an opened document twice: with onDidOpen, then with onDidChangeContent.
  documents.onDidOpen(({ document }) => opened.add(current(document)));
  documents.onDidChangeContent(({ document }) => {
    const text = current(document);
    events.changed(text, opened.has(text));
  });
  documents.onDidClose(({ document }) => {
    latestAnalysis.delete(document.uri);
    events.closed(document.uri);
  });
  documents.listen(validatedDocumentNotifications(connection, (uri) => documents.get(uri)?.version));

  const kindOf = memoizeByObject((text: TextDocument) => fileKind(pathOfUri(text.uri), text.getText()));

  const get = (uri: string): TextDocument | undefined => {
    const live = documents.get(uri);
    return live && current(live);
  };

  return {
    get,
    all: () => documents.all().map(current),
    isGuest: (text) => kindOf(text) !== null,
    analyze: (text, settings) => {
      const known = analyses.get(text);
      if (known?.settings === settings) return known;
      const analysis = openDocument(text, settings, kindOf(text) ?? 'guest', {
        before: latestAnalysis.get(text.uri),
      });
      analyses.set(text, analysis);
      if (get(text.uri) === text) latestAnalysis.set(text.uri, analysis);
      return analysis;
    },
  };
};
