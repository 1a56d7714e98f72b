/** What a rule of the grammar is, and what their messages and fixes have in common. */
import type { Edit, Fix } from '../../edits/edit.ts';
import type { Sourced } from '../../schema/source.ts';
import type { ParseError, ParseErrorCode } from '../../syntax/index.ts';
import type { RuleSource } from '../rule.ts';

export interface SyntaxRule extends Sourced {
  readonly code: ParseErrorCode;
  readonly summary: string;
  readonly details: string;
  readonly message: (error: ParseError, text: string, source: RuleSource) => string;
  /** What is at the other position that the parser names; absent where it names none. */
  readonly related?: string;
  /** `text` is the whole file. */
  readonly fixes?: (error: ParseError, text: string, source: RuleSource) => readonly Fix[];
}

export const shown = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? '';
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
};

export const sourceOf = ({ start, end }: ParseError, text: string): string => text.slice(start, end);

export const replaceEdit = (start: number, end: number, newText: string): Edit => ({ start, end, newText });

export const singleEditFix = (title: string, edit: Edit, preferred = true): Fix[] => [
  { title, edits: [edit], preferred },
];

/** xl rejects a file that ends with a comment without a line ending, so one is added. */
export const commentOutEdits = (start: number, text: string): Edit[] => [
  text.startsWith('//', start) ? replaceEdit(start, start + 2, '#') : replaceEdit(start, start, '# '),
  ...(text.includes('\n', start) ? [] : [replaceEdit(text.length, text.length, '\n')]),
];

/** The same for each line of the error. */
export const commentLinesEdits = ({ start, end }: ParseError, text: string): Edit[] => [
  ...[...text.slice(start, end).matchAll(/(?:^|\n)[ \t]*(?=\S)/g)].map(({ index, 0: { length } }) =>
    replaceEdit(start + index + length, start + index + length, '# '),
  ),
  ...(text.includes('\n', end) ? [] : [replaceEdit(text.length, text.length, '\n')]),
];
