/** Pieces of the reference pages. */

/** A line of a table; pipes in the cells would end them. */
export const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n+/g, ' ')).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

export const code = (text: string): string => `\`${text}\``;

/** Paragraphs of a page, empty ones left out, with a line end at the end. */
export const page = (...paragraphs: readonly (string | undefined)[]): string =>
  `${paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n')}\n`;
