/** From offsets to what the editor wants. */
import type { Hover, Range } from 'vscode-languageserver-types';
import type { Span } from '../../span.ts';
import { type StringLiteral, sourceSpan } from '../../syntax/index.ts';
import type { XlDocument } from '../document.ts';
import type { Section } from './reference.ts';

/** What is said of a place. Offsets: UTF-16 code units into the file. */
export interface Told extends Span {
  readonly markdown: string;
  /** Where the reference pages say more. */
  readonly section?: Section;
}

export const told = ({ start, end }: Span, markdown: string, section?: Section): Told => ({
  start,
  end,
  markdown,
  ...(section ? { section } : {}),
});

export const rangeOf = ({ text }: XlDocument, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The place in the file of a piece of a string's decoded text. */
export const placeOf = (node: StringLiteral, { start, end }: Span): Span =>
  sourceSpan(node.content, start, end);

export const hoverOf = (doc: XlDocument, place: Span, markdown: string): Hover => ({
  contents: { kind: 'markdown', value: markdown },
  range: rangeOf(doc, place),
});

/** Hovers are for the character under the mouse, so that the end does not belong to the thing. */
export const contains = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;
