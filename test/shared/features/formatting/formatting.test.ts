/** What a file looks like before and after. */

import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import {
  DEFAULT_FORMATTING,
  formatDocument,
  formatRanges,
} from '@xlcfg/shared/src/features/formatting/formatting.ts';
import { DEFAULT_SETTINGS, type FormatSettings } from '@xlcfg/shared/src/settings.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/documents.ts';
import { mark, marked } from '../../../support/markers.ts';

type Options = Partial<typeof DEFAULT_FORMATTING & FormatSettings>;

const FORMAT_SETTINGS = DEFAULT_SETTINGS.format;

const openAs = (text: string, { lineWidth, quotes, lists }: Options) =>
  open(text, {
    format: {
      lineWidth: lineWidth ?? FORMAT_SETTINGS.lineWidth,
      quotes: quotes ?? FORMAT_SETTINGS.quotes,
      lists: lists ?? FORMAT_SETTINGS.lists,
    },
  });

const format = (text: string, options: Options = {}): string =>
  applyEdits(text, formatDocument(openAs(text, options), { ...DEFAULT_FORMATTING, ...options }));

type Row = readonly [what: string, before: string, after: string, options: Options];

const rows = (...given: readonly (readonly [string, string, string, Options?])[]): Row[] =>
  given.map(([what, before, after, options = {}]) => [what, before, after, options]);

describe('settings', () => {
  it.each(
    rows(
      ['a single blank around the operator', 'a=1\nb   =\t2\nc+= "x"\n', 'a = 1\nb = 2\nc += "x"\n'],
      ['no blanks before the name', '  a = 1\n\tb = 2\n', 'a = 1\nb = 2\n'],
      ['one a line', 'a=1; b=2;;c=3 ;\n', 'a = 1\nb = 2\nc = 3\n'],
      [
        'columns stay',
        'name   = "x"\nmemory ="y"\nvcpus  =  1\n',
        'name   = "x"\nmemory = "y"\nvcpus  = 1\n',
      ],
      ['columns stay across lines without any', 'a  = 1\n\n# b\nc  = 1\n', 'a  = 1\n\n# b\nc  = 1\n'],
      ['columns of tabs', 'a\t= 1\nbbb\t= 1\n', 'a   = 1\nbbb = 1\n'],
      ['a name that touches its operator', 'memory= 1\nname  = 2\n', 'memory= 1\nname  = 2\n'],
      ['additions in a column', 'disk  = 1\ndisk += 2\nname  = 3\n', 'disk  = 1\ndisk += 2\nname  = 3\n'],
      ['what is new joins them', 'name   = 1\nvcpus  = 2\nvnc=1\n', 'name   = 1\nvcpus  = 2\nvnc    = 1\n'],
      [
        'unless it is longer',
        'name   = 1\nvcpus  = 2\nmaxvcpus=4\n',
        'name   = 1\nvcpus  = 2\nmaxvcpus = 4\n',
      ],
      [
        'unless most are in no column',
        'a=1\nb=2\nc=3\nd  = 4\nee = 5\n',
        'a = 1\nb = 2\nc = 3\nd  = 4\nee = 5\n',
      ],
      ['padding alone is not a column', 'a   = 1\nbb = 2\n', 'a = 1\nbb = 2\n'],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));
});

describe('lists', () => {
  it.each(
    rows(
      ['blanks inside the brackets', "a=['x','y' , 1]\n", "a = [ 'x', 'y', 1 ]\n"],
      ['an empty one', 'a = [ ]\nb = [\n\n]\n', 'a = []\nb = []\n'],
      ['a last comma goes on one line', "a = [ 'x', ]\n", "a = [ 'x' ]\n"],
      ['a last comma stays on several', "a = [\n'x' ,\n]\n", "a = [\n    'x',\n]\n"],
      [
        'brackets get lines',
        "a = [ 'x',\n      'y' ]\nb = [\n  'z' ]\n",
        "a = [\n    'x',\n    'y'\n]\nb = [\n    'z'\n]\n",
      ],
      ['lines stay', 'a = [ 1, 2,\n3, 4 ]\n', 'a = [\n    1, 2,\n    3, 4\n]\n'],
      [
        'too long for a line',
        "a = [ 'xxxxx', 'yyyyy' ]\n",
        "a = [\n    'xxxxx',\n    'yyyyy'\n]\n",
        { lineWidth: 20 },
      ],
      ['just short enough', "a = [ 'xxxxx', 'y' ]\n", "a = [ 'xxxxx', 'y' ]\n", { lineWidth: 20 }],
      ['joined where it fits', "a = [\n  'x',\n  'y',\n]\n", "a = [ 'x', 'y' ]\n", { lists: 'fit' }],
      [
        'not joined where it does not',
        "a = [ 'xxxxxxx',\n 'y', 'z' ]\n",
        "a = [\n    'xxxxxxx',\n    'y',\n    'z'\n]\n",
        { lists: 'fit', lineWidth: 20 },
      ],
      [
        'split',
        "a = [ 'x', 'y' ]\nb = [ 'z' ]\n",
        "a = [\n    'x',\n    'y'\n]\nb = [ 'z' ]\n",
        { lists: 'split' },
      ],
      [
        'lists in lists',
        'a = [ [ "x", "y" ],\n[ "z"\n] ]\n',
        'a = [\n    [ "x", "y" ],\n    [\n        "z"\n    ]\n]\n',
      ],
      [
        'lists in lists, split',
        'a = [ [ "x", "y" ], [ "z" ] ]\n',
        'a = [\n    [ "x", "y" ],\n    [ "z" ]\n]\n',
        { lists: 'split' },
      ],
      ['indented by tabs', 'a = [\n1\n]\n', 'a = [\n\t1\n]\n', { insertSpaces: false }],
      ['indented by two', 'a = [\n1\n]\n', 'a = [\n  1\n]\n', { tabSize: 2 }],
      ['one blank line', 'a = [\n\n1,\n\n\n2\n\n]\n', 'a = [\n    1,\n\n    2\n]\n'],
      ['commas that begin lines', 'a = [ 1\n  , 2\n  , 3 ]\n', 'a = [\n    1,\n    2,\n    3\n]\n'],
      [
        'deeper than anybody nests',
        `a=${'['.repeat(30)}${']'.repeat(30)}\n`,
        `a=${'['.repeat(30)}${']'.repeat(30)}\n`,
      ],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));
});

describe('comments', () => {
  it.each(
    rows(
      ['alone on their lines', '  # a\n#b\n', '# a\n#b\n'],
      ['behind a setting', 'a=1# x\nb=1   # y\n\nc=1  # z\n', 'a = 1 # x\nb = 1  # y\n\nc = 1  # z\n'],
      ['in a column', 'a=1    # x\nbb=22  # y\n', 'a = 1    # x\nbb = 22  # y\n'],
      ['near ones stay near', 'a   = 1 # x\n', 'a = 1 # x\n'],
      ['far ones stay far', 'a   = 1    # x\n', 'a = 1      # x\n'],
      ['in a column that must move', 'a=1 # x\nb=1 # y\n', 'a = 1 # x\nb = 1 # y\n'],
      ['that go on', 'a=1 # x\n    # y\n# z\n', 'a = 1 # x\n      # y\n# z\n'],
      [
        'in a list',
        "a = [ # p\n'x' # q\n# r\n, 'y', # s\n# t\n] # u\n",
        "a = [ # p\n    'x', # q\n    # r\n    'y', # s\n    # t\n] # u\n",
      ],
      [
        'in a list, in a column',
        "a = [\n'x',   # p\n'yy',  # q\n]\n",
        "a = [\n    'x',   # p\n    'yy',  # q\n]\n",
      ],
      [
        'keep a list from being joined',
        'a = [\n1, # x\n2 ]\n',
        'a = [\n    1, # x\n    2\n]\n',
        { lists: 'fit' },
      ],
      [
        'behind a list that is split',
        'a = [ 1, 2 ]  # x\n',
        'a = [\n    1,\n    2\n]  # x\n',
        { lists: 'split' },
      ],
      ['two behind one item', 'a = [ 1 # x\n, # y\n2 ]\n', 'a = [\n    1, # x\n    # y\n    2\n]\n'],
      [
        'that silence a line keep it',
        'a=[ 1, 2 ] # xlcfg-disable-line\nb=1;c=2 # xlcfg-disable-line\n',
        'a = [ 1, 2 ] # xlcfg-disable-line\nb=1;c=2 # xlcfg-disable-line\n',
        { lists: 'split' },
      ],
      [
        'that silence the next line keep it',
        '# xlcfg-disable-next-line\na=[ 1,\n2 ]\n',
        '# xlcfg-disable-next-line\na=[ 1,\n2 ]\n',
      ],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));
});

describe('quotes', () => {
  it.each(
    rows(
      ['stay', `a = "x"\nb = 'x'\n`, `a = "x"\nb = 'x'\n`],
      ['double', `a = 'x'\nb = [ 'y', "z" ]\n`, `a = "x"\nb = [ "y", "z" ]\n`, { quotes: 'double' }],
      ['single', `a = "x"\nb = [ 'y', "z" ]\n`, `a = 'x'\nb = [ 'y', 'z' ]\n`, { quotes: 'single' }],
      [
        'not where the text has one',
        `a = 'x"y'\nb = 'x\\"y'\n`,
        `a = 'x"y'\nb = 'x\\"y'\n`,
        { quotes: 'double' },
      ],
      ['escapes stay', `a = 'x\\ny\\'z'\n`, `a = "x\\ny\\'z"\n`, { quotes: 'double' }],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));
});

describe('lines', () => {
  it.each(
    rows(
      ['blank ones', '\n\na = 1\n\n\n\n\nb = 2\n\n\n', 'a = 1\n\n\nb = 2\n'],
      ['blank ones at the end stay if asked', 'a = 1\n\n\n\n', 'a = 1\n\n\n\n', { trimFinalNewlines: false }],
      ['blanks at their ends', 'a = 1  \n# b\t\n  \nc = 2\n', 'a = 1\n# b\n\nc = 2\n'],
      [
        'blanks at their ends stay if asked',
        'a=1  \n# b\t\n  \nc = 2 ; \n',
        'a = 1  \n# b\t\n  \nc = 2  \n',
        { trimTrailingWhitespace: false },
      ],
      ['the last one gets its end', 'a = 1', 'a = 1\n'],
      ['the last one gets no end unasked', 'a=1 ', 'a = 1', { insertFinalNewline: false }],
      ['nothing but blank ones', '\n  \n\n', ''],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));
});

describe('what xl rejects stays byte for byte', () => {
  it.each(
    rows(
      ['a line with an error', 'a=1\nb =  hvm\nc=3\n', 'a = 1\nb =  hvm\nc = 3\n'],
      ['all lines of its setting', 'a=[ 1\n 2 ]\nb=2\n', 'a=[ 1\n 2 ]\nb = 2\n'],
      [
        'an open list, up to the next setting',
        'a=[ 1,\n\n  # x\n\n\n\n\nb=2\n',
        'a=[ 1,\n\n  # x\n\n\n\n\nb = 2\n',
      ],
      ['half a setting', 'a=1\nb=\nc\n', 'a = 1\nb=\nc\n'],
      ['blank lines beside an error', '\n\nb = hvm\n\n\n\n\n', '\n\nb = hvm\n\n\n\n\n'],
      ['a comment that ends the file', 'a=1\n  # x  ', 'a = 1\n  # x  '],
      ['a return within a line', 'a=[\r1]\nb=2\n', 'a=[\r1]\nb = 2\n'],
      ['a mark that begins no file', '\n\ufeff\n', '\n\ufeff\n'],
      ['returns', 'a=1  \r\n\r\n\r\n\r\nb=[ 1,\r\n2 ]\r\n', 'a = 1\r\n\r\n\r\n\r\nb=[ 1,\r\n2 ]\r\n'],
      ['indentation of a program', 'if x:\n    a=1\n    # b\nc=1\n', 'if x:\n    a=1\n    # b\nc = 1\n'],
      ['a byte order mark', '\ufeffa=1\nb=1\n', '\ufeffa=1\nb = 1\n'],
    ),
  )('%s', (_what, before, after, options) => expect(format(before, options)).toBe(after));

  it.each(
    rows(
      ['a stray last character', 'a=1\nvcpus=2@', 'a = 1\nvcpus=2@'],
      ['a return as the last character', 'a=1\nb=2\r', 'a = 1\nb=2\r'],
      ['a lone # at the end', 'a=1\nb=2 #', 'a = 1\nb=2 #'],
    ),
  )('and what it takes by chance: %s', (_what, before, after) => expect(format(before)).toBe(after));
});

describe('edits are minimal', () => {
  it.each([
    ['gaps', 'a«»=«»[«»"x",«»"y"«»]\n', {}],
    ['no more than changes', 'a = 1\n\n\n«\n\n»b «  »= 2 # x«  »\n', {}],
    ['quotes', "a = «'»x«'»\nb = [ «'»y«'», \"z\" ]\n", { quotes: 'double' }],
    ['what touches is one', "a = [«'»x«'»]\n", { quotes: 'double' }],
  ] as const)('%s', (_what, source, options) => {
    const { text } = marked(source);
    expect(mark(text, formatDocument(openAs(text, options)))).toBe(source);
  });
});

describe('formatting of ranges', () => {
  it.each([
    ['a line', 'a=1\n«b=2\n»c=3\n', 'a=1\nb = 2\nc=3\n'],
    ['the line of a cursor', 'a=1\nb«»=2\nc=3\n', 'a=1\nb = 2\nc=3\n'],
    ['a setting as a whole', 'a=[\n«1»,\n2 ]\nb=1\n', 'a = [\n    1,\n    2\n]\nb=1\n'],
    ['two places', '«a=1»\nb=2\n«c=3»\n', 'a = 1\nb=2\nc = 3\n'],
    ['a column of comments goes along', '«a=1» # x\nb=2 # y\n', 'a = 1 # x\nb=2   # y\n'],
    ['no end of the file', '«a=1\n»b=2', 'a = 1\nb=2'],
  ])('%s', (_what, source, after) => {
    const { text, spans } = marked(source);
    expect(applyEdits(text, formatRanges(open(text), spans, DEFAULT_FORMATTING))).toBe(after);
  });
});
