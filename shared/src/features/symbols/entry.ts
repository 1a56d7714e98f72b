import type { SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../../span.ts';
import { printable, shorten } from '../../text/printable.ts';

/** What a list of symbols shows of an item. Offsets: UTF-16 code units into the file. */
export interface Entry {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** The whole item. */
  readonly node: Span;
  /** The part of it that the name is from. Absent: the whole. */
  readonly named?: Span;
}

/** In UTF-16 code units. */
const LONGEST = 60;

/** Text of the file on one line, cut where it is long. */
export const label = (text: string): string => printable(shorten(text.trim(), LONGEST));

/** The same for a place that must not be empty. */
export const nameOf = (text: string, otherwise: string): string => label(text) || otherwise;
