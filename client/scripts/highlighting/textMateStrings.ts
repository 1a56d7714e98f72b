/** Rules for quoted strings. As in xl, they end at the line end. */
import { type Pattern, scope, scopeWith } from './textMatePattern.ts';

/** Where an unclosed string in a list ends: before a bracket at the end of the line. */
export const LIST_TAIL = '[ \\t]*\\][ \\t]*$|$';

const KINDS = [
  { quote: '"', kind: 'double' },
  { quote: "'", kind: 'single' },
];

/**
 * Strings in single and double quotes, closed or not. The captures are the opening quote, the text, to which the rule
 * `content` is applied, and the closing quote.
 *
 * @param tail where an unclosed string ends
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
      // Not a quote at the end of the line: xl accepts one at the end of the file.
      {
        match: `(${quote})(?=.)(.*?)(?=${tail})`,
        captures: { 1: scope(string, begin, 'invalid.illegal.unclosed'), 2: text },
      },
      { match: `(${quote})$`, captures: { 1: scope(string, begin) } },
    ];
  });
