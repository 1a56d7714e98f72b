/** Generates the TextMate grammar: settings, lists, and what is between them. */
import { type Captures, type Pattern, type Repository, scope } from './textMatePattern.ts';
import { diskRules, specRules } from './textMateSpecs.ts';
import { LIST_TAIL, quoted } from './textMateStrings.ts';
import type { SpecVocabulary, Vocabulary } from './vocabulary.ts';

/** Characters between words: xl's scanner makes one token of everything else. */
const WORD_BREAKS = '\\s,\\[\\]=;#"\'';
/** At the start of a word. */
const WORD_START = `(?<![^${WORD_BREAKS}])`;
const OPERATOR = '[ \\t]*(\\+?=)(?!=)';
/** Ends an unclosed list, as in the parser: a line that looks like a setting. */
const NEXT_SETTING = '^(?=\\s*[A-Za-z_][\\w.-]*[ \\t]*\\+?=)';

/**
 * Names of options. Most themes have a color for variables; those that have none show keywords, as they do for the names in
 * INI files. Themes show the name of a CSS property in red, as they show what is invalid.
 */
const NAME = ['keyword.other.definition', 'variable.other.property'];
const DEPRECATED_NAME = [...NAME, 'variable.other.property.deprecated'];

const assigned = (...names: readonly string[]): Captures => ({
  1: scope(...names),
  2: scope('keyword.operator.assignment'),
});

/** Option names, known and unknown ones, and tokens that xl's scanner doesn't accept as names. */
const settingRule = ({ options }: Vocabulary): Pattern => {
  const setting = (names: readonly string[], pattern: string): Pattern => ({
    match: `${WORD_START}(${pattern})${OPERATOR}`,
    captures: assigned(...names),
  });
  return {
    patterns: [
      setting(NAME, options.current.join('|')),
      setting(DEPRECATED_NAME, options.deprecated.join('|')),
      setting(['invalid.unknown.name'], '[a-z][a-z0-9_.]*'),
      setting(['invalid.illegal.name'], `(?:(?!\\+=)[^${WORD_BREAKS}])+`),
    ],
  };
};

/** A list. `string` and `list` are the rules for its items. */
const listRule = (string: string, list: string): Pattern => ({
  begin: '\\[',
  beginCaptures: { 0: scope('punctuation.definition.list.begin') },
  end: `(\\])|${NEXT_SETTING}`,
  endCaptures: { 1: scope('punctuation.definition.list.end') },
  patterns: ['#comment', string, list, '#number', '#separator', '#illegal'].map((include) => ({ include })),
});

/** `name = [`. The name determines the language of the strings. */
const listSetting = (options: readonly string[], string: string, list: string): Pattern => {
  const rule = listRule(string, list);
  return {
    ...rule,
    begin: `${WORD_START}(${options.join('|')})[ \\t]*(\\+?=)[ \\t]*(\\[)`,
    beginCaptures: {
      ...assigned(...NAME),
      3: scope('punctuation.definition.list.begin'),
    },
  };
};

/** `name = "`. Only a string that is the whole value is in the language. */
const textSetting = (options: readonly string[], content: string): Pattern => ({
  patterns: quoted(content, '$').map(({ match = '', captures = {} }) => ({
    match: `${WORD_START}(${options.join('|')})[ \\t]*(\\+?=)[ \\t]*${match}`,
    captures: {
      ...assigned(...NAME),
      ...Object.fromEntries(Object.entries(captures).map(([index, value]) => [Number(index) + 2, value])),
    },
  })),
});

const rulesOfSpec = (spec: SpecVocabulary): Repository => {
  const { name, options, isList, isText } = spec;
  return {
    ...(isText && { [`${name}-text`]: textSetting(options, `#${name}-spec`) }),
    ...(isList && {
      [`${name}-setting`]: listSetting(options, `#${name}-string`, `#${name}-list`),
      [`${name}-list`]: listRule(`#${name}-string`, `#${name}-list`),
      [`${name}-string`]: { patterns: quoted(`#${name}-spec`, LIST_TAIL) },
    }),
    ...specRules(spec),
  };
};

/** xl ignores a list among the disks, so its strings are plain strings. */
const DISKS: Repository = {
  'disk-setting': listSetting(['disk'], '#disk-string', '#list'),
  'disk-string': { patterns: quoted('#disk-spec', LIST_TAIL) },
};

const commonRules = (vocabulary: Vocabulary): Repository => ({
  comment: {
    name: 'comment.line.number-sign.xlcfg',
    match: '(#).*$',
    captures: { 1: scope('punctuation.definition.comment') },
  },
  number: { name: 'constant.numeric.xlcfg', match: `${WORD_START}[0-9][0-9a-fx]*(?=[${WORD_BREAKS}]|.?$)` },
  separator: { name: 'punctuation.separator.list.xlcfg', match: ',' },
  terminator: { name: 'punctuation.terminator.setting.xlcfg', match: ';' },
  setting: settingRule(vocabulary),
  string: { patterns: quoted('#escape', '$') },
  'list-string': { patterns: quoted('#escape', LIST_TAIL) },
  list: listRule('#list-string', '#list'),
  // At least two characters: xl ignores a single one at the end of the file.
  illegal: { name: 'invalid.illegal.xlcfg', match: `[^${WORD_BREAKS}]{2,}|[^${WORD_BREAKS}](?=.)` },
  escape: {
    patterns: [
      {
        name: 'constant.character.escape.xlcfg',
        match: '\\\\(?:[\\\\"\'abfnrtv]|[0-7][0-9]{2,3})',
      },
      { name: 'invalid.illegal.escape.xlcfg', match: '\\\\[^0-7\\\\"\'abfnrtv]' },
    ],
  },
});

const includeRules = (rules: Repository, ending: RegExp): Pattern[] =>
  Object.keys(rules)
    .filter((name) => ending.test(name))
    .map((name) => ({ include: `#${name}` }));

/** The content of the file. */
export function textMateGrammar(vocabulary: Vocabulary): string {
  const specs: Repository = {
    ...DISKS,
    ...diskRules(vocabulary.disk),
    ...Object.assign({}, ...vocabulary.specs.map(rulesOfSpec)),
  };
  const grammar = {
    comment: 'Generated from the schema by `npm run sync`.',
    name: 'Xen xl configuration',
    scopeName: 'source.xlcfg',
    patterns: [
      { include: '#comment' },
      ...includeRules(specs, /-(?:setting|text)$/),
      ...['setting', 'string', 'list', 'number', 'terminator', 'illegal'].map((name) => ({
        include: `#${name}`,
      })),
    ],
    repository: { ...commonRules(vocabulary), ...specs },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
