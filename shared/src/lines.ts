/** Lines of a text, which end with line feeds. Offsets are UTF-16 code units. */

/** The start of the line that the offset is in. */
export const lineStartAt = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The line feed that ends the line that the offset is in, or the end of the text. */
export function lineEndAt(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed;
}
