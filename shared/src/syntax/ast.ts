/**
 * The positioned tree of a configuration file. All offsets are UTF-16 code units into the file's text.
 * A file with errors has a tree too: what was understood is there, what was not is in `errors`.
 */
import type { Span } from '../span.ts';
import type { ParseError } from './errors.ts';
import type { StringContent } from './stringContent.ts';

export interface ConfigFile extends Span {
  readonly kind: 'file';
  readonly text: string;
  /** In the order of the text; a half-typed setting has no operator or no value. */
  readonly settings: readonly Setting[];
  readonly comments: readonly Comment[];
  /** In the order of the text. Empty if and only if xl's parser takes the file. */
  readonly errors: readonly ParseError[];
}

/** `name = value` or `name += value`. */
export interface Setting extends Span {
  readonly kind: 'setting';
  readonly name: Name;
  readonly operator?: Operator;
  readonly value?: Value;
}

export interface Name extends Span {
  readonly kind: 'name';
  readonly text: string;
}

export interface Operator extends Span {
  readonly kind: 'operator';
  readonly text: '=' | '+=';
}

export type Value = StringLiteral | NumberLiteral | List | Invalid;

/** A quoted string, quotes included in the span. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly quote: '"' | "'";
  /** False where the closing quote is missing; the span then ends with the line's text. */
  readonly closed: boolean;
  /** What xl reads, with the way back to the source. */
  readonly content: StringContent;
}

/** A bare number as written. xl keeps it as text and converts it where a number is asked for. */
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly text: string;
}

/** A value that xl reads as one text. */
export type Atom = StringLiteral | NumberLiteral;

export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Offsets of the commas between (and after) the items. */
  readonly commas: readonly number[];
  /** False where the closing bracket is missing. */
  readonly closed: boolean;
}

/** Text where a value should be: a bare word, Python, a negative number. Always accompanied by an error. */
export interface Invalid extends Span {
  readonly kind: 'invalid';
  readonly text: string;
}

/** From `#` up to, not including, the line feed. */
export interface Comment extends Span {
  readonly kind: 'comment';
  readonly text: string;
}

export type Node = ConfigFile | Setting | Name | Operator | Value | Comment;
