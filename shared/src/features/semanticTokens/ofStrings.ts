/** The colours inside the strings of small languages, by the role of each piece. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import { isIn, type SpecString } from '../../document/specStrings.ts';
import { DISK } from '../../languages/disk/disk.ts';
import { diskParameter } from '../../languages/disk/schema/index.ts';
import type { ParsedSpec, SpecLanguage } from '../../languages/language.ts';
import type { Piece } from '../../languages/pieces.ts';
import { memoizeByObject } from '../../memoize.ts';
import { wordFor } from '../../schema/options/matching.ts';
import type { OptionSchema, ParameterSchema, ValueDoc } from '../../schema/types.ts';
import type { TokenModifier, TokenType } from './legend.ts';
import { type Token, token } from './token.ts';

type Colour = readonly [type: TokenType, modifier?: TokenModifier | undefined];

/** The tokens of one string, in the order of the text. */
export function stringTokens(doc: XlDocument, string: SpecString): Token[] {
  const { node, pieces } = string;
  const colourOf = isIn(DISK, string) ? diskColour : colourIn(doc, string);
  return pieces.flatMap((piece) => {
    const colour = colourOf(piece);
    return colour ? [token(placeOf(node, piece), ...colour)] : [];
  });
}

/** Fields of a disk that have a colour of their own, whatever is written there. */
const DISK_FIELDS: Readonly<Record<string, TokenType>> = {
  target: 'string',
  vdev: 'type',
  access: 'modifier',
};

function diskColour({ kind, parameter = '', text, isSuffix }: Piece): Colour {
  const schema = diskParameter(parameter);
  switch (kind) {
    case 'prefix':
      return ['namespace', 'deprecated'];
    case 'key':
      return ['parameter'];
    case 'flag':
      return ['keyword'];
    case 'unknown':
      return ['string', 'unknown'];
    case 'value':
    case 'word': {
      const known = schema?.values === undefined || schema.values.some(({ name }) => name === text);
      const type = DISK_FIELDS[parameter] ?? typeOfText(text, false, schema);
      if (!known) return [type, 'unknown'];
      // Without a name, the type of drive is told behind the vdev and a colon.
      return isSuffix ? [type, 'deprecated'] : [type];
    }
  }
}

const parametersOf = memoizeByObject(
  ({ parameters }: SpecLanguage): ReadonlyMap<string, ParameterSchema> =>
    new Map(parameters.map((one) => [one.name, one])),
);

function colourIn(
  doc: XlDocument,
  { language, spec, setting }: SpecString,
): (piece: Piece) => Colour | undefined {
  const option = doc.kind.optionByName.get(setting.name.text);
  // Their words are those of the option itself, or anything.
  if (language.parameters.length === 0) return ({ text }) => option && colourOfWord(doc, option, text);
  const unknownKeys = unknownKeysOf(spec);
  return ({ kind, parameter, start, text }) => {
    const schema = parameter === undefined ? undefined : parametersOf(language).get(parameter);
    if (kind === 'unknown') return ['string', 'unknown'];
    if (kind === 'key') return ['parameter', modifierOf(schema, unknownKeys.has(start))];
    if (kind === 'flag') return ['keyword', modifierOf(schema)];
    return [typeOfText(text, kind === 'word', schema), modifierOf(valueNamed(schema, text))];
  };
}

const unknownKeysOf = ({ faults }: ParsedSpec): ReadonlySet<number> =>
  new Set(faults.flatMap(({ kind, start }) => (kind === 'unknown-key' ? start : [])));

const modifierOf = (
  about: { readonly deprecated?: string } | undefined,
  isUnknown = false,
): TokenModifier | undefined =>
  isUnknown ? 'unknown' : about?.deprecated === undefined ? undefined : 'deprecated';

const valueNamed = (schema: ParameterSchema | undefined, text: string): ValueDoc | undefined =>
  schema?.values?.find(({ name }) => name.toLowerCase() === text.toLowerCase());

/** A number, an address of a network card or of the internet, a range or a list of numbers. */
const NUMERIC_VALUE =
  /^(?:[+-]?(?:0x)?[0-9][0-9a-f.:]*|[0-9a-f]{1,2}(?::[0-9a-f]{1,2})+|[0-9]+(?:[-,][0-9]+)*)$/i;
/** Where no name is wanted, hexadecimal numbers may begin with a letter: ports, pages of memory, places on a bus. */
const NUMERIC_WORD = /^\^?(?:nodes?:)?[0-9a-f][0-9a-f:.,@*-]*$/i;

function typeOfText(text: string, isWord: boolean, schema: ParameterSchema | undefined): TokenType {
  if ((isWord ? NUMERIC_WORD : NUMERIC_VALUE).test(text)) return 'number';
  return valueNamed(schema, text) ? 'enumMember' : 'string';
}

/** A word of an option. Undefined where the option takes any text, or the text is none of its words. */
export function colourOfWord(doc: XlDocument, option: OptionSchema, text: string): Colour | undefined {
  const reader = { xenVersion: doc.settings.xenVersion, guestType: doc.guest.type };
  const word = wordFor(option, text, reader);
  return word && ['enumMember', modifierOf(word)];
}
