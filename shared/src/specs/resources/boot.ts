/** The order of boot devices, and where VNC listens. Facts: parse_config_data, libxl_dm.c, QEMU's -boot. */
import type { ParsedSpec, SpecContext, SpecLanguage } from '../spec.ts';
import { draftOf, faultAt, finished, pieceOf, within, wordPart } from './pieces.ts';

/** xl looks at nothing here; QEMU does not start where a letter is none of a to p, or stands twice. */
function readBoot(text: string): ParsedSpec<string> {
  const draft = draftOf(text, text);
  const seen = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const letter = within(pieceOf(text, at, at + 1), 0);
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

/** On hvm a display number here and one in `vncdisplay` are refused; xl looks for any colon, also that of an IPv6 address. */
function readListen(text: string, { guestType, numberOf }: SpecContext): ParsedSpec<string> {
  const draft = draftOf(text, text);
  const everything = pieceOf(text);
  draft.parts.push(wordPart(everything));
  const display = BigInt.asIntN(32, numberOf('vncdisplay') ?? 0n);
  const colon = text.lastIndexOf(':');
  if (guestType === 'hvm' && colon !== -1 && display !== 0n) {
    const cure =
      `xl takes what follows a colon for a display number, and vncdisplay is ${display}. Remove one of the two; for an ` +
      'IPv6 address write the display behind it, and no vncdisplay.';
    draft.faults.push(faultAt(within(everything, colon), 'conflict', 'refused', { cure }));
  }
  return finished(draft);
}

const oneText = { shape: 'text', separator: '', parameters: [], wrongItem: 'ignored' } as const;

export const BOOT: SpecLanguage<string> = {
  ...oneText,
  options: ['boot'],
  noun: 'order of boot devices',
  parse: (texts) => texts.map(readBoot),
};

export const VNC_LISTEN: SpecLanguage<string> = {
  ...oneText,
  options: ['vnclisten'],
  noun: 'address for VNC',
  parse: (texts, context) => texts.map((text) => readListen(text, context)),
};
