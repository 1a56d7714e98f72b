/** The semantic tokens that were last sent for each document, from which delta responses are computed. */

export interface SemanticTokensCache {
  /** Replaces the tokens of a document. Returns the result id for the client. */
  readonly store: (uri: string, data: readonly number[]) => string;
  /** The tokens with this result id; undefined if they were replaced or never existed. */
  readonly get: (uri: string, resultId: string) => readonly number[] | undefined;
  readonly delete: (uri: string) => void;
}

/** @param prefix of the result ids, unique to this server process: a client may outlive the server and send an old id */
export const createSemanticTokensCache = (prefix: string): SemanticTokensCache => {
  const latest = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  let count = 0;
  return {
    store: (uri, data) => {
      count += 1;
      const resultId = `${prefix}-${count}`;
      latest.set(uri, { resultId, data });
      return resultId;
    },
    get: (uri, resultId) => {
      const known = latest.get(uri);
      return known?.resultId === resultId ? known.data : undefined;
    },
    delete: (uri) => latest.delete(uri),
  };
};
