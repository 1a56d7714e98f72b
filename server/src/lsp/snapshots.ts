/** Immutable snapshots of documents that vscode-languageserver updates in place. */
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A document that the library changes in place with each `textDocument/didChange`. */
type LiveDocument = TextDocument;

/**
 * A snapshot of the live document's current version. Line lookups are delegated to the live document while it still has
 * this version, as it nearly always does. After that, the snapshot builds its own document from its text.
 */
const createSnapshot = (live: LiveDocument, isCurrent: () => boolean): TextDocument => {
  const { uri, languageId, version } = live;
  const content = live.getText();
  let copy: TextDocument | undefined;
  const lines = (): TextDocument => {
    if (isCurrent()) return live;
    copy ??= TextDocument.create(uri, languageId, version, content);
    return copy;
  };
  return {
    uri,
    languageId,
    version,
    get lineCount() {
      return lines().lineCount;
    },
    getText: (range) => (range ? lines().getText(range) : content),
    positionAt: (offset) => lines().positionAt(offset),
    offsetAt: (position) => lines().offsetAt(position),
    getLineRange: (line) => lines().getLineRange(line),
    getEOLCharacters: (line) => lines().getEOLCharacters(line),
  };
};

export interface Snapshots {
  /** The argument for the library's `TextDocuments`. */
  readonly configuration: {
    readonly create: typeof TextDocument.create;
    readonly update: typeof TextDocument.update;
  };
  /** The snapshot of the live document's current version: the same object until the next change. */
  readonly current: (live: LiveDocument) => TextDocument;
}

export const createSnapshots = (): Snapshots => {
  const snapshots = new WeakMap<LiveDocument, TextDocument>();
  return {
    configuration: {
      create: TextDocument.create,
      update: (live, changes, version) => {
        snapshots.delete(live);
        return TextDocument.update(live, changes, version);
      },
    },
    current: (live) => {
      const known = snapshots.get(live);
      if (known) return known;
      const snapshot = createSnapshot(live, () => snapshots.get(live) === snapshot);
      snapshots.set(live, snapshot);
      return snapshot;
    },
  };
};
