/** Words within a text that a setting gives to the guest or to QEMU, with their places in the file. */
import { asString } from '../../model/effectiveSettings.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { Span } from '../../span.ts';
import { type Atom, sourceSpan } from '../../syntax/index.ts';
import { isAtom } from '../../syntax/query.ts';

export interface PlacedWord {
  readonly text: string;
  /** In the file. Null for a word whose characters `+=` put together from two places. */
  readonly place: Span | null;
}

/**
 * What `pattern`, which is global, matches in the value of a setting: in its text, as `+=` put it together, or in each
 * item of its list. In the order of the text. The word is the pattern's last group, or all of it where it has none.
 */
export function wordsOf(setting: EffectiveSetting | undefined, pattern: RegExp): PlacedWord[] {
  const value = setting?.value;
  if (!value || value.kind === 'invalid') return [];
  if (value.kind === 'atom') return wordsIn(value.nodes, pattern);
  return value.items.filter(isAtom).flatMap((item) => wordsIn([item], pattern));
}

function wordsIn(atoms: readonly Atom[], pattern: RegExp): PlacedWord[] {
  const nodes = atoms.map(asString);
  const text = nodes.map(({ content }) => content.text).join('');
  const words: PlacedWord[] = [];
  let index = 0;
  // Where the text of nodes[index] begins in the whole text. Words and nodes are in one order.
  let before = 0;
  for (const match of text.matchAll(pattern)) {
    const word = match.at(-1) ?? match[0];
    const end = match.index + match[0].length;
    const start = end - word.length;
    for (let node = nodes[index]; node && before + node.content.text.length <= start; node = nodes[index]) {
      before += node.content.text.length;
      index++;
    }
    const content = nodes[index]?.content;
    const isWhole = content !== undefined && end <= before + content.text.length;
    words.push({ text: word, place: isWhole ? sourceSpan(content, start - before, end - before) : null });
  }
  return words;
}
