/** Building blocks of sentences. */
import { onOneLine, shorten } from './printable.ts';

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], conjunction: 'or' | 'and' = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `at most 3`, `at least 0`, `from 0 to 3`. */
export function inRange({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
}

/** Text of the file within a message: on one line, not too long, in backticks, or in quotes where it has backticks. */
export function quoted(text: string): string {
  // What will be cut off need not be cleaned.
  const shown = shorten(onOneLine(text.slice(0, 200)), 60);
  return shown === '' || shown.includes('`') ? `"${shown}"` : `\`${shown}\``;
}

/** Markdown of the schema as plain text, for messages and other places that do not render it. */
export const withoutBackticks = (markdown: string): string => markdown.replace(/`/g, '');
