/** Semantic tokens: what a grammar cannot tell. Comments, quotes and plain strings are left to the grammar. */

import type { Range, SemanticTokensEdit } from 'vscode-languageserver-types';
import { readConfigNumber } from '../cNumbers.ts';
import { commonEnds } from '../commonEnds.ts';
import type { XlDocument } from '../document/document.ts';
import { spanInFile } from '../document/positions.ts';
import { specStrings } from '../document/specStrings.ts';
import { memoizeByObject } from '../memoize.ts';
import type { OptionSchema } from '../schema/types.ts';
import { atLeast, existsIn } from '../schema/xenVersions.ts';
import { span } from '../span.ts';
import type { Atom, Name, Setting } from '../syntax/index.ts';
import { atomsIn } from '../syntax/query.ts';
import type { TokenModifier } from './semanticTokens/legend.ts';
import { colourOfWord, stringTokens } from './semanticTokens/ofStrings.ts';
import { encode, perLine, type Token, token, withoutOverlaps } from './semanticTokens/token.ts';

export { SEMANTIC_TOKENS_LEGEND } from './semanticTokens/legend.ts';

/**
 * All tokens of the document, as the protocol has them: five numbers each, by the legend. No token spans lines, none
 * overlaps another.
 */
export const semanticTokens = (doc: XlDocument): number[] => encode(doc.text, tokensOf(doc));

/** Likewise the tokens that lie, at least in part, in the range. */
export function semanticTokensIn(doc: XlDocument, range: Range): number[] {
  const from = doc.text.offsetAt(range.start);
  const to = doc.text.offsetAt(range.end);
  return encode(
    doc.text,
    tokensOf(doc).filter(({ start, end }) => start < to && end > from),
  );
}

/** What makes `after` of `before`, both as the protocol has tokens: one edit of all that differs, or none. */
export function semanticTokensEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const { start, end } = commonEnds(before, after);
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** The tokens of a document, in the order of the text, each on one line. Computed once for a document. */
const tokensOf = memoizeByObject((doc: XlDocument): readonly Token[] => {
  const strings = specStrings(doc);
  const inSpecs = new Set(strings.map(({ node }) => node.start));
  return withoutOverlaps([
    ...doc.file.settings.flatMap((setting) => [
      ...headTokens(doc, setting),
      ...atomsIn(setting.value)
        .filter(({ start }) => !inSpecs.has(start))
        .flatMap((atom) => atomToken(doc, setting, atom) ?? []),
    ]),
    ...strings.flatMap((string) => stringTokens(doc, string)),
  ]).flatMap((one) => perLine(doc.text.getText(), one));
});

const headTokens = (doc: XlDocument, { name, operator }: Setting): Token[] => [
  token(name, 'property', modifierOfName(doc, name)),
  ...(operator ? [token(operator, 'operator')] : []),
];

function modifierOfName({ kind, settings }: XlDocument, { text }: Name): TokenModifier | undefined {
  const option = kind.optionByName.get(text);
  const xenVersion = settings.xenVersion;
  if (!option || !existsIn(xenVersion, option)) return 'unknown';
  const { deprecated } = option;
  return deprecated && atLeast(xenVersion, deprecated.since ?? option.since) ? 'deprecated' : undefined;
}

/** Options whose strings are read as numbers, if they are no word. */
const takesNumbers = ({ kind }: OptionSchema): boolean =>
  kind.startsWith('number') || kind.startsWith('boolean');

function atomToken(doc: XlDocument, { name }: Setting, atom: Atom): Token | undefined {
  if (atom.kind === 'number') return token(atom, 'number');
  const option = doc.kind.optionByName.get(name.text);
  if (!option) return undefined;
  const { text } = atom.content;
  const place = spanInFile(atom, span(0, text.length));
  const word = colourOfWord(doc, option, text);
  if (word) return token(place, ...word);
  return takesNumbers(option) && readConfigNumber(text).kind === 'number'
    ? token(place, 'number')
    : undefined;
}
