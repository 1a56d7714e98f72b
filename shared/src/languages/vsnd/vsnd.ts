/**
 * Paravirtual sound cards, one group of strings each. Facts: parse_vsnd_item and its helpers of xl_parse.c, Xen 4.12 to
 * 4.22.
 */

import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { readUnsigned, toUint32 } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  parameterPart,
  pieceOf,
  tokens,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import { VSND_PARAMETERS, type VsndItem, type VsndParameterSchema } from './keys.ts';

/** What one string says, by the names of the text. Numbers are cut to 32 bits. */
export interface VsndFields {
  readonly item?: VsndItem;
  readonly values: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
}

interface Reading {
  readonly draft: Draft<VsndFields>;
  readonly values: Record<string, string | number | readonly string[] | readonly number[]>;
}

const ITEMS: readonly VsndItem[] = ['card', 'pcm', 'stream'];
const NUMBER_CURE = 'xl reads a number and passes over what follows; a word is 0.';

function readString(text: string): ParsedSpec<VsndFields> {
  const values: Reading['values'] = {};
  const draft = draftOf<VsndFields>(text, { values });
  const [first, ...pieces] = tokens(pieceOf(text), ',').map(withoutLeadingSpaces);
  if (!first) return finished(draft);
  const item = ITEMS.find((one) => one === first.text.toLowerCase());
  draft.parts.push(wordPart(first, item?.toUpperCase()));
  if (!item) {
    const cure = 'A string begins with CARD, PCM or STREAM and a comma.';
    draft.faults.push(faultAt(first, 'bad-form', 'refused', { cure }));
    return finished(draft);
  }
  draft.fields = { item, values };
  for (const piece of pieces) readParameter({ draft, values }, piece, item);
  return finished(draft);
}

/** Blanks in front are passed over, and no other white space. */
const withoutLeadingSpaces = (piece: Piece): Piece => within(piece, /^ */.exec(piece.text)?.[0].length ?? 0);

function readParameter({ draft, values }: Reading, piece: Piece, item: VsndItem): void {
  const equals = piece.text.indexOf('=');
  if (equals === -1) {
    draft.parts.push(wordPart(piece));
    draft.faults.push(faultAt(piece, 'bad-form', 'refused', { cure: 'Write key=value.' }));
    return;
  }
  const name = within(piece, 0, equals);
  const value = within(piece, equals + 1);
  draft.parts.push(parameterPart(name, value));
  const schema = VSND_PARAMETERS.find(
    (parameter) => parameter.name === name.text && parameter.form === 'value',
  );
  if (!schema) draft.faults.push(faultAt(name, 'unknown-key', 'refused', { parameter: name.text }));
  else if (!schema.items.includes(item)) {
    const cure = `It belongs to ${schema.items.join(' or ').toUpperCase()}.`;
    draft.faults.push(faultAt(name, 'conflict', 'refused', { parameter: name.text, cure }));
  } else values[name.text] = READERS[schema.kind](draft, value, schema);
}

type Value = VsndFields['values'][string];
type Reader = (draft: Draft<VsndFields>, value: Piece, schema: VsndParameterSchema) => Value;

const READERS: Readonly<Record<VsndParameterSchema['kind'], Reader>> = {
  item: (_, { text }) => text,
  text: (_, { text }) => text,
  number: (draft, value, { name }) => readNumber(draft, value, name),
  numbers: (draft, value, { name }) =>
    listOf(draft, value, name).map((piece) => readNumber(draft, piece, name)),
  word: (draft, value, schema) => readWord(draft, value, schema),
  words: (draft, value, schema) =>
    listOf(draft, value, schema.name).map((piece) => readWord(draft, piece, schema)),
};

function readNumber(draft: Draft<VsndFields>, piece: Piece, parameter: string): number {
  const read = readUnsigned(piece.text, 0);
  if (read?.length !== piece.text.length) {
    draft.faults.push(faultAt(piece, 'bad-value', 'ignored', { parameter, cure: NUMBER_CURE }));
  }
  return toUint32(read?.value ?? 0n);
}

function readWord(
  draft: Draft<VsndFields>,
  piece: Piece,
  { name, values = [] }: VsndParameterSchema,
): string {
  const word = piece.text.toLowerCase();
  if (!values.some((value) => value.name === word)) {
    draft.faults.push(faultAt(piece, 'bad-value', 'refused', { parameter: name }));
  }
  return word;
}

/** A list without an item makes xl crash. */
function listOf(draft: Draft<VsndFields>, value: Piece, parameter: string): Piece[] {
  const pieces = tokens(value, ';');
  if (pieces.length === 0) {
    const cure = 'Write at least one, with semicolons between several, or remove the key.';
    draft.faults.push(faultAt(value, 'bad-value', 'crashes', { parameter, cure }));
  }
  return pieces;
}

export const VSND: SpecLanguage<ParsedSpec<VsndFields>> = {
  options: ['vsnd'],
  noun: 'sound card',
  shape: 'groups',
  separator: ',',
  parameters: VSND_PARAMETERS,
  wrongItem: 'refused',
  createReader: readingEach(readString),
};
