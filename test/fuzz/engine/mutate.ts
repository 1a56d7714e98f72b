/** New inputs from known ones. */
import type { Random } from './random.ts';

/** Characters that programs trip over. */
const ODD = [
  ...[
    '\0',
    '\u0001',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u202e',
    '\ufeff',
    '\ufffd',
  ],
  ...['\ud800', '\udc00', '😀', 'é', 'e\u0301', 'ß', 'İ', 'ı', '\r', '\n', '\r\n', '\n\r', '\t', '\v', '\f'],
  ...[
    '"',
    "'",
    '\\',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    ':',
    '=',
    '+=',
    '#',
    ' ',
    '-',
    '%',
    '@',
    '/',
    '`',
    '<',
  ],
  ...['0', '1', '7', '9', 'x', 'a', 'z', 'A', '_', '.'],
];

const NUMBERS = [
  ...[
    '0',
    '-0',
    '-1',
    '1',
    '07',
    '08',
    '0x',
    '0x0',
    '0xg',
    '1e9',
    '255',
    '256',
    '4095',
    '4096',
    '65535',
    '65536',
  ],
  ...['2147483647', '2147483648', '-2147483649', '4294967295', '4294967296', '9007199254740993'],
  ...['9223372036854775807', '9223372036854775808', '18446744073709551616', '99999999999999999999999999'],
];

export interface Material {
  readonly random: Random;
  readonly words: readonly string[];
  /** Another input, to take pieces from. */
  readonly other: () => string;
}

export type Mutation = (text: string, material: Material) => string;

const splice = (text: string, start: number, end: number, piece: string): string =>
  text.slice(0, start) + piece + text.slice(end);

/** A span of the text, short ones more often than long ones. */
const someSpan = (text: string, random: Random): readonly [start: number, end: number] => {
  const start = random.below(text.length + 1);
  const longest = random.once(4) ? text.length : 8;
  return [start, Math.min(text.length, start + random.below(longest + 1))];
};

const insertion =
  (piece: (material: Material) => string): Mutation =>
  (text, material) => {
    const at = material.random.below(text.length + 1);
    return splice(text, at, at, piece(material));
  };

const replacement =
  (piece: (material: Material, old: string) => string): Mutation =>
  (text, material) => {
    const [start, end] = someSpan(text, material.random);
    return splice(text, start, end, piece(material, text.slice(start, end)));
  };

const word = ({ random, words }: Material): string => random.pick(words) ?? '';
const odd = ({ random }: Material): string => random.pick(ODD) ?? '';

const pieceOfOther = ({ random, other }: Material): string => {
  const text = other();
  return text.slice(...someSpan(text, random));
};

/** Replaces one of the numbers of the text. */
const renumber: Mutation = (text, { random }) => {
  const found = random.pick([...text.matchAll(/\d+/g)]);
  if (!found) return text;
  const [old] = found;
  const near = String(BigInt(old) + BigInt(random.below(5) - 2));
  return splice(
    text,
    found.index,
    found.index + old.length,
    random.once(2) ? near : (random.pick(NUMBERS) ?? near),
  );
};

/** Puts one line where another is. */
const moveLine: Mutation = (text, { random }) => {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.below(lines.length), 1);
  return lines.toSpliced(random.below(lines.length + 1), 0, line).join('\n');
};

const MUTATIONS: readonly Mutation[] = [
  insertion(word),
  insertion(word),
  insertion(odd),
  insertion(pieceOfOther),
  replacement(word),
  replacement(word),
  replacement(odd),
  replacement(() => ''),
  replacement((_, old) => old + old),
  replacement((material) => pieceOfOther(material)),
  replacement(({ random }, old) => old.repeat(random.below(20))),
  replacement((_, old) => (old === old.toUpperCase() ? old.toLowerCase() : old.toUpperCase())),
  replacement((_, old) => `[${old}]`),
  replacement((_, old) => `"${old}"`),
  renumber,
  moveLine,
  (text, { random }) => text.slice(0, random.below(text.length + 1)),
];

/**
 * Changes a text in one to eight ways. The result is not longer than `longest`.
 *
 * @param mutations the ways
 */
export function mutate(
  text: string,
  material: Material,
  longest: number,
  mutations: readonly Mutation[] = MUTATIONS,
): string {
  let result = text;
  for (let left = 1 + material.random.below(material.random.once(3) ? 8 : 3); left > 0; left--)
    result = (material.random.pick(mutations) ?? insertion(word))(result, material).slice(0, longest);
  return result;
}
