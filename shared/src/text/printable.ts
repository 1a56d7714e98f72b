/** Text of a file, made fit to be shown on one line. */

/**
 * Control characters, line endings and the marks that change the direction of writing. They act on the text around
 * them, or vanish.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const UNPRINTABLE_RUN = new RegExp(`${UNPRINTABLE.source}+`, 'g');

const CONTROL_PICTURES = 0x2400;

const picture = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : '\ufffd';
};

/** The text with a visible sign in place of each unprintable character. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, picture);

/** The text with one space in place of each run of unprintable characters. */
export const onOneLine = (text: string): string => text.replace(UNPRINTABLE_RUN, ' ');

const ELLIPSIS = '…';

/** At most so many UTF-16 code units of the text, then an ellipsis if it is longer. Surrogate pairs are not split. */
export const shorten = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}${ELLIPSIS}`;
