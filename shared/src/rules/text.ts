/** Pieces of the sentences that rules say. */

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], conjunction = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Text of the file within a message: on one line, not too long, in typographic quotes of its own. */
export function quoted(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}

/** Markdown of the schema in a message, which is plain text. */
export const plain = (markdown: string): string => markdown.replace(/`/g, '');
