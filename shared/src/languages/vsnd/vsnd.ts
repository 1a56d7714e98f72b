/**
 * Paravirtual sound cards, one group of strings each. Facts: parse_vsnd_item and its helpers of xl_parse.c, Xen 4.12 to
 * 4.22.
 */
import { strtoul, toUint32 } from '../../cNumbers.ts';
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, parameterOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type Slice, skipSpaces, splitAt, strtok, wholeOf } from '../toolkit/slice.ts';
import { VSND_PARAMETERS, type VsndItem, type VsndParameterSchema } from './keys.ts';

type Value = string | number | readonly string[] | readonly number[];

/** What one string says, by the names of the text. Numbers are cut to 32 bits. */
export interface VsndFields {
  readonly item?: VsndItem;
  readonly values: Readonly<Record<string, Value>>;
}

const ITEMS: readonly VsndItem[] = ['card', 'pcm', 'stream'];

function readString(text: string): ParsedSpec<VsndFields> {
  const draft = draftOf<VsndFields>(text, { values: {} });
  const [first, ...fields] = strtok(wholeOf(text), ',').map(skipSpaces);
  if (!first) return draft;
  const item = ITEMS.find((one) => one === first.text.toLowerCase());
  addWord(draft, first, item?.toUpperCase());
  if (!item) {
    const advice = 'A string starts with `CARD`, `PCM` or `STREAM` and a comma.';
    addFault(draft, first, 'bad-form', 'refused', { advice });
    return draft;
  }
  const values: Record<string, Value> = {};
  draft.fields = { item, values };
  for (const field of fields) readParameter(draft, field, item, values);
  return draft;
}

function readParameter(
  draft: Draft<VsndFields>,
  field: Slice,
  item: VsndItem,
  values: Record<string, Value>,
): void {
  const pair = splitAt(field, '=');
  if (!pair) {
    addWord(draft, field);
    addFault(draft, field, 'bad-form', 'refused', { advice: 'Use `key=value`.' });
    return;
  }
  const [key, value] = pair;
  draft.parts.push(parameterOf(key, value));
  const schema = VSND_PARAMETERS.find(({ name, form }) => name === key.text && form === 'value');
  if (!schema) addFault(draft, key, 'unknown-key', 'refused', { parameter: key.text });
  else if (!schema.items.includes(item)) {
    const advice = `It belongs to \`${schema.items.join('` or `').toUpperCase()}\`.`;
    addFault(draft, key, 'conflict', 'refused', { parameter: key.text, advice });
  } else values[key.text] = READERS[schema.kind](draft, value, schema);
}

type Reader = (draft: Draft<VsndFields>, value: Slice, schema: VsndParameterSchema) => Value;

const READERS: Readonly<Record<VsndParameterSchema['kind'], Reader>> = {
  item: (_, { text }) => text,
  text: (_, { text }) => text,
  number: readNumber,
  numbers: (draft, value, schema) =>
    listOf(draft, value, schema).map((number) => readNumber(draft, number, schema)),
  word: readWord,
  words: (draft, value, schema) => listOf(draft, value, schema).map((word) => readWord(draft, word, schema)),
};

function readNumber(draft: Draft<VsndFields>, value: Slice, { name }: VsndParameterSchema): number {
  const read = strtoul(value.text, 0);
  if (read?.end !== value.text.length) {
    const advice = 'xl reads a number and ignores what follows; a word counts as 0.';
    addFault(draft, value, 'bad-value', 'ignored', { parameter: name, advice });
  }
  return toUint32(read?.value ?? 0n);
}

function readWord(
  draft: Draft<VsndFields>,
  value: Slice,
  { name, values = [] }: VsndParameterSchema,
): string {
  const word = value.text.toLowerCase();
  if (!values.some((one) => one.name === word))
    addFault(draft, value, 'bad-value', 'refused', { parameter: name });
  return word;
}

/** A list without an item makes xl crash. */
function listOf(draft: Draft<VsndFields>, value: Slice, { name }: VsndParameterSchema): Slice[] {
  const items = strtok(value, ';');
  if (items.length === 0) {
    const advice = 'Use at least one, several separated by semicolons, or remove the key.';
    addFault(draft, value, 'bad-value', 'crashes', { parameter: name, advice });
  }
  return items;
}

export const VSND: SpecLanguage<ParsedSpec<VsndFields>> = {
  options: ['vsnd'],
  noun: 'sound card',
  shape: 'groups',
  separator: ',',
  parameters: VSND_PARAMETERS,
  nonStringItem: 'refused',
  createReader: readingEach(readString),
};
