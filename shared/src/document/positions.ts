/** From offsets to what the editor wants. */
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../span.ts';
import { type StringLiteral, sourceSpan } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

export const rangeOf = ({ text }: XlDocument, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The place in the file of a piece of a string's decoded text. */
export const placeOf = (node: StringLiteral, { start, end }: Span): Span =>
  sourceSpan(node.content, start, end);
