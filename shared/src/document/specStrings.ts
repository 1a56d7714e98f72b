/** Every string of a document that is in a language of its own, read: also those that an overriding setting makes void. */

import { partitionPoint } from '../binarySearch.ts';
import type { DiskSpec } from '../languages/disk/ast.ts';
import { DISK } from '../languages/disk/disk.ts';
import { languageOf } from '../languages/index.ts';
import { type ParsedSpec, readStrings, type SpecLanguage, type SpecShape } from '../languages/language.ts';
import { type Piece, piecesOf } from '../languages/pieces.ts';
import { memoizeByObject } from '../memoize.ts';
import { asString } from '../model/effectiveSettings.ts';
import type { Setting, StringLiteral, Value } from '../syntax/index.ts';
import type { XlDocument } from './document.ts';
import { specContextOf } from './specAt.ts';

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

/** In the order of the text. Computed once for a document. */
export const specStrings = memoizeByObject((doc: XlDocument): readonly SpecString[] => {
  if (doc.kind.name !== 'guest') return [];
  const read = new Map(doc.specs.specs.map((one) => [one.node.start, one]));
  return doc.file.settings.flatMap((setting) => {
    const language = languageOf(setting.name.text);
    if (!language) return [];
    return stringsOf(setting.value, language).map((node): SpecString => {
      const inGuest = read.get(node.start);
      // A text that `+=` put together is one spec in several places: each place is read for itself here.
      const counts = inGuest?.node.end === node.end;
      const spec = counts ? inGuest.spec : readAlone(doc, language, setting, node.content.text);
      return { setting, node, language, spec, pieces: piecesOf(spec), counts };
    });
  });
});

function readAlone(doc: XlDocument, language: SpecLanguage, setting: Setting, text: string): ParsedSpec {
  const form = setting.value?.kind === 'list' ? 'list' : 'text';
  const [spec] = readStrings(language, [text], specContextOf(doc, form));
  return spec ?? { text, parts: [], faults: [], fields: undefined };
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

/** The disk that a string describes, whether it counts or not; undefined where it is in no `disk` list. */
export function diskSpecOf(doc: XlDocument, node: StringLiteral): DiskSpec | undefined {
  const string = specStringAt(doc, node.start);
  return string?.node.start === node.start && isIn(DISK, string) ? string.spec : undefined;
}

/** The string of a small language that the offset touches, quotes included. */
export function specStringAt(doc: XlDocument, offset: number): SpecString | undefined {
  const strings = specStrings(doc);
  const found = strings[partitionPoint(strings, ({ node }) => node.start <= offset) - 1];
  return found && offset <= found.node.end ? found : undefined;
}
