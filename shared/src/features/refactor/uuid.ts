import { isSingleSetting, randomUuid } from './generate.ts';
import { contentEndAt, indentationAt } from './indentation.ts';
import type { Quote } from './literals.ts';
import type { Offer, RandomBytes, Refactoring, RefactorTarget } from './refactoring.ts';

/** A new UUID: for the one at the cursor, or, at the name of a guest without one, an additional setting. */
export const newUuid: Refactoring = {
  kinds: ['guest'],
  offers: (target) => {
    const { doc, setting, random } = target;
    if (!random || setting.value.kind === 'list') return [];
    // Of one that += puts together no part can be replaced alone.
    if (setting.name.text === 'uuid') return isSingleSetting(doc, 'uuid') ? [replaced(target, random)] : [];
    const isMissing = doc.file.settings.every(({ name }) => name.text !== 'uuid');
    return setting.name.text === 'name' && isMissing ? [added(target, random)] : [];
  },
};

function replaced({ setting: { value } }: RefactorTarget, random: RandomBytes): Offer {
  const { start, end } = value;
  const newText = quoted(randomUuid(random), value);
  return { title: 'Replace the UUID by a new one', edits: [{ start, end, newText }] };
}

/** On a line of its own below the name, or behind a `;` where something follows on the line. */
function added(
  { doc: { file }, setting: { start, end, value } }: RefactorTarget,
  random: RandomBytes,
): Offer {
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
