/**
 * What one file says that other files may say too, or refer to. Small, so that the facts of thousands of files can be
 * kept where their texts and trees cannot.
 */

import type { Range } from 'vscode-languageserver-types';
import type { Silence } from '../directives/silence.ts';
import type { FactContent, FactKind } from '../languages/facts.ts';
import { memoizeByObject } from '../memoize.ts';
import type { Guest } from '../model/guest.ts';
import type { GuestSpecs } from '../model/guestSpecs.ts';
import type { OptionValues } from '../model/optionValues.ts';
import type { Span } from '../span.ts';

export type { FactKind, OfferedKind } from '../languages/facts.ts';

/** What a file says, and where in it: `start` and `end` are UTF-16 code units. */
export type Fact = FactContent & Span;

/** The facts of one file. Only what counts for xl: nothing of overridden settings and dropped devices. */
export interface FileFacts {
  readonly uri: string;
  /** In the order of the text. */
  readonly facts: readonly Fact[];
  /**
   * The range of one of its facts. Computed on demand, because few facts of a file are shared with another.
   */
  readonly rangeOf: (fact: Fact) => Range;
  /** Where comments silence which rules. Absent: nowhere. */
  readonly silences?: readonly Silence[];
}

/** A fact, and the file that has it. */
export interface PlacedFact {
  readonly uri: string;
  readonly file: FileFacts;
  readonly fact: Fact;
}

/** All files that are known, open or not. Only files that describe a guest. */
export interface Workspace {
  /** In no order that means anything. */
  readonly files: () => Iterable<FileFacts>;
  readonly file: (uri: string) => FileFacts | undefined;
  /** The facts with this key, in the order of the URIs, then of the texts. */
  readonly find: (kind: FactKind, key: string) => readonly PlacedFact[];
  /**
   * The URIs of the files that have facts with this key, in order; those with a fact that is `writable`, with
   * `onlyWriters`. The same list as long as these files and the names of their guests are the same, wherever in them the
   * facts are.
   */
  readonly filesWith: (
    kind: FactKind,
    key: string,
    options?: { readonly onlyWriters?: boolean },
  ) => readonly string[];
  /** The keys that facts of this kind have, each with the number of files that have it. In no order that means anything. */
  readonly keys: (kind: FactKind) => Iterable<readonly [key: string, files: number]>;
  /** Whether two files have facts of this kind with the same key. Takes constant time. */
  readonly sharesAny: (kind: FactKind) => boolean;
  /**
   * The key of this kind that a misspelt one most likely means, or null; those that are not `eligible` do not count. The
   * time depends on the keys that have nearly the same letters, not on all.
   */
  readonly nearestKey: (kind: FactKind, key: string, eligible: (other: string) => boolean) => string | null;
  /** Whether a file other than `uri` has facts with this key. Takes constant time. */
  readonly isShared: (kind: FactKind, key: string, uri: string) => boolean;
}

const factsByKind = memoizeByObject(
  ({ facts }: FileFacts): ReadonlyMap<FactKind, readonly Fact[]> => groupBy(facts, (fact) => fact.kind),
);

const NO_FACTS: readonly Fact[] = [];

/** The facts of a kind, in the order of the text: the same list each time. */
export const factsOfKind = (file: FileFacts, kind: FactKind): readonly Fact[] =>
  factsByKind(file).get(kind) ?? NO_FACTS;

const nameFactOf = memoizeByObject(
  ({ facts }: FileFacts) => facts.find(({ kind }) => kind === 'name') ?? null,
);

/** The name of the guest that a file describes. */
export const guestNameOf = (file: FileFacts | undefined): string | undefined => file && nameFactOf(file)?.key;

/** Facts by something about them, each group in the order of the text. */
export function groupBy<K>(facts: readonly Fact[], keyOf: (fact: Fact) => K): Map<K, Fact[]> {
  const groups = new Map<K, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}

/** The facts of one kind by key, which most files are never asked for. */
const factsByKey = memoizeByObject(
  (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => groupBy(facts, (fact) => fact.key),
);

/** The facts of a kind with a key, in the order of the text. */
export const factsAbout = (
  file: FileFacts | undefined,
  { kind, key }: Pick<Fact, 'kind' | 'key'>,
): readonly PlacedFact[] =>
  file === undefined
    ? []
    : (factsByKey(factsOfKind(file, kind)).get(key) ?? NO_FACTS).map((fact) => ({
        uri: file.uri,
        file,
        fact,
      }));

/** What a fact of some kind is about. */
export type Subject = Pick<Fact, 'key' | 'part'>;

/** Whether two facts of one kind are about the same item, or about parts of it that overlap. */
export const sameSubject = (a: Subject, b: Subject): boolean =>
  a.key === b.key && (a.part === undefined || b.part === undefined || a.part === b.part);

/** A fact at a span. Written out: a spread takes ten times as long, which matters in files of thousands of strings. */
export function factAt({ start, end }: Span, content: FactContent): Fact {
  const { kind, key, text, option, part, writable, fixed } = content;
  const fact: { -readonly [Name in keyof Fact]: Fact[Name] } = { start, end, kind, key, text, option };
  if (part !== undefined) fact.part = part;
  if (writable !== undefined) fact.writable = writable;
  if (fixed !== undefined) fact.fixed = fixed;
  return fact;
}

export interface FactSource {
  readonly guest: Guest;
  readonly specs: GuestSpecs;
  /** What xl gets when it asks for an option. */
  readonly values: OptionValues;
}

export type FactReader = (source: FactSource) => Iterable<Fact>;
