/** Where a refactoring is asked for. */

import type { XlDocument } from '../../document/document.ts';
import { type Span, span } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import type { RefactorPlace, RefactorTools, WholeSetting } from './refactoring.ts';

/** True where a setting has a value, and there is no syntax error from its name to the end of its value. */
export const isWhole = ({ file }: XlDocument, setting: Setting): setting is WholeSetting =>
  setting.value !== undefined &&
  !file.errors.some(({ start, end }) => start < setting.end && setting.start < end);

/** The place of a selection; undefined where it touches no setting, several, or one that does not parse. */
export function placeOf(doc: XlDocument, selected: Span, tools: RefactorTools): RefactorPlace | undefined {
  const selection = withoutBlanks(doc.file.text, selected);
  const [setting, another] = doc.file.settings.filter(
    ({ start, end }) => start <= selection.end && selection.start <= end,
  );
  if (!setting || another || !isWhole(doc, setting)) return undefined;
  return { ...tools, doc, setting, selection };
}

/** Whoever selects whole lines has the line's end and the indentation in the selection. A cursor stays where it is. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const blanks = selected.length - selected.trimStart().length;
  return span(start + blanks, Math.max(start + blanks, start + selected.trimEnd().length));
}

/** True where both have a place in common; their ends count. */
export const overlap = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
