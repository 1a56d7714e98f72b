/** The ids of results, by which a client learns that nothing has changed. */
import type { Diagnostic } from 'vscode-languageserver';

export interface ResultIds {
  /**
   * A new id where the diagnostics differ from the last ones of the same file, and where they are of another version of
   * an open document: editors move their lines along with a text, and lose those under text that is replaced.
   *
   * @param version null for a file that is not open
   */
  readonly idOf: (uri: string, version: number | null, items: readonly Diagnostic[]) => string;
  /** Whether these are other diagnostics than the last ones. False for a file that nobody has asked about. */
  readonly haveChanged: (uri: string, items: readonly Diagnostic[]) => boolean;
  readonly forget: (uri: string) => void;
}

/** @param session a prefix of the ids, so that a client that outlives a server is not misled by an id of the old one */
export const createResultIds = (session: string): ResultIds => {
  const newest = new Map<
    string,
    { readonly id: string; readonly version: number | null; readonly content: string }
  >();
  let count = 0;
  return {
    idOf: (uri, version, items) => {
      const content = JSON.stringify(items);
      const known = newest.get(uri);
      if (known?.content === content && known.version === version) return known.id;
      count += 1;
      const id = `${session}-${count}`;
      newest.set(uri, { id, version, content });
      return id;
    },
    haveChanged: (uri, items) => {
      const known = newest.get(uri);
      return known !== undefined && known.content !== JSON.stringify(items);
    },
    forget: (uri) => newest.delete(uri),
  };
};
