/** The open documents: their text as the client has it, and what is made of each version of it, once. */

import { type FileKindName, fileKind, openDocument, type Settings, type XlDocument } from '@xlcfg/shared';
import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { validatedDocumentNotifications } from './notifications.ts';
import { createSnapshots } from './snapshots.ts';

export interface Documents {
  /** The newest version of an open document. A version never changes, so it can be told by identity. */
  readonly get: (uri: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
  /** Whether this version is a guest's configuration, told by its name and its text and not by its language. */
  readonly isGuest: (text: TextDocument) => boolean;
  /** The analysis of this version under these settings, computed at most once. */
  readonly analyze: (text: TextDocument, settings: Settings) => XlDocument;
}

export interface DocumentEvents {
  /** The document was opened, or has a new version. */
  readonly changed: (text: TextDocument, opened: boolean) => void;
  readonly closed: (uri: string) => void;
}

/**
 * The path of a document by its URI, for judging it by its name.
 *
 * @returns the decoded path of any scheme; the URI itself where it is none
 */
export const pathOfUri = (uri: string): string => {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
};

/** Keeps the documents in step with the client. The events are called in the order of the client's messages. */
export const trackDocuments = (connection: Connection, events: DocumentEvents): Documents => {
  const { configuration, current: versionOf } = createSnapshots();
  const documents = new TextDocuments(configuration);
  const kinds = new WeakMap<TextDocument, { readonly kind: FileKindName | null }>();
  const analyses = new WeakMap<TextDocument, XlDocument>();
  /** By URI: the analysis that the next version begins with. */
  const newest = new Map<string, XlDocument>();
  const opening = new WeakSet<TextDocument>();

  // The library reports an opened document twice: as opened, then as changed.
  documents.onDidOpen(({ document }) => opening.add(versionOf(document)));
  documents.onDidChangeContent(({ document }) => {
    const text = versionOf(document);
    events.changed(text, opening.has(text));
  });
  documents.onDidClose(({ document }) => {
    newest.delete(document.uri);
    events.closed(document.uri);
  });
  documents.listen(validatedDocumentNotifications(connection, (uri) => documents.get(uri)?.version));

  const kindOf = (text: TextDocument): FileKindName | null => {
    const known = kinds.get(text) ?? { kind: fileKind(pathOfUri(text.uri), text.getText()) };
    kinds.set(text, known);
    return known.kind;
  };

  const get = (uri: string): TextDocument | undefined => {
    const live = documents.get(uri);
    return live && versionOf(live);
  };

  return {
    get,
    all: () => documents.all().map(versionOf),
    isGuest: (text) => kindOf(text) !== null,
    analyze: (text, settings) => {
      const known = analyses.get(text);
      if (known?.settings === settings) return known;
      const analysis = openDocument(text, settings, kindOf(text) ?? 'guest', newest.get(text.uri));
      analyses.set(text, analysis);
      if (get(text.uri) === text) newest.set(text.uri, analysis);
      return analysis;
    },
  };
};
