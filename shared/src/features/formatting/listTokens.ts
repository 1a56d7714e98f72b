/** The tokens of a list, with what is between them: where the lines end, and the comments. */

import type { Comment, List } from '../../syntax/index.ts';
import { createScanner } from '../../syntax/scanner.ts';

export interface ListToken {
  readonly kind: '[' | ']' | 'item' | 'comment';
  /** Offsets into the file's text. */
  readonly start: number;
  readonly end: number;
  /** A line ends between the token before and this one. */
  readonly isOnNewLine: boolean;
  /** There is a blank line between the two. */
  readonly afterBlankLine: boolean;
  /** A comma follows, be it behind comments. */
  hasComma: boolean;
}

/** The tokens of a list that xl's parser takes, its brackets included. */
export function listTokens(text: string, { start, end }: List): ListToken[] {
  const comments: Comment[] = [];
  const scanner = createScanner(text.slice(start, end), comments, []);
  const tokens: ListToken[] = [];
  let isOnNewLine = false;
  /** What came last was a line feed. */
  let isAtStart = false;
  let afterBlankLine = false;
  let item: ListToken | undefined;
  const push = (kind: ListToken['kind'], from: number, to: number): ListToken => {
    const token = {
      kind,
      start: start + from,
      end: start + to,
      isOnNewLine,
      afterBlankLine,
      hasComma: false,
    };
    tokens.push(token);
    isOnNewLine = false;
    isAtStart = false;
    afterBlankLine = false;
    return token;
  };
  for (let known = 0; ; known = comments.length) {
    const token = scanner.next(true);
    const comment = comments[known];
    if (comment) push('comment', comment.start, comment.end);
    if (token.kind === 'end') return tokens;
    if (token.kind === 'newline') {
      afterBlankLine ||= isAtStart;
      isOnNewLine = true;
      isAtStart = true;
    } else if (token.kind === ',') {
      isAtStart = false;
      if (item) item.hasComma = true;
    } else if (token.kind === '[') push('[', token.start, token.end);
    else item = push(token.kind === ']' ? ']' : 'item', token.start, token.end);
  }
}
