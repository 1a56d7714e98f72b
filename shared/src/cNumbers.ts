/**
 * Numbers as C reads them from text: strtol, strtoul, atoi and sscanf of glibc, and how xl and libxlutil use them.
 * Offsets are UTF-16 code units.
 */

export interface CNumber {
  /** The number as the function returns it: one that does not fit is the nearest that does. */
  readonly value: bigint;
  /** Where the number ends in the text. */
  readonly end: number;
  /** True where the function sets errno to ERANGE. */
  readonly outOfRange: boolean;
}

type Base = 0 | 10 | 16;

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);
export const ULONG_MAX = 2n ** 64n - 1n;
export const UINT32_MAX = 2n ** 32n - 1n;
export const INT32_MAX = 2n ** 31n - 1n;

/** What an int keeps of the number. */
export const toInt32 = (value: bigint): number => Number(BigInt.asIntN(32, value));

/** What an unsigned int keeps of the number. */
export const toUint32 = (value: bigint): number => Number(BigInt.asUintN(32, value));

/** MiB as xl and libxl keep them: KiB in 64 bits without a sign. A negative number is a very large one. */
export const toKib = (mebibytes: bigint): bigint => BigInt.asUintN(64, mebibytes * 1024n);

const toLong = ({ magnitude, negative }: Digits): bigint =>
  negative ? (magnitude > -LONG_MIN ? LONG_MIN : -magnitude) : magnitude > LONG_MAX ? LONG_MAX : magnitude;

const toUlong = ({ magnitude, negative }: Digits): bigint =>
  magnitude > ULONG_MAX ? ULONG_MAX : negative ? BigInt.asUintN(64, -magnitude) : magnitude;

/** strtol at an offset of the text; null where there is no number, of which C makes 0. */
export function strtol(text: string, base: Base, start = 0): CNumber | null {
  const read = scanDigits(text, base, start);
  if (!read) return null;
  const value = toLong(read);
  return { value, end: read.end, outOfRange: value !== (read.negative ? -read.magnitude : read.magnitude) };
}

/** strtoul at an offset of the text, likewise: a negative number wraps around. */
export function strtoul(text: string, base: Base, start = 0): CNumber | null {
  const read = scanDigits(text, base, start);
  return read && { value: toUlong(read), end: read.end, outOfRange: read.magnitude > ULONG_MAX };
}

/** atoi: strtol with base 10, cut to an int. Of a number beyond 64 bits that leaves -1 or 0. */
export const atoi = (text: string): number => toInt32(strtol(text, 10)?.value ?? 0n);

/** parse_ulong of xl_parse.c: strtoul with base 10; null where xl rejects the file. */
export function parseUlong(text: string): CNumber | null {
  const read = strtoul(text, 10);
  return read?.value === ULONG_MAX ? null : read;
}

/** Numbers from the first to the last. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * parse_range of xl_parse.c: `7` or `2-5`. `valid` is false where xl fails; the numbers are those that it has then, with
 * which vnuma continues.
 */
export function parseRange(text: string): Interval & { readonly valid: boolean } {
  const first = strtoul(text, 10);
  if (!first) return { first: 0n, last: 0n, valid: false };
  const single = { first: first.value, last: first.value };
  if (first.value === ULONG_MAX) return { ...single, valid: false };
  if (text.charAt(first.end) !== '-') return { ...single, valid: first.end === text.length };
  const last = strtoul(text, 10, first.end + 1);
  if (!last) return { first: first.value, last: 0n, valid: false };
  const valid = last.value !== ULONG_MAX && last.value >= first.value && last.end === text.length;
  return { first: first.value, last: last.value, valid };
}

/** xl goes through a range number by number: so many of them keep it busy for many seconds, or for ever. */
export const ENDLESS_RANGE = 1_000_000_000n;

interface Conversion {
  readonly base: Base;
  readonly store: (read: Digits) => bigint;
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  '%i': { base: 0, store: (read) => BigInt.asIntN(32, toLong(read)) },
  '%u': { base: 10, store: (read) => BigInt.asUintN(32, toUlong(read)) },
  '%x': { base: 16, store: (read) => BigInt.asUintN(32, toUlong(read)) },
  '%lx': { base: 16, store: toUlong },
};

/** Formats are few. */
const directives = new Map<string, readonly string[]>();

function directivesOf(format: string): readonly string[] {
  const known = directives.get(format) ?? format.match(/%l?[a-z]|./g) ?? [];
  directives.set(format, known);
  return known;
}

/** For `%i` and `%x` a bare `0x` is a zero of two characters, which it is not to strtol. */
const BARE_PREFIX = /[ \t\n\v\f\r]*[+-]?0[xX]/y;

/**
 * sscanf with a format of `%i`, `%u`, `%x`, `%lx` and literal characters: the numbers that it stores,
 * and where the last of them ends.
 */
export function sscanf(
  text: string,
  format: string,
): { readonly values: readonly bigint[]; readonly end: number } {
  const values: bigint[] = [];
  let at = 0;
  let end = 0;
  for (const directive of directivesOf(format)) {
    const conversion = CONVERSIONS[directive];
    if (!conversion) {
      if (text.charAt(at) !== directive) break;
      at++;
      continue;
    }
    const read = scanDigits(text, conversion.base, at);
    if (!read) break;
    values.push(conversion.store(read));
    BARE_PREFIX.lastIndex = at;
    const isBare = conversion.base !== 10 && read.magnitude === 0n && BARE_PREFIX.test(text);
    at = isBare ? Math.max(BARE_PREFIX.lastIndex, read.end) : read.end;
    end = at;
  }
  return { values, end };
}

export type ConfigNumber =
  | { readonly kind: 'number'; readonly value: bigint }
  /** Not a number, or one with something after it. */
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'tooLarge' };

/** Nearly every number: nothing about it needs a closer look. */
const PLAIN = /^(?:0|[1-9][0-9]{0,14})$/;

/**
 * The number that xl gets from the text of a setting (xlu_cfg_get_bounded_long of libxlu_cfg.c): whitespace may precede
 * it, nothing may follow. `010` is 8, `0x10` is 16.
 */
export function readConfigNumber(text: string): ConfigNumber {
  if (PLAIN.test(text)) return { kind: 'number', value: BigInt(text) };
  const read = strtol(text, 0);
  if (read?.outOfRange) return { kind: 'tooLarge' };
  return read?.end === text.length ? { kind: 'number', value: read.value } : { kind: 'notANumber' };
}

interface Digits {
  readonly magnitude: bigint;
  readonly negative: boolean;
  readonly end: number;
}

const SIGN = /[ \t\n\v\f\r]*([+-]?)/y;
type Radix = 8 | 10 | 16;
const DIGITS: Readonly<Record<Radix, RegExp>> = { 8: /[0-7]+/y, 10: /[0-9]+/y, 16: /[0-9a-fA-F]+/y };
const LITERAL_PREFIX: Readonly<Record<Radix, string>> = { 8: '0o', 10: '', 16: '0x' };

/** Whitespace, a sign, digits. With base 0 the beginning decides: `0x` hexadecimal, `0` octal, else decimal. */
function scanDigits(text: string, base: Base, start: number): Digits | null {
  SIGN.lastIndex = start;
  const sign = SIGN.exec(text)?.[1];
  // Only an offset after the end of the text is not one of a number.
  if (sign === undefined) return null;
  let at = SIGN.lastIndex;
  const isZero = text.charAt(at) === '0';
  const hasPrefix = isZero && base !== 10 && /^[xX][0-9a-fA-F]$/.test(text.slice(at + 1, at + 3));
  if (hasPrefix) at += 2;
  const radix = base !== 0 ? base : hasPrefix ? 16 : isZero ? 8 : 10;
  const pattern = DIGITS[radix];
  pattern.lastIndex = at;
  const digits = pattern.exec(text)?.[0];
  if (digits === undefined) return null;
  return { magnitude: magnitudeOf(digits, radix), negative: sign === '-', end: at + digits.length };
}

function magnitudeOf(digits: string, radix: Radix): bigint {
  // A double holds twelve digits of any radix.
  if (digits.length <= 12) return BigInt(Number.parseInt(digits, radix));
  // 24 digits of any radix are more than 64 bits; further ones only cost time.
  return BigInt(LITERAL_PREFIX[radix] + digits.replace(/^0+(?=.)/, '').slice(0, 24));
}
