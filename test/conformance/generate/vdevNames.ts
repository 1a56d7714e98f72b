/** Names of virtual disks: right ones at and around every limit, and pieces put together. */
import { type Random, times } from '../random.ts';
import { VDEVS } from './words.ts';

const LIMITS = [
  0,
  1,
  3,
  4,
  15,
  16,
  25,
  26,
  63,
  64,
  255,
  256,
  701,
  702,
  1048575,
  1048576,
  2 ** 31 - 1,
  2 ** 31,
];
const PIECES = [
  ...[
    'xvd',
    'hd',
    'sd',
    'vd',
    'd',
    'p',
    'a',
    'b',
    'z',
    'aa',
    'zzz',
    'bgqc',
    'xvda',
    '0',
    '1',
    '15',
    '08',
    '0x',
  ],
  ...['-', '+', ' ', '\t', 'A', 'x', '99999999999999999999', '18446744073709551615', '4294967295', '1048575'],
];

const near = (random: Random): number => random.pick(LIMITS) + random.pick([0, 0, 0, 1, -1]);

const written = (random: Random, value: number): string =>
  random.pick([
    String(value),
    String(value),
    `0${value}`,
    `0x${value.toString(16)}`,
    `0${value.toString(8)}`,
    ` ${value}`,
    '0x',
  ]);

function letters(value: number): string {
  let text = '';
  for (let left = value; left >= 0; left = Math.floor(left / 26) - 1) {
    text = String.fromCharCode(97 + (left % 26)) + text;
  }
  return text;
}

export const generateVdevName = (random: Random): string =>
  random.pick([
    () =>
      random.pick(['xvd', 'hd', 'sd']) +
      letters(near(random)) +
      random.pick(['', written(random, near(random))]),
    () => `d${written(random, near(random))}${random.pick(['', 'p', `p${written(random, near(random))}`])}`,
    () => written(random, near(random)),
    () => times(random.below(5), () => random.pick(PIECES)).join(''),
    () => random.pick(VDEVS) + random.pick(['', ' ', '0', ':cdrom']),
  ])();
