/** Numbers as xl reads them from a setting's text (xlu_cfg_get_bounded_long in libxlu_cfg.c): strtol with base 0. */
import { fitsLong, readInteger } from '../cNumbers.ts';

export type NumberReading =
  | { readonly kind: 'number'; readonly value: bigint }
  /** Not a number, or one with something behind it. */
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'tooLarge' };

/** Nearly every number: nothing about it needs a closer look. */
const PLAIN = /^(?:0|[1-9][0-9]{0,14})$/;

/** Blanks before the number are fine, anything behind it is not. `010` is 8, `0x10` is 16. */
export function readNumber(text: string): NumberReading {
  if (PLAIN.test(text)) return { kind: 'number', value: BigInt(text) };
  const read = readInteger(text, 0);
  if (read && !fitsLong(read.value)) return { kind: 'tooLarge' };
  return read?.length === text.length ? { kind: 'number', value: read.value } : { kind: 'notANumber' };
}
