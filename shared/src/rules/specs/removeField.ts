import type { Fix } from '../../edits/edit.ts';
import { editIn, fixWith } from '../../edits/stringEdits.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import type { Span } from '../../span.ts';

/**
 * A fix that removes the field with a part of a string, and its separator. None for the only field: an empty string is
 * something else.
 *
 * @param part in the decoded text of the string
 */
export function removeFieldFix(
  { node, spec: { text }, language: { separator } }: Pick<GuestSpec, 'node' | 'spec' | 'language'>,
  part: Span,
): readonly Fix[] {
  if (separator === '') return [];
  const { field, withSeparator } = fieldAround(text, separator, part);
  if (field.start === 0 && field.end === text.length) return [];
  return fixWith(`Remove ${text.slice(field.start, field.end).trim()}`, editIn(node, withSeparator, ''), {
    preferred: true,
  });
}

/** The field with a part of a text, and the same with the separator before it, or else with that after it. */
export function fieldAround(
  text: string,
  separator: string,
  part: Span,
): { readonly field: Span; readonly withSeparator: Span } {
  const before = part.start === 0 ? -1 : text.lastIndexOf(separator, part.start - 1);
  const after = text.indexOf(separator, part.end);
  const start = before < 0 ? 0 : before + separator.length;
  const end = after < 0 ? text.length : after;
  const withSeparator =
    before >= 0 ? { start: before, end } : { start, end: after < 0 ? end : end + separator.length };
  return { field: { start, end }, withSeparator };
}
