/** The order of boot devices of an HVM guest. Facts: libxl_dm.c, QEMU's -boot. */
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { slice, wholeOf } from '../toolkit/slice.ts';

/** xl checks nothing here; QEMU does not start with a letter that is none of a to p, or is given twice. */
function readBoot(text: string): ParsedSpec<string> {
  const draft = draftOf(text, text);
  const seen = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const letter = slice(wholeOf(text), at, at + 1);
    addWord(draft, letter);
    if (!/[a-p]/.test(letter.text)) {
      const advice =
        'QEMU accepts one lowercase letter per device: c (hard disk), d (CD-ROM), n (network), a (floppy).';
      addFault(draft, letter, 'bad-value', 'startFails', { advice });
    } else if (seen.has(letter.text)) {
      addFault(draft, letter, 'repeated', 'startFails', {
        advice: 'QEMU accepts each letter once. Remove one of them.',
      });
    }
    seen.add(letter.text);
  }
  return draft;
}

export const BOOT: SpecLanguage<ParsedSpec<string>> = {
  options: ['boot'],
  noun: 'order of boot devices',
  shape: 'text',
  separator: '',
  // The schema entry of the option documents the letters.
  parameters: [],
  nonStringItem: 'ignored',
  createReader: readingEach(readBoot),
};
