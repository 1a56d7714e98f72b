/** Quoted strings of the TextMate grammar. They end with their line, as they do to xl. */
import { type Pattern, scope, scopeWith } from './textMatePattern.ts';

/** In a list, a bracket at the end of the line is taken for the list's where the string lacks its quote. */
export const LIST_TAIL = '[ \\t]*\\][ \\t]*$|$';

const KINDS = [
  { quote: '"', kind: 'double' },
  { quote: "'", kind: 'single' },
];

/**
 * Both kinds of strings, with a quote at the end or without. The captures are the opening quote, the text, which is
 * read further by the rule `content`, and the closing quote. `tail` is what an unclosed string stops in front of.
 */
export const quoted = (content: string, tail: string): Pattern[] =>
  KINDS.flatMap(({ quote, kind }) => {
    const string = `string.quoted.${kind}`;
    const begin = 'punctuation.definition.string.begin';
    const text = scopeWith(content, string);
    return [
      {
        match: `(${quote})((?:[^${quote}\\\\]|\\\\.)*+)(${quote})`,
        captures: {
          1: scope(string, begin),
          2: text,
          3: scope(string, 'punctuation.definition.string.end'),
        },
      },
      // A quote that is the last character of its line may be the last one of the file, and xl takes the file then.
      {
        match: `(${quote})(?=.)(.*?)(?=${tail})`,
        captures: { 1: scope(string, begin, 'invalid.illegal.unclosed'), 2: text },
      },
      { match: `(${quote})$`, captures: { 1: scope(string, begin) } },
    ];
  });
