/** Files typed key by key without a look at the suggestions: at the end of a line, nothing is open that would take the Enter. */
import { COMPLETION_TRIGGERS } from '@xlcfg/shared/src/features/completion/triggers.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import type { FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { expect, it } from 'vitest';
import { type CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { open } from '../../../support/cursor.ts';
import { TYPED_FILES } from '../../../support/typedGuests.ts';
import { WHOLE_GUESTS } from '../../../support/wholeGuests.ts';

/** Whether an editor keeps the item in its list after what is typed: the letters of it, in their order. */
const fits = (typed: string, { label, filterText = label }: CompletionItem): boolean => {
  let at = 0;
  for (const letter of filterText.toLowerCase()) if (letter === typed[at]) at++;
  return at >= typed.length;
};

/** The labels that are open after the last character, or none where that opens nothing. */
function openAfter(text: string, kind: FileKindName): string[] {
  const last = text.at(-1) ?? '';
  const trigger = COMPLETION_TRIGGERS.find((one) => one === last);
  if (trigger === undefined && !/\w/.test(last)) return [];
  const doc = open(text, undefined, kind);
  const tools = trigger === undefined ? {} : { trigger };
  const { items } = completion(doc, doc.text.positionAt(text.length), tools);
  return items.flatMap((item) => {
    const range = TextEdit.is(item.textEdit) ? item.textEdit.range : undefined;
    const typed = range ? text.slice(doc.text.offsetAt(range.start)).toLowerCase() : '';
    return fits(typed, item) ? item.label : [];
  });
}

const FILES: readonly (readonly [what: string, kind: FileKindName, text: string])[] = [
  ...TYPED_FILES.map(({ what, kind, text }) => [what, kind, text] as const),
  // In a string that is not closed, what is left of the line belongs to it.
  ...WHOLE_GUESTS.flatMap((text, index) =>
    open(text).file.errors.length === 0 ? [[`whole guest ${index}`, 'guest', text] as const] : [],
  ),
];

it.each(FILES)('Enter ends every line of %s', (_what, kind, text) => {
  const taken: string[] = [];
  for (const { index } of text.matchAll(/\n/g)) {
    const typed = text.slice(0, index);
    const line = typed.slice(typed.lastIndexOf('\n') + 1);
    for (const label of openAfter(typed, kind)) taken.push(`${line} -> ${label}`);
  }
  expect(taken).toEqual([]);
});
