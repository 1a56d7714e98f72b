/** What a person does at the keyboard to write a guest, in a notation that reads like the guest. */

/**
 * - type: a character.
 * - press: a key that is not a character.
 * - choose: looks for a suggestion, goes to it with the arrow keys and accepts it.
 */
export type Stroke =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'press'; readonly key: Key }
  | { readonly kind: 'choose'; readonly label: string };

/** `CloseList` leaves a list by a bracket on its own line, `Suggest` asks for suggestions. */
export type Key = 'Enter' | 'Tab' | 'Escape' | 'Backspace' | 'CloseList' | 'Suggest';

/** The keys that have their own sign. */
const SIGNS: Readonly<Record<string, Key>> = {
  '\n': 'Enter',
  '⇥': 'Tab',
  '⎋': 'Escape',
  '⌫': 'Backspace',
  '⤓': 'CloseList',
  '✳': 'Suggest',
};

/**
 * The strokes of a text in which `«label»` accepts a suggestion, `⇥` is Tab, `⎋` Escape, `⌫` Backspace, `⤓` the bracket
 * that closes a list, `✳` the key that asks for suggestions, and the end of a line Enter. Everything else is typed as it
 * stands. In a label `…` is any text.
 */
export function strokesOf(keys: string): readonly Stroke[] {
  return [...keys.matchAll(/«([^»]*)»|[^«]/gsu)].map(([text, label]): Stroke => {
    if (label !== undefined) return { kind: 'choose', label };
    const key = SIGNS[text];
    return key === undefined ? { kind: 'type', text } : { kind: 'press', key };
  });
}

/** Whether a label that is shown is the one that is looked for. */
export const isLabel = (shown: string, wanted: string): boolean => {
  const [start = '', end = '', ...more] = wanted.split('…');
  if (!wanted.includes('…')) return shown === wanted;
  if (more.length === 0) return shown.startsWith(start) && shown.endsWith(end);
  return shown.startsWith(start) && shown.includes(end);
};
