/** Completion: what can be written at the cursor. */

import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { type CursorContext, contextAt } from './completion/context.ts';
import { directiveItems } from './completion/directives.ts';
import { guestTemplateItems } from './completion/guestTemplates.ts';
import { interfaceItems } from './completion/interfaces.ts';
import { readItemData } from './completion/items.ts';
import { knownValues } from './completion/known.ts';
import { optionNameItems } from './completion/optionNames.ts';
import { valueInStringItems, valueItems } from './completion/optionValues.ts';
import { documentationOf } from './completion/resolve.ts';
import { stringItems } from './completion/stringItems.ts';
import type { CompletionTools } from './completion/tools.ts';
import { wholeStringItems } from './completion/wholeStrings.ts';

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/**
 * The items for a position: whole guests where there is nothing yet, names of options, their values, and the parts of
 * strings that have their own language. Each brings its own edit, in snippet syntax where `insertTextFormat` says
 * so, and no documentation before it is resolved. Nothing where the text is not a setting, and nothing where what is there
 *  is one of the items: Enter is to end the line then.
 */
export function completion(doc: XlDocument, position: Position, tools: CompletionTools = {}): CompletionList {
  const offset = doc.text.offsetAt(position);
  const context = contextAt(doc.file, offset);
  if (!context || !opensFor(tools.trigger, context)) return NOTHING;
  const items = itemsFor(doc, context, offset, tools).filter((item) => !isLongerNumber(doc, item, offset));
  const there = items.filter((item) => isThere(doc, item, offset));
  // After the next character there may be nothing to add, which an editor that filters the list itself cannot know.
  const isIncomplete = context.kind !== 'name' || context.hasOperator;
  if (there.some((item) => !isFolder(item))) return { isIncomplete, items: [] };
  // In a folder there is more.
  return { isIncomplete, items: there.length > 0 ? items.filter((item) => !there.includes(item)) : items };
}

/**
 * Outside a string a list, a comma or a space is followed by a new line as often as by a value: what opens there by itself
 * would take the Enter.
 */
const opensFor = (trigger: string | undefined, { kind }: CursorContext): boolean =>
  trigger === undefined || kind === 'string' || kind === 'comment' || (kind === 'value' && trigger === '=');

function itemsFor(
  doc: XlDocument,
  context: CursorContext,
  offset: number,
  tools: CompletionTools,
): CompletionItem[] {
  const known = knownValues(doc, offset, tools);
  switch (context.kind) {
    case 'name':
      return [
        ...guestTemplateItems(doc, context, tools),
        ...optionNameItems(doc, context, known, tools),
        ...interfaceItems(doc, context, known),
      ];
    case 'comment':
      return directiveItems(doc, context, offset, tools);
    case 'value':
      return withoutRepeats([...valueItems(doc, context, known), ...wholeStringItems(doc, context, known)]);
    case 'string': {
      const items = stringItems(doc, context, offset, known, tools);
      // Else the words that the option has for all of the string.
      return items.length > 0 ? items : valueInStringItems(doc, context, offset, known, tools);
    }
  }
}

/** A value may be a word of the option, and an example of the language of its strings. */
function withoutRepeats(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** Whether the item adds digits to a number, which is complete as it is typed. */
function isLongerNumber({ text }: XlDocument, { textEdit, label }: CompletionItem, offset: number): boolean {
  if (!textEdit || !('range' in textEdit) || !/^\d+$/.test(label)) return false;
  const typed = text.getText({ start: textEdit.range.start, end: text.positionAt(offset) });
  return /^\d+$/.test(typed) && label !== typed;
}

const isFolder = ({ label }: CompletionItem): boolean => label.endsWith('/');

/** Whether the item is what stands before the cursor. */
function isThere({ text, file }: XlDocument, { textEdit }: CompletionItem, offset: number): boolean {
  if (!textEdit || !('range' in textEdit) || textEdit.newText === '') return false;
  const { range, newText } = textEdit;
  const start = offset - newText.length;
  // Most items are told apart without computing offsets.
  return (
    file.text.startsWith(newText, start) &&
    text.offsetAt(range.start) === start &&
    text.offsetAt(range.end) === offset
  );
}

/** The item with its documentation, found by its `data`; an item that is not ours comes back as it is. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data = readItemData(item.data);
  const value = data === null ? undefined : documentationOf(data);
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}
