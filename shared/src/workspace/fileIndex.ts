/** The facts of many files, found by what they are about. */
import { commonEnds } from '../commonEnds.ts';
import { memoizeByObject } from '../memoize.ts';
import {
  type Fact,
  type FactKind,
  type FileFacts,
  factsOfKind,
  groupBy,
  type PlacedFact,
  type Workspace,
} from './facts.ts';

export interface FileIndex extends Workspace {
  /**
   * Adds a file, or replaces what is known of it. The time depends on the facts of this file alone, however many others
   * there are and whatever was asked about them; most of it on those whose keys change, which are few after a keystroke.
   */
  readonly set: (file: FileFacts) => void;
  readonly delete: (uri: string) => void;
}

/** The files that have facts with one key, and these facts once they have been asked for. */
interface Bucket {
  /** By URI: how many facts. */
  readonly counts: Map<string, number>;
  sorted: readonly PlacedFact[] | undefined;
}

const NOTHING: readonly PlacedFact[] = [];

/** An index without files. */
export function createIndex(): FileIndex {
  const files = new Map<string, FileFacts>();
  const kinds = new Map<FactKind, Map<string, Bucket>>();
  const bucketOf = ({ kind, key }: Pick<Fact, 'kind' | 'key'>): Bucket | undefined =>
    kinds.get(kind)?.get(key);

  const add = (uri: string, { kind, key }: Fact): void => {
    const buckets = kinds.get(kind) ?? new Map<string, Bucket>();
    kinds.set(kind, buckets);
    const bucket = buckets.get(key) ?? { counts: new Map<string, number>(), sorted: undefined };
    buckets.set(key, bucket);
    bucket.counts.set(uri, (bucket.counts.get(uri) ?? 0) + 1);
    bucket.sorted = undefined;
  };

  const remove = (uri: string, fact: Fact): void => {
    const bucket = bucketOf(fact);
    if (!bucket) return;
    const count = (bucket.counts.get(uri) ?? 0) - 1;
    if (count > 0) bucket.counts.set(uri, count);
    else bucket.counts.delete(uri);
    bucket.sorted = undefined;
    if (bucket.counts.size > 0) return;
    kinds.get(fact.kind)?.delete(fact.key);
  };

  const replace = (uri: string, before: readonly Fact[], after: readonly Fact[]): void => {
    const { start, end } = commonEnds(before, after, haveSameSubject);
    for (const fact of before.slice(start, before.length - end)) remove(uri, fact);
    for (const fact of after.slice(start, after.length - end)) add(uri, fact);
    // The other facts have the same keys, at other places.
    for (const fact of [...after.slice(0, start), ...after.slice(after.length - end)]) {
      const bucket = bucketOf(fact);
      if (bucket) bucket.sorted = undefined;
    }
  };

  return {
    files: () => files.values(),
    file: (uri) => files.get(uri),
    find: (kind, key) => {
      const bucket = bucketOf({ kind, key });
      if (!bucket) return NOTHING;
      bucket.sorted ??= [...bucket.counts.keys()].sort().flatMap((uri) => {
        const file = files.get(uri);
        return file ? factsAbout(file, kind, key).map((fact) => ({ uri, file, fact })) : [];
      });
      return bucket.sorted;
    },
    keys: function* (kind) {
      for (const [key, { counts }] of kinds.get(kind) ?? []) yield [key, counts.size];
    },
    isShared: (kind, key, uri) => {
      const counts = bucketOf({ kind, key })?.counts;
      return counts !== undefined && counts.size > (counts.has(uri) ? 1 : 0);
    },
    set: (file) => {
      replace(file.uri, files.get(file.uri)?.facts ?? [], file.facts);
      files.set(file.uri, file);
    },
    delete: (uri) => {
      replace(uri, files.get(uri)?.facts ?? [], []);
      files.delete(uri);
    },
  };
}

const haveSameSubject = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.kind === b?.kind && a?.key === b?.key;

/** The facts of one kind by key, which most files are never asked for. */
const factsByKey = memoizeByObject(
  (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => groupBy(facts, (fact) => fact.key),
);

const factsAbout = (file: FileFacts, kind: FactKind, key: string): readonly Fact[] =>
  factsByKey(factsOfKind(file, kind)).get(key) ?? [];
