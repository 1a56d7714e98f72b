/** How well a text parses, to compare what an accepted completion item leaves with what was there before. */
import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { specStrings } from '@xlcfg/shared/src/document/specStrings.ts';
import { exampleValue } from '@xlcfg/shared/src/features/completion/examples.ts';
import { readItemData } from '@xlcfg/shared/src/features/completion/items.ts';
import type { CompletionTools } from '@xlcfg/shared/src/features/completion/tools.ts';
import { completion } from '@xlcfg/shared/src/features/completion.ts';
import { languageOf } from '@xlcfg/shared/src/languages/index.ts';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { apply, open } from './cursor.ts';

/** What a parse of a text must complain about. */
interface Complaints {
  readonly errors: number;
  /** Settings that begin on a line with another one, without a `;` between. */
  readonly crowded: number;
  /** Parts of strings that xl doesn't know. */
  readonly unknown: number;
}

/** Not what xl makes of it together with the rest of the guest, and not what is only old. */
const FORM: ReadonlySet<string> = new Set([
  'unknown-key',
  'bad-form',
  'bad-value',
  'missing-key',
  'repeated',
]);

function complaintsAbout(doc: XlDocument): Complaints {
  const { settings, text, errors } = doc.file;
  const crowded = settings.filter((setting, index) => {
    const previous = settings[index - 1];
    return previous !== undefined && !/[\n;]/.test(text.slice(previous.end, setting.start));
  });
  const faults = specStrings(doc).flatMap(({ spec }) =>
    spec.faults.filter(({ kind, effect }) => FORM.has(kind) && effect !== 'none'),
  );
  return { errors: errors.length, crowded: crowded.length, unknown: faults.length };
}

/** What an accepted item made worse. */
export interface Damage {
  readonly label: string;
  readonly offset: number;
  readonly text: string;
  readonly before: Complaints;
  readonly after: Complaints;
}

/** The items at an offset after which the text parses worse than before. */
export function damagingItems(
  doc: XlDocument,
  offset: number,
  tools?: CompletionTools,
  pick: (items: readonly CompletionItem[]) => readonly CompletionItem[] = (items) => items,
): Damage[] {
  const before = complaintsAbout(doc);
  const { items } = completion(doc, doc.text.positionAt(offset), tools);
  return pick(items).flatMap((item) => {
    const damages = filledIn(doc, item).map((text): Damage | undefined => {
      const after = complaintsAbout(reopened(doc, text));
      const isWorse =
        after.errors > before.errors ||
        after.crowded > before.crowded ||
        // Another name gives the strings of a value another meaning.
        (after.unknown > before.unknown && item.kind !== CompletionItemKind.Property);
      return isWorse ? { label: item.label, offset, text, before, after } : undefined;
    });
    const [first] = damages;
    return first && damages.every((damage) => damage !== undefined) ? [first] : [];
  });
}

const reopened = ({ settings, kind }: XlDocument, text: string): XlDocument =>
  open(text, settings.xenVersion, kind.name);

/** The texts with the item accepted: as it is, and, for a key, with its example as the value. */
function filledIn(doc: XlDocument, item: CompletionItem): readonly string[] {
  const { textEdit, data } = item;
  const plain = apply(doc, item);
  const parameter = readItemData(data);
  if (!textEdit || !item.label.endsWith('=') || parameter?.kind !== 'specParameter') return [plain];
  const language = languageOf(parameter.option);
  const schema = language?.parameters.find(({ name }) => name === parameter.name);
  const value = language && schema && exampleValue(language, schema);
  if ('range' in textEdit && !textEdit.newText.includes('=')) {
    // The key takes the place of another one, whose value is a value of that one.
    const { start, end } = textEdit.range;
    const rest = doc.text.getText({ start: end, end: doc.text.positionAt(Number.MAX_SAFE_INTEGER) });
    const former = /^=[^,'"\]\r\n]*/.exec(rest)?.[0] ?? '';
    const range = { start, end: { line: end.line, character: end.character + former.length } };
    return [plain, apply(doc, { ...item, textEdit: { range, newText: `${item.label}${value ?? '1'}` } })];
  }
  const newText = textEdit.newText.replace(/=(?:\$0)?/, `=${value ?? '1'}`);
  return [plain, apply(doc, { ...item, textEdit: { ...textEdit, newText } })];
}
