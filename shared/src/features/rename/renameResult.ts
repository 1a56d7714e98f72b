/** The result of a rename, and how a name replaces another one. */
import type { XlDocument } from '../../document/document.ts';
import type { Edit } from '../../edits/edit.ts';
import type { Span } from '../../span.ts';
import { encodeString } from '../../syntax/index.ts';
import { settingAt, valuesAt } from '../../syntax/query.ts';

export type RenameResult =
  /** Files without edits are left out. */
  | { readonly kind: 'renamed'; readonly files: readonly FileEdits[] }
  /** One or two sentences for the user. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface FileEdits {
  readonly doc: XlDocument;
  readonly edits: readonly Edit[];
}

export const refuse = (reason: string): RenameResult => ({ kind: 'refused', reason });

/**
 * Writes `text` over a place that is in one string, or is a bare number, which becomes a string. Null where the place
 * is neither, such as a name that `+=` put together, and where the text cannot be written in a string.
 */
export function replaceText(doc: XlDocument, place: Span, text: string): Edit | null {
  const node = valuesAt(settingAt(doc.file, place.start)?.value, place.start).at(-1);
  const { start, end } = place;
  if (node?.kind === 'number' && node.start === start && node.end === end) {
    const newText = encodeString(text, '"');
    return newText === null ? null : { start, end, newText: `"${newText}"` };
  }
  if (node?.kind !== 'string' || start < node.content.start || end > node.content.end) return null;
  const newText = encodeString(text, node.quote);
  return newText === null ? null : { start, end, newText };
}
