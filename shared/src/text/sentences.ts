/** Parts of sentences in messages and hovers. */

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], conjunction = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** `at most 3`, `at least 0`, `from 0 to 3`. */
export function inRange({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
}

/** Control characters, ends of lines, and the marks that turn the direction of writing, which act on what is beside. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** Text of the file within a message: on one line, not too long, in typographic quotes of its own. */
export function quoted(text: string): string {
  // What is cut off in the end need not be looked at; the two halves of a character stay together.
  const line = text.slice(0, 200).replace(ACTING, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : line}"`;
}

/** Markdown of the schema in a message, which is plain text. */
export const plain = (markdown: string): string => markdown.replace(/`/g, '');
