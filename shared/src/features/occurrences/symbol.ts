/** Symbols: what places in files are about, so that all places about the same symbol can be found. */
import type { Span } from '../../span.ts';
import {
  type Fact,
  type FactKind,
  type OfferedKind,
  type Subject,
  sameSubject,
} from '../../workspace/facts.ts';

export type GuestSymbolKind =
  /** An option, by its name. */
  | 'option'
  /** A disk of the guest, by its place among those that xl takes. */
  | 'disk'
  /** A controller, by its place in `usbctrl`, which is its number. */
  | 'usbController'
  /** An interface, by its place in `vif`. */
  | 'interface'
  /** What several files can have in common. `name` is a guest, also where it is named as a backend. */
  | Exclude<FactKind, 'backend' | OfferedKind>;

export interface GuestSymbol extends Subject {
  readonly kind: GuestSymbolKind;
}

/** A place in a file that is about a symbol. Offsets: UTF-16 code units into the file. */
export interface Occurrence extends Span {
  readonly symbol: GuestSymbol;
  /**
   * - definition: where the symbol is defined or gets its name.
   * - use: where it is named.
   * - hint: a reference that does not name it: `boot="c"`.
   */
  readonly role: 'definition' | 'use' | 'hint';
  /** The name as written, where it differs from the symbol's key. */
  readonly name?: string;
  /** Only found from other occurrences: a cursor in it is on something smaller. */
  readonly onlyTarget?: true;
  /** Of a definition: everything that describes the symbol, the place itself included. Absent: the place. */
  readonly whole?: Span;
}

/** Whether two are the same, or parts of it that overlap. */
export const sameSymbol = (a: GuestSymbol, b: GuestSymbol): boolean => a.kind === b.kind && sameSubject(a, b);

/** The symbol that a fact is about; undefined for what is only offered in other files. */
export function symbolOf({ kind, key, part }: Fact): GuestSymbol | undefined {
  switch (kind) {
    case 'driverDomain':
    case 'bridge':
    case 'path':
      return undefined;
    default:
      return { kind: kind === 'backend' ? 'name' : kind, key, ...(part === undefined ? {} : { part }) };
  }
}

/** Whether a fact is about the symbol, or about a part of it that overlaps. */
export function isAbout(fact: Fact, symbol: GuestSymbol): boolean {
  const own = symbolOf(fact);
  return own !== undefined && sameSymbol(own, symbol);
}
