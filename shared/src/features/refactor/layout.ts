/** Lines and their indentation. */

/** What stands before the items of a list with one item a line, more than before the list itself. */
export const INDENT = '  ';

/** The blanks at the beginning of the line that the offset is in. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = start;
  while (end < offset && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(start, end);
}

/** The end of the line that the offset is in, before the characters that end it. */
export function lineEndAt(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}
