/** Integers as C's strtol and its relatives read them: blanks, a sign, digits, and where they stop. */

export interface CInteger {
  /** The value as written; far beyond 64 bits it is some value beyond 64 bits. */
  readonly value: bigint;
  /** Number of characters read. */
  readonly length: number;
}

const DECIMAL = /^[ \t\n\v\f\r]*[+-]?[0-9]+/;
/** With base 0 the prefix tells: `0x` hexadecimal, `0` octal, else decimal. */
const ANY = /^[ \t\n\v\f\r]*[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/;

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/** Reads the integer that `text` begins with; null where there is none. */
export function readInteger(text: string, base: 0 | 10): CInteger | null {
  const read = (base === 0 ? ANY : DECIMAL).exec(text)?.[0];
  if (read === undefined) return null;
  const digits = read.replace(/^[ \t\n\v\f\r]*[+-]?/, '');
  const magnitude = magnitudeOf(digits, base);
  return { value: read.includes('-') ? -magnitude : magnitude, length: read.length };
}

function magnitudeOf(digits: string, base: 0 | 10): bigint {
  const prefix = base === 10 || !digits.startsWith('0') ? '' : /^0[xX]/.test(digits) ? '0x' : '0o';
  const bare = digits.replace(/^0[xX]?/, '').replace(/^0+/, '');
  // Thirty digits of any base are more than 64 bits; more of them only cost time.
  return BigInt(`${prefix}${bare.slice(0, 30) || '0'}`);
}

/** strtol: values out of range become the nearest long. */
export const clampToLong = (value: bigint): bigint =>
  value > LONG_MAX ? LONG_MAX : value < LONG_MIN ? LONG_MIN : value;

export const fitsLong = (value: bigint): boolean => value === clampToLong(value);

/** What C stores in an int. */
export const toInt32 = (value: bigint): number => Number(BigInt.asIntN(32, value));
