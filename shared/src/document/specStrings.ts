/** Every string of a document that is in its own language, read: also those that an overriding setting makes void. */

import { partitionPoint } from '../binarySearch.ts';
import { languageOf } from '../languages/index.ts';
import {
  type MeaningContext,
  type ParsedSpec,
  readStrings,
  type SpecContext,
  type SpecLanguage,
  type SpecShape,
} from '../languages/language.ts';
import { type Piece, piecesOf } from '../languages/pieces.ts';
import { memoizeByObject } from '../memoize.ts';
import { asString } from '../model/effectiveSettings.ts';
import { machineOf } from '../model/machine.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import { schemaContext } from '../model/schemaContext.ts';
import { specNumbers } from '../model/specNumbers.ts';
import type { TextContent } from '../schema/types.ts';
import { type Atom, decodedOffset, type Setting, type StringLiteral, type Value } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';

export interface SpecString<Spec extends ParsedSpec = ParsedSpec> {
  /** The setting whose value it is, or is in. */
  readonly setting: Setting;
  readonly node: StringLiteral;
  readonly language: SpecLanguage<Spec>;
  readonly spec: Spec;
  /** In the order of the text; offsets are those of the string's decoded text. */
  readonly pieces: readonly Piece[];
  /** Whether xl reads it for the guest. */
  readonly counts: boolean;
}

/** Whether a string is in this language. */
export const isIn = <Spec extends ParsedSpec>(
  language: SpecLanguage<Spec>,
  string: SpecString,
): string is SpecString<Spec> => string.language === language;

/**
 * The language of an option's strings in files of this kind, if its parameters are documented; undefined where they are
 * plain text, or words that the option itself documents.
 */
export function specLanguageOf({ kind }: XlDocument, option: string): SpecLanguage | undefined {
  const language = kind.name === 'guest' ? languageOf(option) : undefined;
  return language && language.parameters.length > 0 ? language : undefined;
}

/** Where and for whom the strings of this document are read; `form`: what the value is, as a whole. */
export const specContextOf = (
  { guest, settings }: XlDocument,
  form: NonNullable<SpecContext['form']>,
): SpecContext => ({
  form,
  ...schemaContext(guest, settings),
  numberOf: specNumbers(guest, settings.xenVersion),
});

/** Likewise for the strings of one setting. */
export const settingContext = (doc: XlDocument, { value }: Setting): SpecContext =>
  specContextOf(doc, value?.kind === 'list' ? 'list' : 'text');

/** Likewise, with the machine that the guest is. */
export const meaningContext = (doc: XlDocument, setting: Setting): MeaningContext => ({
  ...settingContext(doc, setting),
  machine: machineOf(optionValuesOf(doc.guest, doc.settings.xenVersion)),
});

/** In the order of the text. Computed once for a document. */
export const specStrings = memoizeByObject((doc: XlDocument): readonly SpecString[] => {
  if (doc.kind.name !== 'guest') return [];
  const read = new Map(doc.specs.specs.map((one) => [one.node.start, one]));
  return doc.file.settings.flatMap((setting) => {
    const language = languageOf(setting.name.text);
    if (!language) return [];
    return stringsOf(setting.value, language).map((node): SpecString => {
      const inGuest = read.get(node.start);
      if (inGuest?.node.end !== node.end) {
        // A text that `+=` put together is one spec in several settings: each piece is read for itself here.
        return readAlone(doc, language, setting, node, isPieceOfText(doc, setting));
      }
      const { spec } = inGuest;
      return { setting, node, language, spec, pieces: piecesOf(spec), counts: true };
    });
  });
});

function isPieceOfText({ guest }: XlDocument, setting: Setting): boolean {
  const effective = guest.settings.get(setting.name.text);
  return effective?.value.kind === 'atom' && effective.parts.length > 1 && effective.parts.includes(setting);
}

function readAlone(
  doc: XlDocument,
  language: SpecLanguage,
  setting: Setting,
  node: StringLiteral,
  counts: boolean,
): SpecString {
  const { text } = node.content;
  const [spec = { text, parts: [], faults: [], fields: undefined }] = readStrings(
    language,
    [text],
    settingContext(doc, setting),
  );
  return { setting, node, language, spec, pieces: piecesOf(spec), counts };
}

/** A value of the setting in the language of its strings, also where xl does not look for a string. */
export function specStringOf(
  doc: XlDocument,
  language: SpecLanguage,
  setting: Setting,
  value: Atom,
): SpecString {
  const found = specStringAt(doc, value.start);
  return found?.node.start === value.start && found.node.end === value.end
    ? found
    : readAlone(doc, language, setting, asString(value), false);
}

/** In how many lists the strings of a language stand. */
export const DEPTHS: Readonly<Record<SpecShape, readonly number[]>> = {
  text: [0],
  items: [1],
  textOrItems: [0, 1],
  groups: [2],
};

/** The strings of a value that stand in as many lists as those of the language do. */
function stringsOf(value: Value | undefined, { shape }: SpecLanguage): StringLiteral[] {
  const strings: StringLiteral[] = [];
  const visit = (node: Value, depth: number): void => {
    if (node.kind === 'list') {
      if (depth < 2) for (const item of node.items) visit(item, depth + 1);
    } else if (node.kind !== 'invalid' && DEPTHS[shape].includes(depth)) strings.push(asString(node));
  };
  if (value) visit(value, 0);
  return strings;
}

/** What a string says in the language, whether it counts or not; undefined where it is not in it. */
export function specIn<Spec extends ParsedSpec>(
  doc: XlDocument,
  language: SpecLanguage<Spec>,
  node: StringLiteral,
): Spec | undefined {
  const string = specStringAt(doc, node.start);
  return string?.node.start === node.start && isIn(language, string) ? string.spec : undefined;
}

/** The string of a small language that the offset touches, quotes included. */
export function specStringAt(doc: XlDocument, offset: number): SpecString | undefined {
  const strings = specStrings(doc);
  const found = strings[partitionPoint(strings, ({ node }) => node.start <= offset) - 1];
  return found && offset <= found.node.end ? found : undefined;
}

/** What the piece names by the schema; undefined for keys and flags, and where it names nothing but itself. */
export function contentOf(string: SpecString, { kind, parameter }: Piece): TextContent | undefined {
  if (parameter === undefined || (kind !== 'value' && kind !== 'word')) return undefined;
  const schema = string.language.parameters.find(({ name }) => name === parameter);
  return schema?.content;
}

/** The pieces that an offset of the file touches, in the order of the text: two where it lies between them. */
export function piecesAt({ node, pieces }: SpecString, offset: number): readonly Piece[] {
  const { content } = node;
  if (offset < content.start || offset > content.end) return [];
  const at = decodedOffset(content, offset);
  return pieces.filter(({ start, end }) => start <= at && at <= end);
}
