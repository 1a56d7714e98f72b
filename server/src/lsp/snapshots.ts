/** Versions of a text that its client changes piece by piece. */
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A text that is changed in place, as the protocol's library keeps it: that costs the least. */
type LiveDocument = TextDocument;

/**
 * One version of a text, which never changes. It asks the live text for lines while that is still of this version, as
 * it nearly always is; an analysis that reads an older version late gets the lines of the text that it was made of.
 */
const createSnapshot = (live: LiveDocument, isNow: () => boolean): TextDocument => {
  const { uri, languageId, version } = live;
  const content = live.getText();
  let own: TextDocument | undefined;
  const lines = (): TextDocument => {
    if (isNow()) return live;
    own ??= TextDocument.create(uri, languageId, version, content);
    return own;
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
  /** What the protocol's library keeps its texts with. */
  readonly configuration: {
    readonly create: typeof TextDocument.create;
    readonly update: typeof TextDocument.update;
  };
  /** The version that the live text is of now: the same object until the next change. */
  readonly current: (live: LiveDocument) => TextDocument;
}

export const createSnapshots = (): Snapshots => {
  const newest = new WeakMap<LiveDocument, TextDocument>();
  return {
    configuration: {
      create: TextDocument.create,
      update: (live, changes, version) => {
        newest.delete(live);
        return TextDocument.update(live, changes, version);
      },
    },
    current: (live) => {
      const known = newest.get(live);
      if (known) return known;
      const frozen = createSnapshot(live, () => newest.get(live) === frozen);
      newest.set(live, frozen);
      return frozen;
    },
  };
};
