/** What libxlutil says of the syntax of a file. Facts: libxlu_cfg.c, libxlu_cfg_l.l, libxlu_cfg_y.y. */

import { consequences, messages, type XlMessage } from '../message.ts';

const NEAR = 'config parsing error near {text}: ';

const UNEXPECTED = `${NEAR}syntax error, unexpected `;

export const GRAMMAR_MESSAGES: readonly XlMessage[] = [
  ...messages({
    [`${NEAR}lexical error`]: [
      'unexpected-character bare-value unclosed-string nested-quotes bad-name carriage-return byte-order-mark python-code ' +
        'missing-operator line-continuation comment-at-end',
      'xl cannot read a character here. A string needs quotes around it, on one line; names of options are lowercase; a comment begins with `#`.',
    ],
    [`${UNEXPECTED}NEWLINE, expecting += or {rest}`]: [
      'missing-operator unexpected-token',
      'A line has a name and nothing else. Write `name = value`, or put `#` before a comment.',
    ],
    [`${UNEXPECTED}NEWLINE, expecting STRING or NUMBER or {rest}`]: [
      'missing-value unexpected-token',
      'The value after `=` is missing, or starts on the next line. Write it on the same line.',
    ],
    [`${UNEXPECTED}$end, expecting {rest}`]: [
      'unclosed-list missing-operator missing-value unexpected-token unclosed-string',
      'The file ends before the setting does. Close the list with `]`.',
    ],
    [`${UNEXPECTED}IDENT, expecting STRING or NUMBER or {rest}`]: [
      'bare-value python-code',
      'The value is a bare word. Put it in quotes: `name = "value"`.',
    ],
    [`${UNEXPECTED}IDENT, expecting += or {rest}`]: [
      'missing-operator unexpected-token bad-name bare-value python-code',
      'Two words stand next to each other without `=`. Write `name = value`, or put `#` before a comment.',
    ],
    [`${UNEXPECTED}IDENT, expecting ']'`]: [
      'bare-value unclosed-list missing-comma python-code',
      'A bare word is in a list. Put it in quotes; if it is the next setting, close the list before it with `]`.',
    ],
    [`${UNEXPECTED}STRING, expecting += or {rest}`]: [
      'missing-operator python-code bad-name',
      'A string follows a name. Put `=` between them.',
    ],
    [`${UNEXPECTED}STRING, expecting ']'`]: [
      'missing-comma nested-quotes',
      'Two strings of a list are not separated. Put a comma between them.',
    ],
    [`${UNEXPECTED}{token}, expecting ']'`]: [
      'unexpected-comma missing-comma unexpected-token bare-value unclosed-list',
      'Something other than a value, a comma or `]` is in a list. A list has no two commas in a row and no comma before its first value.',
    ],
    [`${UNEXPECTED}{token}, expecting STRING or NUMBER or {rest}`]: [
      'bare-value unexpected-token missing-value',
      'What follows `=` is not a value. Write a number, a string in quotes, or a list.',
    ],
    [`${UNEXPECTED}{token}, expecting $end{rest}`]: [
      'unexpected-token unexpected-comma unexpected-character triple-quotes bad-name bare-value nested-quotes python-code ' +
        'duplicate-setting',
      'Something follows a complete setting on its line. Begin a new line, or put `;` between two settings.',
    ],
    [`${UNEXPECTED}{token}, expecting {rest}`]: [
      'unexpected-token missing-operator bad-name bare-value',
      'The line is not a setting. Write `name = value`, or put `#` before a comment.',
    ],
    [`${NEAR}invalid character after backlash in quoted string`]: [
      'bad-escape',
      'A backslash in a string must be doubled: `\\\\`.',
    ],
    [`${NEAR}invalid digit after backslash {base}numerical character escape in quoted string`]: [
      'bad-escape',
      'xl cannot read the digits of an octal or hexadecimal escape. Write the character itself, or double the backslash: `\\\\`.',
    ],
    [`${NEAR}can't add [list] to "string" or vice versa`]: [
      'mixed-addition',
      'Both sides of `+=` must be strings, or both lists.',
    ],
    'warning: Config file looks like it contains Python code.': [
      'python-code bare-value missing-operator bad-name unexpected-character unexpected-token',
      'xl guesses so of many files that it cannot read. If there is Python code, write out the values; otherwise see the line before.',
    ],
    "warning: can't use += with numbers for parameter `{option}'": [
      'bad-number',
      'xl cannot add numbers, and ignores the option. Write the sum with `=`.',
    ],
    "warning: parameter `{option}' could not be parsed as a number: {reason}": [
      'bad-number',
      'The number is too large for 64 bits, and xl ignores the option.',
    ],
    "warning: parameter `{option}' is not a valid number": [
      'bad-number',
      'xl ignores the option. Write digits only, without a unit.',
    ],
    "warning: parameter `{option}' is a list but should be a single value": ['value-expected wrong-item'],
    "warning: parameter `{option}' is a single value but should be a list": ['list-expected'],
    "warning: value `{number}' is greater than maximum bound '{number}'": [
      'out-of-range',
      'xl ignores a number that is too large. Write one within the bounds.',
    ],
    "warning: value `{number}' is smaller than minimum bound '{number}'": [
      'out-of-range',
      'xl ignores a number that is too small. Write one within the bounds.',
    ],
    'warning: value is not a list': [
      'wrong-item vnuma-nodes spec-conflict',
      'A list within a list is wanted, such as `vnuma = [ [ "pnode=0" ] ]`.',
    ],
    'warning: value is not a string': ['wrong-item', 'A list holds another list where a string is wanted.'],
    "libxlu_cfg.c:{line}: xlu__cfgl_dequote: Assertion `{text}' failed.": [
      'nul-in-string',
      'xl crashes because of a NUL byte in a string. Remove the byte.',
    ],
    'unable to open configuration file: {reason}':
      'xl cannot open the file. Check the path and the permissions.',
    'Failed to read config file: {file}: {reason}':
      'xl cannot read the file. Check the path and the permissions.',
  }),
  ...consequences({
    'warning:  Arbitrary Python is no longer supported.': 'Part of the warning about Python code.',
    'warning:  See https://wiki.xen.org/wiki/PythonInXlConfig': 'Part of the warning about Python code.',
    'Failed to parse config: {reason}': 'xl could not read the file; the line before says why and where.',
    'Failed to parse config file: {reason}': 'xl could not read the file; the line before says why.',
    'Parsing config from {file}': 'Not an error: xl says which file it reads.',
  }),
];
