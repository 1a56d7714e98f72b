/** One coloured piece of a file, and how a list of them travels. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { compareSpans, type Span } from '../../span.ts';
import { SEMANTIC_TOKENS_LEGEND, type TokenModifier, type TokenType } from './legend.ts';

/** Offsets are UTF-16 code units into the file's text. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

export const token = (
  { start, end }: Span,
  type: TokenType,
  modifier?: TokenModifier | undefined,
): Token => ({
  start,
  end,
  type,
  ...(modifier === undefined ? {} : { modifier }),
});

const numbered = <T>(names: readonly T[]): ReadonlyMap<T, number> =>
  new Map(names.map((name, index) => [name, index]));

const TYPES = numbered(SEMANTIC_TOKENS_LEGEND.tokenTypes);
const MODIFIERS = numbered(SEMANTIC_TOKENS_LEGEND.tokenModifiers);

/** The tokens in the order of the text, without empty ones; of two that overlap, the earlier one stays. */
export function withoutOverlaps(tokens: readonly Token[]): Token[] {
  const sorted = tokens.filter(({ start, end }) => end > start).sort(compareSpans);
  let end = 0;
  return sorted.filter((one) => {
    const isFree = one.start >= end;
    if (isFree) end = one.end;
    return isFree;
  });
}

/** The pieces of a token on each line. A string may hold a CR, which ends a line for editors and not for xl. */
export function perLine(text: string, whole: Token): Token[] {
  const { start, end } = whole;
  const written = text.slice(start, end);
  if (!/[\r\n]/.test(written)) return [whole];
  return [...written.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    ...whole,
    start: start + index,
    end: start + index + line.length,
  }));
}

/**
 * The tokens as the protocol has them: five numbers each, the place in lines and UTF-16 code units and relative to the
 * token before. `tokens` are in order, each on one line.
 */
export function encode(document: TextDocument, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, end, type, modifier } of tokens) {
    const at = document.positionAt(start);
    const isSameLine = at.line === before.line;
    data.push(
      at.line - before.line,
      isSameLine ? at.character - before.character : at.character,
      end - start,
      TYPES.get(type) ?? 0,
      modifier === undefined ? 0 : 1 << (MODIFIERS.get(modifier) ?? 0),
    );
    before = at;
  }
  return data;
}
