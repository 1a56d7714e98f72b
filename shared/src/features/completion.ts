/** Completion: what can be written at the cursor. */

import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { contextAt, type InString } from './completion/context.ts';
import { guestTemplateItems } from './completion/guestTemplates.ts';
import { readItemData } from './completion/items.ts';
import { optionNameItems } from './completion/optionNames.ts';
import { valueInStringItems, valueItems } from './completion/optionValues.ts';
import { documentationOf } from './completion/resolve.ts';
import { stringItems } from './completion/stringItems.ts';
import { wholeStringItems } from './completion/wholeStrings.ts';

/**
 * The items for a position: whole guests where there is nothing yet, names of options, their values, and the parts of
 * strings that have a language of their own. Each brings its own edit, in snippet syntax where `insertTextFormat` says
 * so, and no documentation before it is resolved. Nothing in comments and where the text is no setting.
 */
export function completion(doc: XlDocument, position: Position): CompletionItem[] {
  const offset = doc.text.offsetAt(position);
  const context = contextAt(doc.file, offset);
  switch (context?.kind) {
    case undefined:
      return [];
    case 'name':
      return [...guestTemplateItems(doc, context), ...optionNameItems(doc, context)];
    case 'value':
      return withoutRepeats([...valueItems(doc, context), ...wholeStringItems(doc, context)]);
    case 'string':
      return inStringItems(doc, context, offset);
  }
}

/** What the language of the string reads there, or else the words that the option has for all of it. */
function inStringItems(doc: XlDocument, context: InString, offset: number): CompletionItem[] {
  const items = stringItems(doc, context, offset);
  return items.length > 0 ? items : valueInStringItems(doc, context, offset);
}

/** A value may be a word of the option, and an example of the language of its strings. */
function withoutRepeats(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** The item with its documentation, found by its `data`; an item that is not ours comes back as it is. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data = readItemData(item.data);
  const value = data === null ? undefined : documentationOf(data);
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}
