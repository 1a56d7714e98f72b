/** Pieces of the reference pages. */

import type { ValueDoc } from '../schema/types.ts';
import type { Lifetime } from '../schema/xenVersions.ts';
import { code, paragraphs } from '../text/markdown.ts';

/** A line of a table; pipes in the cells would end them. */
export const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n+/g, ' ')).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** `since Xen 4.5`, `up to Xen 4.20`; empty where nothing is known. */
export function lifetimeText({ since, last }: Partial<Lifetime>): string {
  if (since === undefined) return last === undefined ? '' : `up to Xen ${last}`;
  return last === undefined ? `since Xen ${since}` : `Xen ${since} to ${last}`;
}

/** The words that can be written, or nothing where there are none. */
export function valueTable(values: readonly ValueDoc[] = []): string | undefined {
  const rows = values
    .filter(({ internal }) => !internal)
    .map((value) => [code(value.name), value.summary, lifetimeText(value)]);
  return rows.length > 0 ? table(['Value', 'Meaning', 'Releases'], rows) : undefined;
}

/** A page, or a section of one: its paragraphs without empty ones, and a line ending. */
export const page = (...parts: readonly (string | undefined)[]): string => `${paragraphs(parts)}\n`;
