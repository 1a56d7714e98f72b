/** Helpers that generate Vim's syntax file: lines of script, and patterns in Vim's syntax. */

import { wrapWords } from './wrapWords.ts';

/** Characters between words. */
export const WORD_BREAKS = '[:space:],\\[\\]=;#"\'';
/**
 * The start of a pattern that matches at the start of a word. Selects Vim's old regular expression engine, because the
 * new one fails with an error for a word of some hundred letters.
 */
export const WORD_START = `\\%#=1[^${WORD_BREAKS}]\\@1<!`;
/** Before `=` or `+=`. */
export const BEFORE_OPERATOR = '\\ze[ \\t]*+\\?==\\@!';

/** The prefix of the group names of a string language. */
export const groupPrefix = (name: string): string =>
  `xlcfg${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', '')}`;

export const anyOf = (words: readonly string[]): string => `\\%(${words.join('\\|')}\\)`;

export const match = (group: string, pattern: string, ...rest: readonly string[]): string =>
  ['syntax match', group, `/${pattern}/`, ...rest].join(' ');

export const keywords = (group: string, words: readonly string[], ...rest: readonly string[]): string[] =>
  wrapWords(words).map((row) => ['syntax keyword', group, ...rest, row].join(' '));

/** Ends an unclosed list: a line that looks like a setting. */
const NEXT_SETTING = '^\\%(\\s*[A-Za-z_][A-Za-z0-9_.-]*[ \\t]*+\\?=\\)\\@=';

/** A list that can contain `items` in addition to what every list can contain. */
export const list = (group: string, items: readonly string[], ...rest: readonly string[]): string =>
  [
    `syntax region ${group} matchgroup=xlcfgBracket start=/\\[/ end=/\\]/ end=/${NEXT_SETTING}/`,
    `contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,${items.join(',')}`,
    ...rest,
  ].join(' ');

/**
 * Strings in single and double quotes, closed or not. An unclosed string ends at the line end or, in a list, before a
 * bracket at the line end. Its quote has a separate group.
 */
export const strings = (
  group: string,
  inside: readonly string[],
  { isInList, isContained }: { readonly isInList: boolean; readonly isContained: boolean },
): string[] => {
  const rest = `keepend oneline contains=${inside.join(',')}${isContained ? ' contained' : ''}`;
  const tail = isInList ? '\\%([ \\t]*\\][ \\t]*$\\)\\@=' : '$';
  return ['"', "'"].flatMap((quote) => {
    const plain = `[^${quote}\\\\]*`;
    const closed = `\\%(${plain}\\%(\\\\.${plain}\\)*${quote}\\)`;
    return [
      `syntax region ${group} matchgroup=xlcfgQuote start=/${quote}${closed}\\@=/ skip=/\\\\./ end=/${quote}/ ${rest}`,
      `syntax region ${group} matchgroup=xlcfgUnclosed start=/${quote}${closed}\\@!.\\@=/ end=/${tail}/ end=/$/ ${rest}`,
    ];
  });
};
