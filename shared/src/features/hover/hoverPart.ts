/** What one place of a document contributes to a hover. */
import type { Hover } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { rangeOf } from '../../document/positions.ts';
import type { Section } from '../../prose/reference.ts';
import type { Span } from '../../span.ts';

/** What is said of a place. Offsets: UTF-16 code units into the file. */
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

export const hoverOf = (doc: XlDocument, place: Span, markdown: string): Hover => ({
  contents: { kind: 'markdown', value: markdown },
  range: rangeOf(doc, place),
});

/** Hovers are for the character under the mouse, so that the end does not belong to the thing. */
export const contains = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;
