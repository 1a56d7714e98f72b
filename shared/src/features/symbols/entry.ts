import type { SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../../span.ts';

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
