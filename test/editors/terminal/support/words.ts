/**
 * The words of a text, one blank between them: what is left of Markdown however an editor shows it. Fences and the
 * targets of links are no words; punctuation and line ends are dropped.
 */
export const wordsOf = (text: string): string =>
  text
    .replace(/^\s*```.*$/gm, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
