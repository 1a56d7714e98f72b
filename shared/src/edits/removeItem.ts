import type { Span } from '../span.ts';
import type { Edit } from './edit.ts';

/** How far around an item its comma, and the ends of its line, are looked for. */
const MAX_CONTEXT = 200;

/**
 * An edit that removes an item of a list, the comma after it, or else the one before it, and its line where it is alone on
 * that.
 */
export function removeItem(text: string, { start, end }: Span): Edit {
  const before = text.slice(Math.max(0, start - MAX_CONTEXT), start);
  const after = text.slice(end, end + MAX_CONTEXT);
  const comma = /^[ \t]*,/.exec(after)?.[0];
  if (comma === undefined) {
    const previous = /,\s*$/.exec(before)?.[0] ?? '';
    return { start: start - previous.length, end, newText: '' };
  }
  const indent = /\n([ \t]*)$/.exec(before)?.[1];
  const rest = /^[ \t]*(\n)?/.exec(after.slice(comma.length));
  const isLine = indent !== undefined && rest?.[1] !== undefined;
  const tail = comma.length + (isLine || rest?.[1] === undefined ? (rest?.[0].length ?? 0) : 0);
  return { start: isLine ? start - indent.length : start, end: end + tail, newText: '' };
}
