/** Changes the text of a project config, and keeps its comments and layout. Pure. */
import type { Edit } from '@xlcfg/shared';
import { modify, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import { parseProjectConfig } from './projectConfig.ts';

const FORMATTING = { insertSpaces: true, tabSize: 2, eol: '\n' };

const NEW_FILE = '{}\n';

const isObject = (text: string): boolean => {
  const errors: ParseError[] = [];
  return parseProjectConfig(text, errors)?.type === 'object' && errors.length === 0;
};

/**
 * The edits that set one value. Offsets are UTF-16 code units.
 *
 * @param text of the file; empty if there is none yet
 * @param path the keys that lead to the value
 * @returns undefined if the text is not a JSON object
 */
export const projectConfigEdits = (
  text: string,
  path: readonly string[],
  value: string | boolean,
): readonly Edit[] | undefined => {
  const isNew = text.trim() === '';
  const before = isNew ? NEW_FILE : text;
  if (!isObject(before)) return undefined;
  const edits = modify(before, [...path], value, { formattingOptions: FORMATTING }).map(
    ({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }),
  );
  if (!isNew) return edits;
  const { start = 0, end = 0, newText = '' } = edits[0] ?? {};
  return [
    { start: 0, end: text.length, newText: `${NEW_FILE.slice(0, start)}${newText}${NEW_FILE.slice(end)}` },
  ];
};
