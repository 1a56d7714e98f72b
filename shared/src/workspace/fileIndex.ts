/** The facts of many files, found by what they are about. */
import { partitionPoint } from '../binarySearch.ts';
import { commonEnds } from '../commonEnds.ts';
import { createWordIndex, type WordIndex } from '../text/wordIndex.ts';
import {
  type Fact,
  type FactKind,
  type FileFacts,
  factsAbout,
  guestNameOf,
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

/** The files that have facts with one key. */
interface Bucket {
  /** By URI: how many facts. */
  readonly counts: Map<string, number>;
  /** Once they have been asked for. */
  list: FileList | undefined;
}

interface FileList {
  /** In order, as they were when they were asked for. */
  readonly uris: readonly string[];
  /** Those that came or went since. */
  readonly changed: string[];
}

/** After so many changes a list is made anew: while a folder is read, it would be copied for each of its files. */
const FEW_CHANGES = 16;

interface KindBuckets {
  readonly byKey: Map<string, Bucket>;
  /** The keys, once the nearest of them has been asked for. */
  words: WordIndex | undefined;
}

type Buckets = Map<FactKind, KindBuckets>;

const NOWHERE: readonly string[] = [];

const bucketOf = (buckets: Buckets, { kind, key }: Pick<Fact, 'kind' | 'key'>): Bucket | undefined =>
  buckets.get(kind)?.byKey.get(key);

const noteChange = (bucket: Bucket, uri: string): void => {
  bucket.list?.changed.push(uri);
  if (bucket.list && bucket.list.changed.length > FEW_CHANGES) bucket.list = undefined;
};

const add = (buckets: Buckets, uri: string, fact: Fact): void => {
  const ofKind = buckets.get(fact.kind) ?? { byKey: new Map<string, Bucket>(), words: undefined };
  buckets.set(fact.kind, ofKind);
  let bucket = ofKind.byKey.get(fact.key);
  if (!bucket) {
    bucket = { counts: new Map<string, number>(), list: undefined };
    ofKind.byKey.set(fact.key, bucket);
    ofKind.words?.add(fact.key);
  }
  const count = bucket.counts.get(uri) ?? 0;
  bucket.counts.set(uri, count + 1);
  if (count === 0) noteChange(bucket, uri);
};

const remove = (buckets: Buckets, uri: string, fact: Fact): void => {
  const bucket = bucketOf(buckets, fact);
  if (!bucket) return;
  const count = (bucket.counts.get(uri) ?? 0) - 1;
  if (count > 0) {
    bucket.counts.set(uri, count);
    return;
  }
  bucket.counts.delete(uri);
  noteChange(bucket, uri);
  if (bucket.counts.size > 0) return;
  const ofKind = buckets.get(fact.kind);
  ofKind?.byKey.delete(fact.key);
  ofKind?.words?.delete(fact.key);
};

/** The list with the URI, or without it. */
const changedList = (uris: readonly string[], uri: string, isIn: boolean): readonly string[] => {
  const at = partitionPoint(uris, (one) => one < uri);
  const rest = uris.slice(uris[at] === uri ? at + 1 : at);
  return uris.slice(0, at).concat(isIn ? uri : [], rest);
};

const urisOf = (bucket: Bucket | undefined): readonly string[] => {
  if (!bucket) return NOWHERE;
  const { counts, list } = bucket;
  if (list?.changed.length === 0) return list.uris;
  const uris = list
    ? list.changed.reduce((now, uri) => changedList(now, uri, counts.has(uri)), list.uris)
    : [...counts.keys()].sort();
  bucket.list = { uris, changed: [] };
  return uris;
};

/** An index without files. */
export function createIndex(): FileIndex {
  const files = new Map<string, FileFacts>();
  const all: Buckets = new Map();
  const writing: Buckets = new Map();
  /** By kind: how many keys several files have. */
  const sharedKeys = new Map<FactKind, number>();

  const changeAll = (by: typeof add, uri: string, fact: Fact): void => {
    const isShared = (): boolean => (bucketOf(all, fact)?.counts.size ?? 0) > 1;
    const before = isShared();
    by(all, uri, fact);
    const after = isShared();
    if (after !== before) sharedKeys.set(fact.kind, (sharedKeys.get(fact.kind) ?? 0) + (after ? 1 : -1));
  };

  const replace = (uri: string, before: readonly Fact[], after: readonly Fact[]): void => {
    const { start, end } = commonEnds(before, after, areFoundAlike);
    for (const fact of before.slice(start, before.length - end)) {
      changeAll(remove, uri, fact);
      if (fact.writable) remove(writing, uri, fact);
    }
    for (const fact of after.slice(start, after.length - end)) {
      changeAll(add, uri, fact);
      if (fact.writable) add(writing, uri, fact);
    }
  };

  const noteChanges = (uri: string, facts: readonly Fact[]): void => {
    for (const fact of facts) {
      for (const bucket of [bucketOf(all, fact), bucketOf(writing, fact)])
        if (bucket) noteChange(bucket, uri);
    }
  };

  return {
    files: () => files.values(),
    file: (uri) => files.get(uri),
    find: (kind, key) =>
      urisOf(bucketOf(all, { kind, key })).flatMap((uri) => factsAbout(files.get(uri), { kind, key })),
    filesWith: (kind, key, { onlyWriters = false } = {}) =>
      urisOf(bucketOf(onlyWriters ? writing : all, { kind, key })),
    keys: function* (kind) {
      for (const [key, { counts }] of all.get(kind)?.byKey ?? []) yield [key, counts.size];
    },
    nearestKey: (kind, key, eligible) => {
      const ofKind = all.get(kind);
      if (!ofKind) return null;
      ofKind.words ??= createWordIndex(ofKind.byKey.keys());
      return ofKind.words.nearest(key, eligible);
    },
    sharesAny: (kind) => (sharedKeys.get(kind) ?? 0) > 0,
    isShared: (kind, key, uri) => {
      const counts = bucketOf(all, { kind, key })?.counts;
      return counts !== undefined && counts.size > (counts.has(uri) ? 1 : 0);
    },
    set: (file) => {
      const before = files.get(file.uri);
      replace(file.uri, before?.facts ?? [], file.facts);
      files.set(file.uri, file);
      if (guestNameOf(before) !== guestNameOf(file)) noteChanges(file.uri, file.facts);
    },
    delete: (uri) => {
      replace(uri, files.get(uri)?.facts ?? [], []);
      files.delete(uri);
    },
  };
}

const areFoundAlike = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.kind === b?.kind && a?.key === b?.key && a?.writable === b?.writable;
