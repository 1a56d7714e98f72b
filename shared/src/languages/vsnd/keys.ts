/**
 * The parameters of `vsnd`, in its inner lists. Facts: parse_vsnd_item and its helpers, libxl_types.idl of Xen 4.12 to 4.22,
 * xl.cfg(5).
 */
import type { ParameterSchema, ValueDoc } from '../../schema/types.ts';

/** The first word of a string of a sound card. */
export type VsndItem = 'card' | 'pcm' | 'stream';

export interface VsndParameterSchema extends ParameterSchema {
  /** The items that may have it; none for the words that begin an item. */
  readonly items: readonly VsndItem[];
  /** How xl reads the value. */
  readonly kind: 'text' | 'number' | 'numbers' | 'words' | 'word' | 'item';
}

const ALL_ITEMS: readonly VsndItem[] = ['card', 'pcm', 'stream'];

const FORMATS: readonly ValueDoc[] = [
  ...['8', '16_le', '16_be', '24_le', '24_be', '32_le', '32_be'].flatMap((size) => [
    { name: `s${size}`, summary: `Signed integers, ${inWords(size)}.` },
    { name: `u${size}`, summary: `Unsigned integers, ${inWords(size)}.` },
  ]),
  ...['32_le', '32_be', '64_le', '64_be'].map((size) => ({
    name: `f${size}`,
    summary: `Floating point numbers, ${inWords(size)}.`,
  })),
  { name: 'iec958_subframe_le', summary: 'IEC 958 frames (S/PDIF), low byte first.' },
  { name: 'iec958_subframe_be', summary: 'IEC 958 frames (S/PDIF), high byte first.' },
  { name: 'mu_law', summary: 'μ-law, for telephony.' },
  { name: 'a_law', summary: 'A-law, for telephony.' },
  { name: 'ima_adpcm', summary: 'IMA ADPCM.' },
  { name: 'mpeg', summary: 'MPEG audio.' },
  { name: 'gsm', summary: 'GSM speech.' },
];

function inWords(size: string): string {
  const [bits = '', order] = size.split('_');
  return order === undefined ? `${bits} bits` : `${bits} bits, ${order === 'le' ? 'low' : 'high'} byte first`;
}

const NUMBER = 'A number, in decimal, or in hexadecimal with `0x`; a word silently counts as 0.';
const LEVELS =
  'On a card it holds for all its devices, on a device for all its streams, where they do not narrow it.';

const cardOf = (rest: string): string =>
  `vsnd = [ [ 'CARD, ${rest}', 'PCM, name=Main', 'STREAM, unique-id=0' ] ]`;

/** What all keys have in common. */
const common = {
  form: 'value',
  since: '4.12',
  source: 'xl_parse.c:parse_vsnd_item xen/include/public/io/sndif.h',
} as const;

const firstWord = (name: string, summary: string, details: string): VsndParameterSchema => ({
  ...common,
  name,
  form: 'flag',
  items: [],
  kind: 'item',
  summary,
  details,
  example: cardOf('short-name=Main'),
});

const amount = (name: string, summary: string, example: number): VsndParameterSchema => ({
  ...common,
  name,
  items: ALL_ITEMS,
  kind: 'number',
  summary,
  details: `${NUMBER} ${LEVELS}`,
  defaultValue: 'that of the backend',
  example: cardOf(`${name}=${example}`),
});

export const VSND_PARAMETERS: readonly VsndParameterSchema[] = [
  firstWord(
    'CARD',
    'What follows describes the sound card itself.',
    'The first word of a string, in any case. One inner list is one card, with or without such a string.',
  ),
  firstWord(
    'PCM',
    'A further PCM device of the card, and what follows describes it.',
    'The first word of a string, in any case.',
  ),
  firstWord(
    'STREAM',
    'A further stream of the last PCM device, and what follows describes it.',
    'The first word of a string, in any case. Without a `PCM` before it xl makes a device for it.',
  ),
  {
    ...common,
    name: 'short-name',
    items: ['card'],
    kind: 'text',
    summary: 'The short name of the card.',
    example: cardOf('short-name=Main'),
  },
  {
    ...common,
    name: 'long-name',
    items: ['card'],
    kind: 'text',
    summary: 'The long name of the card.',
    example: cardOf('long-name=Sound of the cabin'),
  },
  {
    ...common,
    name: 'backend',
    content: 'domain',
    items: ['card'],
    kind: 'text',
    summary: 'The domain that plays and records for the card, by name or number.',
    defaultValue: '`0`',
    example: cardOf('backend=0'),
  },
  {
    ...common,
    name: 'name',
    items: ['pcm'],
    kind: 'text',
    summary: 'The name of the PCM device.',
    example: cardOf('short-name=Main'),
  },
  {
    ...common,
    name: 'unique-id',
    items: ['stream'],
    kind: 'text',
    summary: 'The mark by which the backend knows the stream.',
    details: 'What it must be depends on the backend; xl accepts any text.',
    example: cardOf('short-name=Main'),
  },
  {
    ...common,
    name: 'type',
    items: ['stream'],
    kind: 'word',
    summary: 'Whether the stream plays or records.',
    details: 'In any case; other values are rejected.',
    example: "vsnd = [ [ 'CARD', 'PCM, name=Main', 'STREAM, unique-id=0, type=p' ] ]",
    values: [
      { name: 'p', summary: 'Playback.' },
      { name: 'c', summary: 'Capture.' },
    ],
  },
  {
    ...common,
    name: 'sample-rates',
    items: ALL_ITEMS,
    kind: 'numbers',
    summary: 'The sample rates in Hz, with semicolons between them.',
    details: `${LEVELS} A word silently counts as 0; no rate at all makes xl crash.`,
    defaultValue: 'those of the backend',
    example: cardOf('sample-rates=44100;48000'),
  },
  {
    ...common,
    name: 'sample-formats',
    source: `${common.source} libxl_types.idl:libxl_vsnd_pcm_format`,
    items: ALL_ITEMS,
    kind: 'words',
    summary: 'The formats of the samples, with semicolons between them.',
    details: `${LEVELS} In any case; other values are rejected, and no word at all makes xl crash. The manual writes \`float_le\`, which xl rejects: it is \`f32_le\`.`,
    defaultValue: 'those of the backend',
    example: cardOf('sample-formats=s16_le;s32_le'),
    values: FORMATS,
  },
  amount('channels-min', 'The least number of channels.', 1),
  amount('channels-max', 'The greatest number of channels.', 2),
  amount('buffer-size', "The greatest size of a stream's buffer, in bytes.", 65536),
];
