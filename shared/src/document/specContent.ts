/** What the pieces of specs name: domains, bridges, files of the host. */
import type { Piece } from '../languages/pieces.ts';
import type { TextContent } from '../schema/types.ts';
import { decodedOffset } from '../syntax/index.ts';
import type { SpecString } from './specStrings.ts';

/** What the piece names by the schema; undefined for keys and flags, and where it names nothing but itself. */
export function contentOf(string: SpecString, { kind, parameter }: Piece): TextContent | undefined {
  if (parameter === undefined || (kind !== 'value' && kind !== 'word')) return undefined;
  const schema = string.language.parameters.find(({ name }) => name === parameter);
  return schema?.content;
}

/** The pieces that an offset of the file touches, in the order of the text: two where it lies between them. */
export function piecesAt({ node, pieces }: SpecString, offset: number): readonly Piece[] {
  const { content } = node;
  if (offset < content.start || offset > content.end) return [];
  const at = decodedOffset(content, offset);
  return pieces.filter(({ start, end }) => start <= at && at <= end);
}
