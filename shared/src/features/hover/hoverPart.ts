/** The hover on a part of a document. */
import type { Hover } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { rangeOf } from '../../document/positions.ts';
import type { Section } from '../../prose/reference.ts';
import type { Span } from '../../span.ts';

/** What is shown for a span, whose offsets are UTF-16 code units into the file. */
export interface HoverPart extends Span {
  readonly markdown: string;
  /** Where the reference pages say more. */
  readonly section?: Section;
}

export const hoverPart = ({ start, end }: Span, markdown: string, section?: Section): HoverPart => ({
  start,
  end,
  markdown,
  ...(section ? { section } : {}),
});

export const hoverOf = (doc: XlDocument, where: Span, markdown: string): Hover => ({
  contents: { kind: 'markdown', value: markdown },
  range: rangeOf(doc, where),
});

/** Hovers are for the character under the mouse, so that the end does not belong to the span. */
export const contains = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;
