/** Pieces of Vim's syntax files: lines of script, and patterns in Vim's own notation. */

import { wrapWords } from './wrapWords.ts';

/** Where one word ends and another may begin. */
export const WORD_BREAKS = '[:space:],\\[\\]=;#"\'';
/**
 * At the beginning of a pattern: not within a word. Vim's older engine for regular expressions, since the other one gives
 * up with an error at a word of some hundred letters.
 */
export const WORD_START = `\\%#=1[^${WORD_BREAKS}]\\@1<!`;
/** In front of `=` or `+=`. */
export const BEFORE_OPERATOR = '\\ze[ \\t]*+\\?==\\@!';

/** The beginning of the groups of a language of strings. */
export const groupPrefix = (name: string): string =>
  `xlcfg${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', '')}`;

export const anyOf = (words: readonly string[]): string => `\\%(${words.join('\\|')}\\)`;

export const match = (group: string, pattern: string, ...rest: readonly string[]): string =>
  ['syntax match', group, `/${pattern}/`, ...rest].join(' ');

export const keywords = (group: string, words: readonly string[], ...rest: readonly string[]): string[] =>
  wrapWords(words).map((row) => ['syntax keyword', group, ...rest, row].join(' '));

/** A line that looks like a setting: it ends a list that lacks its bracket. */
const NEXT_SETTING = '^\\%(\\s*[A-Za-z_][A-Za-z0-9_.-]*[ \\t]*+\\?=\\)\\@=';

/** A list in which `items` may stand beside what every list may have. */
export const list = (group: string, items: readonly string[], ...rest: readonly string[]): string =>
  [
    `syntax region ${group} matchgroup=xlcfgBracket start=/\\[/ end=/\\]/ end=/${NEXT_SETTING}/`,
    `contains=xlcfgComment,xlcfgNumber,xlcfgSeparator,xlcfgIllegal,${items.join(',')}`,
    ...rest,
  ].join(' ');

/**
 * Strings in both kinds of quotes, with a quote at the end or without. Without one they end with the line; in a list,
 * in front of a bracket at its end. The quote that nothing answers has a group of its own.
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
