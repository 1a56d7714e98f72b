/** What a place in a file is about, so that all places about one thing can be found. */
import type { Span } from '../../span.ts';
import { type Fact, type FactKind, type Subject, sameSubject } from '../../workspace/facts.ts';

export type GuestSymbolKind =
  /** An option, by its name. */
  | 'option'
  /** A disk of the guest, by its place among those that xl takes. */
  | 'disk'
  /** A controller, by its place in `usbctrl`, which is its number. */
  | 'usbController'
  /** An interface, by its place in `vif`. */
  | 'interface'
  /** What several files can be about. `name` is a guest, also where it is named as a backend. */
  | Exclude<FactKind, 'backend'>;

export interface GuestSymbol extends Subject {
  readonly kind: GuestSymbolKind;
}

/** A place in a file that is about a thing. Offsets: UTF-16 code units into the file. */
export interface Occurrence extends Span {
  readonly symbol: GuestSymbol;
  /**
   * - definition: where the thing is made, or gets its name.
   * - use: where it is named.
   * - hint: a way to the thing that does not name it: `boot="c"`.
   */
  readonly role: 'definition' | 'use' | 'hint';
  /** The name that stands there, where that is not the key of the thing. */
  readonly name?: string;
  /** Found from other places only: a cursor within it is about something smaller. */
  readonly onlyTarget?: true;
  /** Of a definition: all that describes the thing, the place itself included. Absent: the place. */
  readonly whole?: Span;
}

/** Whether two are the same, or parts of it that overlap. */
export const sameSymbol = (a: GuestSymbol, b: GuestSymbol): boolean => a.kind === b.kind && sameSubject(a, b);

/** What a fact is about. */
export const symbolOf = ({ kind, key, part }: Fact): GuestSymbol => ({
  kind: kind === 'backend' ? 'name' : kind,
  key,
  ...(part === undefined ? {} : { part }),
});
