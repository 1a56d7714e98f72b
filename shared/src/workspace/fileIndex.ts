/** The facts of many files, found by what they are about. */
import type { Fact, FactKind, FileFacts, PlacedFact, Workspace } from './facts.ts';

export interface FileIndex extends Workspace {
  /** Takes up a file, in place of what was known of it. Time by the number of its facts, old and new. */
  readonly set: (file: FileFacts) => void;
  readonly delete: (uri: string) => void;
}

/** The facts about one thing by file, and all in order once somebody has asked. */
interface Bucket {
  readonly byUri: Map<string, Fact[]>;
  sorted: readonly PlacedFact[] | undefined;
}

const NOTHING: readonly PlacedFact[] = [];

/** An index without files. */
export function createIndex(): FileIndex {
  const files = new Map<string, FileFacts>();
  const buckets = new Map<string, Bucket>();

  const add = (uri: string, fact: Fact): void => {
    const name = nameOf(fact.kind, fact.key);
    const bucket = buckets.get(name) ?? { byUri: new Map<string, Fact[]>(), sorted: undefined };
    buckets.set(name, bucket);
    const facts = bucket.byUri.get(uri);
    if (facts) facts.push(fact);
    else bucket.byUri.set(uri, [fact]);
    bucket.sorted = undefined;
  };

  const remove = (uri: string): void => {
    const file = files.get(uri);
    if (!file) return;
    files.delete(uri);
    for (const { kind, key } of file.facts) {
      const name = nameOf(kind, key);
      const bucket = buckets.get(name);
      if (!bucket?.byUri.delete(uri)) continue;
      if (bucket.byUri.size === 0) buckets.delete(name);
      else bucket.sorted = undefined;
    }
  };

  return {
    files: () => files.values(),
    file: (uri) => files.get(uri),
    find: (kind, key) => {
      const bucket = buckets.get(nameOf(kind, key));
      if (!bucket) return NOTHING;
      bucket.sorted ??= inOrder(bucket.byUri);
      return bucket.sorted;
    },
    set: (file) => {
      remove(file.uri);
      files.set(file.uri, file);
      for (const fact of file.facts) add(file.uri, fact);
    },
    delete: remove,
  };
}

const nameOf = (kind: FactKind, key: string): string => `${kind} ${key}`;

const inOrder = (byUri: ReadonlyMap<string, readonly Fact[]>): PlacedFact[] =>
  [...byUri.keys()].sort().flatMap((uri) => (byUri.get(uri) ?? []).map((fact) => ({ uri, fact })));
