/**
 * Text on a terminal and in the log of a pipeline: its colours, and what is not safe to print, because a terminal or a
 * CI server acts on it. Pure.
 */
import type { createColors } from 'picocolors';

/** Functions that put colours into a text, or leave it as it is. */
export type Colors = ReturnType<typeof createColors>;

/** Control characters, direction marks and other characters that act on the terminal or cannot be seen. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Whether a text has printable ASCII characters only: each is one column wide. */
export const isPrintableAscii = (text: string): boolean => PRINTABLE_ASCII.test(text);

/**
 * The second character of what GitHub Actions (`##[add-mask]`), Azure Pipelines (`##vso[task.complete]`) and TeamCity
 * take for a command, wherever it is on a line.
 */
const COMMAND_MARK = /(?<=#)#(?=[\w-]*\[)/g;

/** The first character of a command of GitHub Actions (`::add-mask::`), which whitespace may precede. */
const LINE_COMMAND_MARK = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

const escapeCharacter = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/** The offsets of the characters for which an escape keeps CI servers from taking a line for a command. */
export const commandMarks = (line: string): readonly number[] =>
  [...line.matchAll(COMMAND_MARK)].map(({ index }) => index);

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON on which neither terminals nor CI servers act, with the same value. Line feeds between tokens stay. */
export const escapeInJson = (json: string): string =>
  json
    .replace(NOT_PRINTABLE, (char) => (char === '\n' ? char : char.replace(/[\s\S]/g, escapeUnit)))
    .replace(COMMAND_MARK, escapeUnit);

/**
 * A piece of a line, with an escape for every character on which a terminal would act, and for one of each command of
 * a CI server: `\x1b`, `\ufeff`, `#\x23[group]`.
 */
export const escapeControls = (text: string): string =>
  (isPrintableAscii(text) ? text : text.replace(NOT_PRINTABLE, escapeCharacter)).replace(
    COMMAND_MARK,
    escapeCharacter,
  );

/** The same for whole lines; the line feeds stay. */
export const escapeLines = (text: string): string =>
  text
    .split('\n')
    .map(escapeControls)
    .join('\n')
    .replace(LINE_COMMAND_MARK, (_, space: string) => `${space}${escapeCharacter(':')}`);

/** Whether a terminal or a CI server would act on a text of several lines. */
export const isActedOn = (text: string): boolean =>
  /[\x1b\x9b]/.test(text) || text.search(COMMAND_MARK) >= 0 || text.search(LINE_COMMAND_MARK) >= 0;
