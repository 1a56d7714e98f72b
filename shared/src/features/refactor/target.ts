/** The setting that a refactoring is requested for. */

import type { XlDocument } from '../../document/document.ts';
import { type Span, span } from '../../span.ts';
import type { Setting } from '../../syntax/index.ts';
import type { CompleteSetting, RefactorTarget, RefactorTools } from './refactoring.ts';

/** True where a setting has a value, and there is no syntax error from its name to the end of its value. */
export const isComplete = ({ file }: XlDocument, setting: Setting): setting is CompleteSetting =>
  setting.value !== undefined &&
  !file.errors.some(({ start, end }) => start < setting.end && setting.start < end);

/** The setting of a selection; undefined where it touches none, several, or one that does not parse. */
export function targetOf(doc: XlDocument, selected: Span, tools: RefactorTools): RefactorTarget | undefined {
  const selection = withoutBlanks(doc.file.text, selected);
  const [setting, another] = doc.file.settings.filter(
    ({ start, end }) => start <= selection.end && selection.start <= end,
  );
  if (!setting || another || !isComplete(doc, setting)) return undefined;
  return { ...tools, doc, setting, selection };
}

/** A selection of whole lines includes line endings and indentation. A cursor stays where it is. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const blanks = selected.length - selected.trimStart().length;
  return span(start + blanks, Math.max(start + blanks, start + selected.trimEnd().length));
}

/** Whether the spans overlap or touch. */
export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
