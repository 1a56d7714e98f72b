/** How a device is called in a list of symbols: its name, what else tells it from others, and where the name stands. */
import { SymbolKind } from 'vscode-languageserver-types';
import { spanInFile } from '../../document/positions.ts';
import type { SpecString } from '../../document/specStrings.ts';
import type { Piece } from '../../languages/pieces.ts';
import type { Entry } from './entry.ts';
import { label, nameOf } from './entry.ts';

/** The entry of one string. */
export function deviceEntry(string: SpecString): Entry {
  const { language, spec, node, pieces } = string;
  const { symbol, noun } = language;
  if (language.shape === 'groups') return partEntry(string);
  if (!symbol) {
    return { name: nameOf(node.content.text, noun), detail: noun, kind: SymbolKind.String, node };
  }
  const given = givenPieces(pieces);
  const named = symbol.name.flatMap((parameter) => given.get(parameter) ?? []).at(0);
  const details =
    symbol.details?.(spec) ??
    symbol.detail
      .flatMap((parameter) => given.get(parameter) ?? [])
      .filter((piece) => piece !== named)
      .map(detailOf);
  return {
    name: nameOf(named?.text ?? '', noun),
    detail: label(details.join(', ')),
    kind: symbol.kind ?? SymbolKind.Module,
    node,
    ...(named ? { named: spanInFile(node, named) } : {}),
  };
}

/** The pieces that have a value, by parameter. The last one counts as a rule. */
const givenPieces = (pieces: readonly Piece[]): ReadonlyMap<string, Piece> =>
  new Map(
    pieces.flatMap((piece) =>
      piece.parameter !== undefined &&
      (piece.kind === 'value' || piece.kind === 'word' || piece.kind === 'flag') &&
      piece.text !== ''
        ? [[piece.parameter, piece] as const]
        : [],
    ),
  );

/** A number alone tells nothing. */
const detailOf = ({ text, parameter }: Piece): string => (/^\d+$/.test(text) ? `${parameter} ${text}` : text);

/** A string that is a part of a device: what it begins with, and the rest. */
function partEntry({ node, pieces, spec }: SpecString): Entry {
  const [first] = pieces;
  const rest = spec.text.slice(first?.end ?? 0).replace(/^[\s=,]+/, '');
  return {
    name: nameOf(first?.text ?? '', '(empty)'),
    detail: label(rest),
    kind: SymbolKind.Field,
    node,
    ...(first ? { named: spanInFile(node, first) } : {}),
  };
}
