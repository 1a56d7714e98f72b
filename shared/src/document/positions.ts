/** From offsets to what the editor wants. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../span.ts';
import { type StringLiteral, sourceSpan } from '../syntax/index.ts';

/** The range of a span of the document's text. */
export const rangeOf = ({ text }: { readonly text: TextDocument }, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The span in the file of a part of a string's decoded text. */
export const spanInFile = (node: StringLiteral, { start, end }: Span): Span =>
  sourceSpan(node.content, start, end);
