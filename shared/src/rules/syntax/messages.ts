/** The rules of xl's grammar: message and fixes for each code of the parser. */

import type { ParseError } from '../../syntax/index.ts';
import { meaningOf } from '../settings/nameMeaning.ts';
import { adviceOn } from '../settings/unknownOption.ts';
import { bareValueFixes, bareValueMessage } from './bareValue.ts';
import { groupedNumber } from './groupedNumber.ts';
import {
  commentLinesEdits,
  commentOutEdits,
  replaceEdit,
  type SyntaxRule,
  shown,
  singleEditFix,
  sourceOf,
} from './syntaxRule.ts';

/** No-break spaces and the like come with text from web pages. */
const isUnusualSpace = (text: string): boolean => /^[\s\u200b]+$/.test(text);

/** Whether the error is the byte order mark of a UTF-16 file, whose bytes were decoded one by one. */
const isUtf16 = ({ start }: ParseError, text: string): boolean =>
  start === 0 && /^(?:\xff\xfe|\xfe\xff)/.test(text);

const UTF16_MESSAGE =
  'The file is UTF-16, which xl cannot read: it rejects the file. Save it as UTF-8 without a byte order mark.';

const codePoint = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** `memory = 512,`, as in Python and JSON; `vcpus = 2, memory = 512`. */
const strayComma = (source: string): 'last' | 'between' | undefined =>
  source === ',' ? 'last' : /^,[ \t]*[a-z][\w.]*[ \t]*\+?=/.test(source) ? 'between' : undefined;

export const SYNTAX_RULES: readonly SyntaxRule[] = [
  {
    code: 'unexpected-character',
    source: 'libxlu_cfg_l.l',
    summary: 'An unexpected character.',
    details:
      'Outside strings and comments xl accepts names, numbers, strings, `[ ] , = += ;`, whitespace and line endings. Anything ' +
      'else is rejected as a lexical error. That goes for the no-break spaces, too, that come with text from web ' +
      'pages.\n\n```\n// my guest    # rejected\n# my guest\n```',
    message: (error, text) => {
      if (isUtf16(error, text)) return UTF16_MESSAGE;
      const source = sourceOf(error, text);
      return isUnusualSpace(source)
        ? `This looks like a space but is ${codePoint(source)}: xl rejects the file. Use a space.`
        : `xl cannot read ${shown(source)} here and rejects the file. Put text in quotes, or begin a comment with #.`;
    },
    fixes: (error, text) =>
      isUnusualSpace(sourceOf(error, text))
        ? singleEditFix('Use a space', replaceEdit(error.start, error.end, ' '))
        : [],
  },
  {
    code: 'unexpected-token',
    source: 'libxlu_cfg_y.y',
    summary: 'Something unexpected at this position.',
    details:
      'A statement is `name = value`, ended by the end of the line or by `;`. Two settings on one line need a `;` ' +
      'between them.\n\n```\nvcpus = 2 memory = 512     # rejected\nvcpus = 2; memory = 512\n```',
    message: (error, text) => {
      if (error.detail === 'two-settings') {
        return 'Two settings on one line: xl rejects the file. Start a new line, or put `;` between them.';
      }
      if (error.detail === 'in-list') {
        return `Expected a value, a comma or \`]\`: xl rejects the file. Remove ${shown(sourceOf(error, text))}, or close the list before it.`;
      }
      if (error.detail === 'prose')
        return `${shown(sourceOf(error, text))} is not a setting: xl rejects the file. Comment it out with \`#\`, or use \`name = value\`.`;
      if (isUtf16(error, text)) return UTF16_MESSAGE;
      const number = groupedNumber(error, text);
      if (number) return `A number has no separators: xl rejects the file. Use ${number.digits}.`;
      const comma = strayComma(sourceOf(error, text));
      if (comma === 'last')
        return 'xl expects nothing after the value and rejects the file. Remove the comma.';
      if (comma === 'between') {
        return 'Two settings on one line, separated by a comma: xl rejects the file. Use `;` instead.';
      }
      return `Expected \`name = value\`, found ${shown(sourceOf(error, text))}: xl rejects the file. Remove it, or comment it out with \`#\`.`;
    },
    fixes: (error, text) => {
      if (error.detail === 'two-settings') {
        const gap =
          /(?<![ \t])[ \t]*$/.exec(text.slice(Math.max(0, error.start - 200), error.start))?.[0].length ?? 0;
        return singleEditFix('Begin a new line', replaceEdit(error.start - gap, error.start, '\n'));
      }
      if (error.detail === 'in-list' || isUtf16(error, text)) return [];
      const number = groupedNumber(error, text);
      if (number)
        return singleEditFix(`Use ${number.digits}`, replaceEdit(number.start, error.end, number.digits));
      if (error.detail === 'prose')
        return [{ title: 'Comment out', preferred: true, edits: commentLinesEdits(error, text) }];
      const comma = strayComma(sourceOf(error, text));
      if (comma === 'last') return singleEditFix('Remove the comma', replaceEdit(error.start, error.end, ''));
      if (comma === 'between')
        return singleEditFix('Put a ; between them', replaceEdit(error.start, error.start + 1, ';'));
      return [{ title: 'Comment out', edits: commentOutEdits(error.start, text) }];
    },
  },
  {
    code: 'carriage-return',
    source: 'libxlu_cfg_l.l',
    summary: 'Windows line endings (CR LF).',
    details:
      'xl takes a line feed alone as the end of a line. A carriage return outside a string or a comment is a lexical ' +
      'error on every line, and the file is rejected. Save the file with Unix line endings.',
    message: ({ detail }, text) =>
      `${text.includes('\r\n') ? 'Windows line endings (CR LF)' : 'Carriage returns (CR)'}${detail === '1' ? '' : ` in ${detail} places`}: xl rejects the file. Save it with Unix line endings (LF).`,
    fixes: (_error, text) => [
      {
        title: 'Change all line endings to LF',
        preferred: true,
        changesLineEndings: true,
        edits: [...text.matchAll(/(?<!\r)\r+(?=\n|$)/g)].map(({ index, 0: run }) =>
          replaceEdit(index, index + run.length, ''),
        ),
      },
    ],
  },
  {
    code: 'byte-order-mark',
    source: 'libxlu_cfg_l.l',
    summary: 'A byte order mark before the first character.',
    details:
      'Some editors for Windows write three invisible bytes (EF BB BF) at the beginning of a UTF-8 file. xl rejects ' +
      'the file because of them. Save it as UTF-8 without a byte order mark.',
    message: () =>
      'The file starts with an invisible byte order mark: xl rejects it. Save it as UTF-8 without BOM.',
    fixes: () => singleEditFix('Remove the byte order mark', replaceEdit(0, 1, '')),
  },
  {
    code: 'comment-at-end',
    source: 'libxlu_cfg_l.l',
    summary: 'A comment on the last line without a line ending.',
    details:
      'A comment runs up to a line feed. Where the file ends before one comes, xl takes the `#` for a stray character ' +
      'and rejects the file. Add a line ending.',
    message: () =>
      'The comment on the last line needs a line ending: xl rejects the file. Add an empty line.',
    fixes: (error) => singleEditFix('Add a line ending', replaceEdit(error.end, error.end, '\n')),
  },
  {
    code: 'unclosed-string',
    source: 'libxlu_cfg_l.l',
    summary: 'A string without its closing quote.',
    details:
      'A string ends on the line where it began, with the quote that it began with, or xl rejects the file. A quote inside is written `\\"` or ' +
      "`\\'`, or the string is put in the other kind of quotes.",
    message: (_error, text) =>
      `The string has no closing ${text[_error.start] === '"' ? '"' : "'"} on this line: xl rejects the file. Close it.`,
    fixes: (error, text) => {
      // A single backslash at the end would escape the quote.
      const slashes = /(?<!\\)\\+$/.exec(sourceOf(error, text))?.[0].length ?? 0;
      return singleEditFix(
        'Close the string',
        replaceEdit(error.end - (slashes % 2), error.end, text[error.start] === '"' ? '"' : "'"),
      );
    },
  },
  {
    code: 'nul-in-string',
    source: 'libxlu_cfg.c:xlu__cfgl_dequote',
    summary: 'A NUL character inside a string.',
    details: 'xl crashes ("Assertion failed") before it has read the file. Remove the character.',
    message: () => 'The string contains a NUL character: xl crashes. Remove it.',
    fixes: (error) => singleEditFix('Remove the NUL character', replaceEdit(error.start, error.end, '')),
  },
  {
    code: 'bad-escape',
    source: 'libxlu_cfg.c:xlu__cfgl_dequote',
    summary: 'An unknown escape sequence.',
    details:
      'xl knows `\\\\ \\" \\\' \\a \\b \\f \\n \\r \\t \\v`. `\\x41` is rejected always. Digits after a backslash are ' +
      'rejected, or silently dropped. A backslash itself is written `\\\\`.',
    message: (error) =>
      error.detail === 'x'
        ? 'xl does not support `\\x` escapes: it rejects the file. Use the character itself.'
        : /[0-7]/.test(error.detail ?? '')
          ? 'xl does not support this escape and rejects the file. Use the character itself, or \\\\ for a backslash.'
          : `Invalid escape \`\\${error.detail ?? ''}\`: xl rejects the file. Use \`\\\\\` for a backslash.`,
    fixes: (error) =>
      singleEditFix('Write \\\\ for a backslash', replaceEdit(error.start, error.start + 1, '\\\\')),
  },
  {
    code: 'bad-name',
    source: 'libxlu_cfg_l.l',
    summary: 'An option name with an invalid character.',
    details:
      'A name starts with a lowercase letter, followed by lowercase letters, digits, `_` and `.`. Anything else is ' +
      'rejected.\n\n```\nVcpus = 2        # rejected\non-crash = "x"   # rejected\n```',
    message: (error, text, source) => {
      const name = sourceOf(error, text);
      const wrong = `${shown(name)} is not a valid name: xl rejects the file.`;
      const meaning = meaningOf(name, source);
      if (meaning?.kind === 'option') return `${wrong} ${adviceOn(meaning)}`;
      if (meaning?.kind === 'otherFile')
        return `${wrong} It is an option of ${meaning.file.of}. ${meaning.file.advice}`;
      return `${wrong} Use lowercase letters, digits, \`_\` and \`.\`, starting with a letter.`;
    },
    fixes: (error, text, source) => {
      const meaning = meaningOf(sourceOf(error, text), source);
      if (meaning?.kind !== 'option' || meaning.instead !== undefined) return [];
      const { option } = meaning;
      return singleEditFix(
        `Change to ${option}`,
        replaceEdit(error.start, error.end, option),
        meaning.isFree,
      );
    },
  },
  {
    code: 'missing-operator',
    source: 'libxlu_cfg_y.y',
    summary: 'A name without `=` and a value.',
    details: 'A setting is `name = value`, all on one line up to the value. xl rejects a name without `=`.',
    message: (error, text) =>
      error.detail?.startsWith(':')
        ? `Expected \`=\` after ${shown(sourceOf(error, text))}: xl rejects the file. Replace the colon with \`=\`.`
        : `Expected \`=\` after ${shown(sourceOf(error, text))} on the same line: xl rejects the file. Use \`name = value\`, or comment the line out with \`#\`.`,
    fixes: (error, text) => {
      const colon = error.detail?.startsWith(':') ? text.indexOf(':', error.end) : -1;
      const hasOperator = text[colon + 1] === '=';
      return [
        ...(colon < 0
          ? []
          : singleEditFix('Write =', replaceEdit(error.end, colon + 1, hasOperator ? ' ' : ' ='))),
        { title: 'Comment out the line', edits: commentOutEdits(error.start, text) },
      ];
    },
  },
  {
    code: 'missing-value',
    source: 'libxlu_cfg_y.y',
    summary: 'An operator without a value.',
    details:
      'The value must begin on the line of the `=`, or xl rejects the file. A list may go on over several lines once `[` is there.',
    message: () =>
      'The value is missing: xl rejects the file. Put it on the same line; the empty string is `""`.',
    fixes: (error) => singleEditFix('Set an empty text', replaceEdit(error.end, error.end, ' ""'), false),
  },
  {
    code: 'bare-value',
    source: 'libxlu_cfg_l.l libxlu_cfg_y.y',
    summary: 'A value that is not a string, number or list.',
    details:
      'Text needs quotes. Numbers are decimal, `0x` with lowercase letters, or octal with a leading `0`; a negative number ' +
      'is written as text, `"-1"`. There is no `True`: use `1`.\n\n```\ntype = hvm       # rejected\ntype = "hvm"\n```',
    message: bareValueMessage,
    fixes: bareValueFixes,
  },
  {
    code: 'missing-comma',
    source: 'libxlu_cfg_y.y',
    related: 'The item before.',
    summary: 'Two items of a list without a comma between them.',
    details:
      'Items of a list are separated by commas; one may follow the last item too. xl rejects a list without.',
    message: () => 'The comma before this item is missing: xl rejects the file. Add it.',
    fixes: ({ related, start }, text) => {
      // What a Python expression evaluates to is unknown.
      if (!related || /^[%+]/.test(text.slice(start, start + 1))) return [];
      const semicolon = /^[ \t]*;(?=\s*$)/.exec(text.slice(related.end, start))?.[0].length ?? 0;
      return singleEditFix('Add a comma', replaceEdit(related.end, related.end + semicolon, ','));
    },
  },
  {
    code: 'unexpected-comma',
    source: 'libxlu_cfg_y.y',
    summary: 'A comma without an item before it.',
    details:
      'One comma may follow an item. A list that begins with a comma, or has two in a row, is rejected.',
    message: () => 'Nothing precedes this comma: xl rejects the file. Remove the comma.',
    fixes: (error) => singleEditFix('Remove the comma', replaceEdit(error.start, error.end, '')),
  },
  {
    code: 'unclosed-list',
    source: 'libxlu_cfg_y.y',
    related: 'The last thing in it.',
    summary: 'A list without its closing bracket.',
    details: 'Every `[` needs its `]`. xl reads on over the following lines and rejects what it finds there.',
    message: () => 'This list is never closed: xl rejects the file. Add `]` after its last item.',
    fixes: ({ related }) =>
      related ? singleEditFix('Close the list', replaceEdit(related.end, related.end, ' ]')) : [],
  },
  {
    code: 'nested-too-deep',
    source: 'libxlu_cfg_y.y',
    summary: 'Lists nested thousands of levels deep.',
    details: 'xl\'s parser gives up ("memory exhausted") at about 5,000 lists within each other.',
    message: () =>
      'Lists are nested too deep here: the parser of xl gives up and rejects the file. Remove brackets.',
  },
  {
    code: 'mixed-addition',
    source: 'libxlu_cfg.c:xlu__cfg_concat_vals',
    related: 'The value so far.',
    summary: '`+=` between a list and a single value.',
    details:
      '`+=` adds text to text or a list to a list. xl rejects anything else.\n\n```\nvif = [ "a" ]\nvif += "b"       # rejected\nvif += [ "b" ]\n```',
    message: ({ detail }) =>
      detail === 'list'
        ? 'A list cannot be added to a single value: xl rejects the file. Remove the brackets.'
        : 'A single value cannot be added to a list: xl rejects the file. Add brackets.',
    fixes: (error, text) => {
      if (error.detail === 'list') return [];
      const valueStart =
        error.start + 2 + (/^[ \t]*/.exec(text.slice(error.start + 2, error.end))?.[0].length ?? 0);
      const value = text.slice(valueStart, error.end);
      return singleEditFix('Put it in brackets', replaceEdit(valueStart, error.end, `[ ${value} ]`));
    },
  },
];
