/** Whole guests, where the file has nothing yet. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { newGuests } from '../templates.ts';
import type { Context } from './context.ts';
import { itemOf, ordinal } from './items.ts';

/** Sorts before all options, whose order begins with their `use`. */
const FIRST = 0;

/** The templates, in a guest's file that sets nothing but, at most, what is being typed. */
export function templateItems(
  doc: XlDocument,
  { setting, hasOperator, replaced }: Extract<Context, { kind: 'name' }>,
): CompletionItem[] {
  const isEmpty = doc.file.settings.every((one) => one === setting);
  if (doc.kind.name !== 'guest' || hasOperator || !isEmpty) return [];
  return newGuests(doc.settings.xenVersion, doc.text.uri).map(({ id, title, snippet }, index) =>
    itemOf(doc, replaced, {
      label: title,
      // An editor may put what it takes for a snippet behind all else, where nobody finds it.
      kind: CompletionItemKind.File,
      detail: 'template',
      text: snippet,
      snippet: true,
      order: `${FIRST}${ordinal(index)}`,
      filter: title.toLowerCase(),
      data: { kind: 'template', id },
    }),
  );
}
