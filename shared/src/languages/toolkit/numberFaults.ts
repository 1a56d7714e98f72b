/** Numbers of a spec as C makes them of text, and what a person may have meant instead. */
import { clampToLong, readInteger, toInt32 } from '../../cNumbers.ts';
import type { ValueFault } from './valueReaders.ts';

const ULONG_MAX = 2n ** 64n - 1n;

/** strtoul: a minus sign wraps around, what is out of range becomes the greatest value. No digits: 0. */
export function toUlong(value: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  return magnitude > ULONG_MAX ? ULONG_MAX : BigInt.asUintN(64, value);
}

/** atoi: the digits that the text begins with, cut to an int; 0 where there are none. */
export const atoi = (text: string): number => toInt32(clampToLong(readInteger(text, 10)?.value ?? 0n));

/** strtoul with base 0 and no check: hexadecimal with `0x`, octal with a leading 0. */
export const strtoul = (text: string): bigint => toUlong(readInteger(text, 0)?.value ?? 0n);

/** strtoul with base 10, as xl checks it (parse_ulong): null where it refuses the file. */
export function parseUlong(text: string): bigint | null {
  const read = readInteger(text, 10);
  const value = read ? toUlong(read.value) : ULONG_MAX;
  return value === ULONG_MAX ? null : value;
}

const DECIMAL = /^[+-]?[0-9]+$/;
const HEXADECIMAL = /^0[xX][0-9a-fA-F]+$/;

/** What the text says to a person: a decimal number, or a hexadecimal one where xl reads those. */
function meantBy(text: string, base: 0 | 10): bigint | null {
  if (DECIMAL.test(text)) return BigInt(text.replace(/^\+/, ''));
  return base === 0 && HEXADECIMAL.test(text) ? BigInt(text) : null;
}

/** What is wrong with a number of which xl makes `made`, or undefined where it is what was written. */
export function numberFault(text: string, made: bigint, base: 0 | 10): ValueFault | undefined {
  const meant = meantBy(text, base);
  if (meant === made) return undefined;
  const octal = base === 0 && meant !== null && /^[+-]?0[0-7]+$/.test(text);
  if (octal) {
    return {
      effect: 'ignored',
      cure: `A leading 0 makes the number octal: xl reads ${made}. Write ${meant}.`,
      replacement: { newText: String(meant) },
    };
  }
  const why = meant === null ? 'It is no number' : 'It is out of range';
  return { effect: 'ignored', cure: `${why}: xl makes ${made} of it.` };
}

const YES = /^(?:y|yes|true|on|enabled?)$/i;
const NO = /^(?:n|no|false|off|disabled?)$/i;

/** Likewise for a number that stands for yes (all but 0) or no (0). */
export function flagFault(text: string, made: boolean): ValueFault | undefined {
  if (/^[+-]?(?:[0-9]+|0[xX][0-9a-fA-F]+)$/.test(text)) return undefined;
  const replacement = YES.test(text)
    ? { newText: '1' }
    : NO.test(text)
      ? { newText: '0', safe: !made }
      : undefined;
  return {
    effect: 'ignored',
    cure: `Only numbers are read: xl makes ${made ? 1 : 0} of it. Write 1 or 0.`,
    ...(replacement ? { replacement } : {}),
  };
}
