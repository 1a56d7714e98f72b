/** Whole guests, for an empty file. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { macGenerator } from '../refactor/generate.ts';
import { newGuests } from '../templates.ts';
import type { AtName } from './context.ts';
import { itemOf, ordinal } from './items.ts';
import type { CompletionTools } from './tools.ts';

/** Sorts before all options, whose `sortText` begins with their `use`. */
const FIRST = 0;

/** The templates, in a guest file that sets nothing except what is being typed. */
export function guestTemplateItems(
  doc: XlDocument,
  { setting, hasOperator, replaced }: AtName,
  { random, workspace }: CompletionTools,
): CompletionItem[] {
  const isEmpty = doc.file.settings.every((one) => one === setting);
  if (doc.kind.name !== 'guest' || hasOperator || !isEmpty) return [];
  const newMac = random && macGenerator(random, workspace?.());
  return newGuests(doc.settings, doc.text.uri, newMac).map(({ id, title, snippet }, index) =>
    itemOf(doc, replaced, {
      label: title,
      // Editors may sort snippets after everything else, where they are easily missed.
      kind: CompletionItemKind.File,
      detail: 'template',
      newText: snippet,
      isSnippet: true,
      sortText: `${FIRST}${ordinal(index)}`,
      filterText: title.toLowerCase(),
      data: { kind: 'template', id },
    }),
  );
}
