/** Numbers as C's strtoul and sscanf read them: where they end, and what becomes of those that are too large. */
import { readInteger } from '../../cNumbers.ts';

export interface CUnsigned {
  /** 0 to 2^64-1. A negative number wraps around; one beyond 64 bits is 2^64-1. */
  readonly value: bigint;
  /** Number of characters read, blanks in front and the sign included. */
  readonly length: number;
}

export const ULONG_MAX = 2n ** 64n - 1n;
export const UINT32_MAX = 0xffffffffn;

/** White space to isspace() in the C locale, as the inside of a character class. */
export const BLANKS = ' \\t\\n\\v\\f\\r';

const STRTOUL_HEX = new RegExp(`^[${BLANKS}]*[+-]?(?:0[xX](?=[0-9a-fA-F]))?[0-9a-fA-F]+`);
/** sscanf takes a bare `0x` for a zero, which strtoul does not. */
const SCANF_HEX = new RegExp(`^[${BLANKS}]*[+-]?(?:0[xX][0-9a-fA-F]*|[0-9a-fA-F]+)`);

/** strtoul: the number that `text` begins with; null where there is none. */
export function readUnsigned(text: string, base: 0 | 10 | 16): CUnsigned | null {
  if (base === 16) return fromHex(STRTOUL_HEX.exec(text)?.[0]);
  const read = readInteger(text, base);
  return (
    read && { value: wrap(read.value < 0n ? -read.value : read.value, read.value < 0n), length: read.length }
  );
}

/** `%x` and `%lx` of sscanf; null where there is no number. */
export const scanHex = (text: string): CUnsigned | null => fromHex(SCANF_HEX.exec(text)?.[0]);

/** `%u` of sscanf: what is left of the number in 32 bits. */
export function scanUint32(text: string): { readonly value: number; readonly length: number } | null {
  const read = readUnsigned(text, 10);
  return read && { value: toUint32(read.value), length: read.length };
}

export const toUint32 = (value: bigint): number => Number(BigInt.asUintN(32, value));

/** atoi. */
export function readAtoi(text: string): number {
  const read = readInteger(text, 10);
  return read ? Number(BigInt.asIntN(32, read.value)) : 0;
}

function fromHex(read: string | undefined): CUnsigned | null {
  if (read === undefined) return null;
  const digits = read
    .replace(/^.*[-+\s]/s, '')
    .replace(/^0[xX]/, '')
    .replace(/^0+/, '');
  // Sixteen digits are 64 bits; more of them only cost time.
  const magnitude = BigInt(`0x${digits.slice(0, 18) || '0'}`);
  return { value: wrap(magnitude, read.includes('-')), length: read.length };
}

const wrap = (magnitude: bigint, negative: boolean): bigint =>
  magnitude > ULONG_MAX ? ULONG_MAX : negative ? BigInt.asUintN(64, -magnitude) : magnitude;
