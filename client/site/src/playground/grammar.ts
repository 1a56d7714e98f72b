/** Colours of comments, strings and numbers, until the server knows more. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

interface State {
  /** The quote that ends the string. */
  quote: string | undefined;
}

export const xlLanguage = StreamLanguage.define<State>({
  name: 'xlcfg',
  startState: () => ({ quote: undefined }),
  token: (stream, state) => {
    if (stream.sol()) state.quote = undefined;
    if (state.quote !== undefined) {
      const isEnd = stream.next() === state.quote;
      if (isEnd) state.quote = undefined;
      else stream.match(/^[^'"]*/);
      return 'string';
    }
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^\d[\da-fxA-FX]*/)) return 'number';
    const next = stream.next();
    if (next === '"' || next === "'") {
      state.quote = next;
      return 'string';
    }
    return null;
  },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['[', "'", '"'] } },
});

export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.comment, class: 'token-comment' },
    { tag: tags.string, class: 'token-string' },
    { tag: tags.number, class: 'token-number' },
  ]),
);
