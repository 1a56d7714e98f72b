/** Text with tab stops, in the syntax of the language server protocol. */

/** Text as it must stand in a snippet to mean itself. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop that offers these words, the first of which is there to begin with. */
export const choice = (stop: number, words: readonly string[]): string =>
  `\${${stop}|${words.map((word) => word.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;

/** A tab stop with a text that typing replaces. */
export const placeholder = (stop: number, text: string): string => `\${${stop}:${snippetText(text)}}`;

/** Tab stops and placeholders of a snippet: `$1`, `${1}`, `${1:text}`, `${1|one,two|}`; and escaped characters. */
const SNIPPET_PART =
  /\\([\\$},|])|\$\{\d+(?::((?:\\.|[^$}\\])*)|\|((?:\\.|[^$,|}\\])*)(?:[,|](?:\\.|[^$}\\])*)?)?\}|\$\d+/g;

/** The text of a snippet with its placeholders filled in and its tab stops gone. */
export const plainSnippet = (snippet: string): string =>
  snippet.replace(
    SNIPPET_PART,
    (_, escaped?: string, placeholder?: string, choice?: string) =>
      escaped ?? plainSnippet(placeholder ?? choice ?? ''),
  );
