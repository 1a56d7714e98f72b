/** Semantic tokens in a readable form. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { SEMANTIC_TOKENS_LEGEND } from '@xlcfg/shared/src/features/semanticTokens.ts';
import type { SemanticTokensEdit } from 'vscode-languageserver-types';

export interface DecodedToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Decodes the five integers of each token. */
export function decode(data: readonly number[]): DecodedToken[] {
  const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;
  const tokens: DecodedToken[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = tokenModifiers.filter((_, index) => (bits >> index) & 1);
    tokens.push({ line, character, length, type: tokenTypes[type] ?? `type ${type}`, modifiers });
  }
  return tokens;
}

/** Text, type and modifiers of each token: `xvda:type`, `tap::namespace.deprecated`. */
export const describeTokens = (doc: XlDocument, data: readonly number[]): string[] =>
  decode(data).map(({ line, character, length, type, modifiers }) => {
    const start = doc.text.offsetAt({ line, character });
    const text = doc.text.getText().slice(start, start + length);
    return `${text}:${[type, ...modifiers].join('.')}`;
  });

/** Applies edits, whose positions refer to the old tokens. */
export const applyTokenEdits = (data: readonly number[], edits: readonly SemanticTokensEdit[]): number[] =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (now, { start, deleteCount, data: added = [] }) => now.toSpliced(start, deleteCount, ...added),
      [...data],
    );
