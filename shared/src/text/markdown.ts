/** Building blocks of Markdown, and the one way in which text of the file gets into it. */
import { printable, shorten } from './printable.ts';

/** Longer text of the file is cut: a hover is narrow. In UTF-16 code units. */
const LONGEST_SPAN = 120;
const LONGEST_LINE = 400;

const longestBacktickRun = (text: string): number =>
  Array.from(text.matchAll(/`+/g)).reduce((longest, [run]) => Math.max(longest, run.length), 0);

/**
 * Any text as a code span, in which Markdown means nothing. The fence is longer than any run of backticks inside;
 * the blanks beside it are taken away again by the reader (CommonMark 6.1).
 */
export function code(text: string): string {
  if (text === '') return '(empty)';
  const shown = printable(shorten(text, LONGEST_SPAN));
  const fence = '`'.repeat(longestBacktickRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a block of configuration. Each is made printable; the fence outgrows any run of backticks. */
export function codeBlock(lines: readonly string[]): string {
  const shown = lines.map((line) => printable(shorten(line, LONGEST_LINE)));
  const fence = '`'.repeat(Math.max(3, longestBacktickRun(shown.join('\n')) + 1));
  return [`${fence}${LANGUAGE_ID}`, ...shown, fence].join('\n');
}

/** The language of the blocks, which lets an editor colour them. */
const LANGUAGE_ID = 'xlcfg';

/**
 * Text of the schema as Markdown: words in backticks stay code, whatever else could mean something is escaped. An
 * underscore inside a word means nothing there and stays as it is.
 */
export const plain = (text: string): string =>
  text.replace(/`[^`]+`|[\\`*[\]<>&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (found) =>
    found.length > 1 ? found : `\\${found}`,
  );

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Paragraphs with an empty line between them; what is empty or absent is left out. */
export const paragraphs = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');
