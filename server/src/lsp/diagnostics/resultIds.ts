/** Result ids of pulled diagnostics, by which a client learns that nothing has changed. */
import type { Diagnostic } from 'vscode-languageserver';

export interface ResultIds {
  /**
   * The previous id if neither the diagnostics nor the document's version have changed, else a new one. A new version
   * gets a new id even with equal diagnostics: editors move their diagnostics along with the text while the user types,
   * and drop those in replaced text.
   *
   * @param version null for a file that isn't open
   */
  readonly idOf: (uri: string, version: number | null, items: readonly Diagnostic[]) => string;
  /** Whether the diagnostics differ from the last ones. False for a file whose diagnostics were never pulled. */
  readonly haveChanged: (uri: string, items: readonly Diagnostic[]) => boolean;
  readonly forget: (uri: string) => void;
}

/** @param prefix of the ids, unique to this server process: a client may outlive the server and send an old id */
export const createResultIds = (prefix: string): ResultIds => {
  const latest = new Map<
    string,
    { readonly id: string; readonly version: number | null; readonly content: string }
  >();
  let count = 0;
  return {
    idOf: (uri, version, items) => {
      const content = JSON.stringify(items);
      const known = latest.get(uri);
      if (known?.content === content && known.version === version) return known.id;
      count += 1;
      const id = `${prefix}-${count}`;
      latest.set(uri, { id, version, content });
      return id;
    },
    haveChanged: (uri, items) => {
      const known = latest.get(uri);
      return known !== undefined && known.content !== JSON.stringify(items);
    },
    forget: (uri) => latest.delete(uri),
  };
};
