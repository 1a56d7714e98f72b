/** Text on a terminal: its colours, and characters that are not safe to print. Pure. */
import type { createColors } from 'picocolors';

/** Functions that put colours into a text, or leave it as it is. */
export type Colors = ReturnType<typeof createColors>;

/** Control characters, direction marks and other characters that act on the terminal or cannot be seen. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Whether a text has printable ASCII characters only: each is one column wide. */
export const isPrintableAscii = (text: string): boolean => PRINTABLE_ASCII.test(text);

const escapeCharacter = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/** The text with an escape for every character on which a terminal would act: `\x1b`, `\ufeff`. */
export const escapeControls = (text: string): string =>
  isPrintableAscii(text) ? text : text.replace(NOT_PRINTABLE, escapeCharacter);

/** The same for text of several lines; the line feeds stay. */
export const escapeLines = (text: string): string => text.split('\n').map(escapeControls).join('\n');
