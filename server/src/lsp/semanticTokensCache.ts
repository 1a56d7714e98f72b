/** The semantic tokens that each document had last, so that the next answer can be what has changed. */

export interface SemanticTokensCache {
  /** Keeps the tokens in place of those before. Gives the id that the client may name them by. */
  readonly store: (uri: string, data: readonly number[]) => string;
  /** The tokens of this id; undefined where others have taken their place, or there never were any. */
  readonly get: (uri: string, id: string) => readonly number[] | undefined;
  /** Forgets those of a document that was closed. */
  readonly delete: (uri: string) => void;
}

/** `session` begins the ids, so that a client that outlives a server is not misled by an id of the old one. */
export const createSemanticTokensCache = (session: string): SemanticTokensCache => {
  const newest = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let count = 0;
  return {
    store: (uri, data) => {
      count += 1;
      const id = `${session}-${count}`;
      newest.set(uri, { id, data });
      return id;
    },
    get: (uri, id) => {
      const known = newest.get(uri);
      return known?.id === id ? known.data : undefined;
    },
    delete: (uri) => newest.delete(uri),
  };
};
