import { isOnePiece, randomUuid } from './fresh.ts';
import { contentEndAt, indentationAt } from './layout.ts';
import type { Offer, RandomBytes, Refactoring, RefactorPlace } from './refactoring.ts';
import type { Quote } from './strings.ts';

/** A UUID where there is none, at the name of the guest; another one in place of that at the cursor. */
export const uuid: Refactoring = {
  kinds: ['guest'],
  offers: (place) => {
    const { doc, setting, random } = place;
    if (!random || setting.value.kind === 'list') return [];
    // Of one that += puts together no part can be replaced alone.
    if (setting.name.text === 'uuid') return isOnePiece(doc, 'uuid') ? [replaced(place, random)] : [];
    const isMissing = doc.file.settings.every(({ name }) => name.text !== 'uuid');
    return setting.name.text === 'name' && isMissing ? [added(place, random)] : [];
  },
};

function replaced({ setting: { value } }: RefactorPlace, random: RandomBytes): Offer {
  const { start, end } = value;
  const newText = quoted(randomUuid(random), value);
  return { title: 'Replace the UUID by a new one', edits: [{ start, end, newText }] };
}

/** On a line of its own below the name, or behind a `;` where something follows on the line. */
function added({ doc: { file }, setting: { start, end, value } }: RefactorPlace, random: RandomBytes): Offer {
  const line = `uuid = ${quoted(randomUuid(random), value)}`;
  const lineEnd = contentEndAt(file.text, end);
  const isLast = /^[ \t]*(?:#|$)/.test(file.text.slice(end, lineEnd));
  const at = isLast ? lineEnd : end;
  const newText = isLast ? `\n${indentationAt(file.text, start)}${line}` : `; ${line}`;
  return { title: 'Add a UUID', edits: [{ start: at, end: at, newText }] };
}

function quoted(text: string, like: { readonly kind: string; readonly quote?: Quote }): string {
  const quote = like.quote ?? '"';
  return quote + text + quote;
}
