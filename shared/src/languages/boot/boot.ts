/** The order of boot devices of an hvm guest. Facts: libxl_dm.c, QEMU's -boot. */

import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { draftOf, faultAt, finished, pieceOf, wordPart } from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';

/** xl looks at nothing here; QEMU does not start where a letter is none of a to p, or stands twice. */
function readBoot(text: string): ParsedSpec<string> {
  const draft = draftOf(text, text);
  const seen = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const letter = pieceOf(text, at, at + 1);
    draft.parts.push(wordPart(letter));
    if (!/[a-p]/.test(letter.text)) {
      const cure = 'QEMU takes one small letter for each device: c hard disk, d CD-ROM, n network, a floppy.';
      draft.faults.push(faultAt(letter, 'bad-value', 'startFails', { cure }));
    } else if (seen.has(letter.text)) {
      const cure = 'QEMU wants each letter once. Remove one of them.';
      draft.faults.push(faultAt(letter, 'repeated', 'startFails', { cure }));
    }
    seen.add(letter.text);
  }
  return finished(draft);
}

export const BOOT: SpecLanguage<ParsedSpec<string>> = {
  options: ['boot'],
  noun: 'order of boot devices',
  shape: 'text',
  separator: '',
  // What the letters stand for is in the entry of the option.
  parameters: [],
  wrongItem: 'ignored',
  createReader: readingEach(readBoot),
};
