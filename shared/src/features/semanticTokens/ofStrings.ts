/** The tokens inside the strings of languages, by the role of each piece. */

import type { XlDocument } from '../../document/document.ts';
import { spanInFile } from '../../document/positions.ts';
import type { SpecString } from '../../document/specStrings.ts';
import type { ParsedSpec, SpecFaultKind, SpecLanguage } from '../../languages/language.ts';
import type { Piece } from '../../languages/pieces.ts';
import { memoizeByObject } from '../../memoize.ts';
import { schemaContext } from '../../model/schemaContext.ts';
import { wordFor } from '../../schema/options/matching.ts';
import type { OptionSchema, ParameterSchema, ValueDoc } from '../../schema/types.ts';
import type { TokenModifier, TokenType } from './legend.ts';
import { type Token, token } from './token.ts';

type Colour = readonly [type: TokenType, modifier?: TokenModifier | undefined];

/** The tokens of one string, in the order of the text. */
export function stringTokens(doc: XlDocument, string: SpecString): Token[] {
  const { node, pieces } = string;
  const colourOf = colourIn(doc, string);
  return pieces.flatMap((piece) => {
    const colour = colourOf(piece);
    return colour ? [token(spanInFile(node, piece), ...colour)] : [];
  });
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
  // Their values are those of the option itself, or anything.
  if (language.parameters.length === 0) return ({ text }) => option && colourOfWord(doc, option, text);
  const unknownKeys = startsOf(spec, 'unknown-key');
  const badValues = startsOf(spec, 'bad-value');
  return ({ kind, parameter = '', start, text, isSuffix }) => {
    const schema = parametersOf(language).get(parameter);
    switch (kind) {
      case 'unknown':
        return ['string', 'unknown'];
      case 'prefix':
        return [
          'namespace',
          language.prefixes?.some(({ name }) => name === parameter) ? 'deprecated' : 'unknown',
        ];
      case 'key':
        return ['parameter', modifierOf(schema, unknownKeys.has(start))];
      case 'flag':
        return ['keyword', modifierOf(schema)];
      case 'value':
      case 'word': {
        const type = language.tokenTypes?.[parameter] ?? typeOfText(text, kind === 'word', schema);
        const isUnknown = schema?.values !== undefined && badValues.has(start);
        const modifier = modifierOf(valueNamed(schema, text), isUnknown);
        return [type, modifier ?? (isSuffix ? 'deprecated' : undefined)];
      }
    }
  };
}

/** Where the faults of a kind begin. */
const startsOf = ({ faults }: ParsedSpec, kind: SpecFaultKind): ReadonlySet<number> =>
  faults.length === 0
    ? NOWHERE
    : new Set(faults.flatMap((fault) => (fault.kind === kind ? fault.start : [])));

const NOWHERE: ReadonlySet<number> = new Set();

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
/** Without a key, hexadecimal numbers may begin with a letter: ports, pages of memory, addresses on a bus. */
const NUMERIC_WORD = /^\^?(?:nodes?:)?[0-9a-f][0-9a-f:.,@*-]*$/i;

function typeOfText(text: string, isWord: boolean, schema: ParameterSchema | undefined): TokenType {
  const isAddress = isWord && schema?.values === undefined;
  if ((isAddress ? NUMERIC_WORD : NUMERIC_VALUE).test(text)) return 'number';
  return valueNamed(schema, text) ? 'enumMember' : 'string';
}

/** A word of an option. Undefined where the option takes any text, or the text is none of its words. */
export function colourOfWord(doc: XlDocument, option: OptionSchema, text: string): Colour | undefined {
  const reader = schemaContext(doc.guest, doc.settings);
  const word = wordFor(option, text, reader);
  return word && ['enumMember', modifierOf(word)];
}
