/** The insides of strings in the TextMate grammar: disks field by field, other devices key by key. */
import { type Pattern, type Repository, scope, scopeWith } from './textMatePattern.ts';
import type { DiskVocabulary, SpecVocabulary } from './vocabulary.ts';

const KEY = scope('variable.parameter.spec');
const EQUALS = scope('keyword.operator.assignment.spec');
const SEPARATOR = scope('punctuation.separator.spec');
const VDEV = scope('entity.name.type.vdev');
const PREFIX = scope('keyword.other.prefix.deprecated');
/** The pieces of a string are matched in the text that ends before the closing quote. */
const END = '(,|$)';

/** What a value of a disk's key is, by the key. All others have the words of the schema. */
const valueScope = (key: string): Pattern =>
  scope(key === 'access' ? 'storage.modifier.access' : `constant.language.${key}`);

/** `key=value`, of which the value has captures of its own. */
const keyed = (key: string, value: string, what: Pattern): Pattern => ({
  match: `(${key})(=)(${value})${END}`,
  captures: { 1: KEY, 2: EQUALS, 3: what, 4: SEPARATOR },
});

/** A value alone. */
const bareValue = (value: string, what: Pattern): Pattern => ({
  match: `(${value})${END}`,
  captures: { 1: what, 2: SEPARATOR },
});

const ESCAPES: Pattern = { patterns: [{ include: '#escape' }] };

/** Each alternative takes a whole field and its comma, so that a match always begins where a field does. */
export function diskRules({ keys, values, target, flags, prefixes }: DiskVocabulary): Repository {
  const words = [...values].map(([key, names]) => ({ key, pattern: names.join('|') }));
  const wordsOf = (wanted: string): string => (values.get(wanted) ?? []).join('|');
  // A target is the rest of the string where it is named, since it may have commas.
  const named: Pattern[] = [
    { match: '[ \\t]+(?=[^ \\t])' },
    {
      match: `(${target})(=)(.*)`,
      captures: { 1: KEY, 2: EQUALS, 3: scopeWith('#escape', 'string.unquoted.target') },
    },
    ...words.map(({ key, pattern }) => keyed(key, pattern, valueScope(key))),
    keyed('vdev', '[^,]*', VDEV),
    keyed(keys.join('|'), '[0-9]+', scope('constant.numeric')),
    keyed(keys.join('|'), '[^,]*', ESCAPES),
    {
      match: `([a-z][-a-z0-9]*)(=)([^,]+)${END}`,
      captures: { 1: scope('variable.other.unknown.spec'), 2: EQUALS, 3: ESCAPES, 4: SEPARATOR },
    },
    { match: `(${flags.join('|')})${END}`, captures: { 1: scope('keyword.other.flag'), 2: SEPARATOR } },
    { ...PREFIX, match: `(?:${prefixes.join('|')}):` },
  ];
  return {
    'disk-spec': {
      patterns: [
        { include: '#disk-named' },
        // The first positional field is the target; what follows it are format, vdev and access.
        {
          begin: '([^,=]*)(,|(?<=[^,=])$)',
          beginCaptures: { 1: scopeWith('#escape', 'string.unquoted.target'), 2: SEPARATOR },
          end: '$',
          patterns: ['#disk-named', '#disk-positional', '#disk-other'].map((include) => ({ include })),
        },
        { include: '#disk-other' },
      ],
    },
    'disk-named': { patterns: named },
    'disk-positional': {
      patterns: [
        bareValue(wordsOf('format'), valueScope('format')),
        // `w!` is an old spelling of `w`.
        bareValue(`${wordsOf('access')}|w!`, valueScope('access')),
        {
          match: `([^,=:]+)(:)(${wordsOf('devtype')})${END}`,
          captures: { 1: VDEV, 2: SEPARATOR, 3: valueScope('devtype'), 4: SEPARATOR },
        },
        bareValue('[^,=]+', VDEV),
      ],
    },
    'disk-other': {
      patterns: [{ ...SEPARATOR, match: ',' }, { match: '[^,]+' }],
    },
  };
}

/** An address of a network card, or of a PCI device with its functions. */
const ADDRESS =
  '(?<![\\w:.])(?:[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){5}' +
  '|(?:[0-9A-Fa-f]{1,4}:)?[0-9A-Fa-f]{1,2}:[0-9A-Fa-f]{1,2}\\.[0-7*](?:-[0-7])?)(?![\\w:.])';

const atFieldStart = (separator: string): string => `(?<=["'${separator}])[ \\t]*`;

/** The rules of one language. A key that it does not have keeps the colour of the string. */
export function specRules({ name, separator, keys, flags }: SpecVocabulary): Repository {
  const key = (words: readonly string[], what: Pattern): Pattern[] =>
    words.length === 0
      ? []
      : [
          {
            match: `${atFieldStart(separator)}(${words.join('|')})[ \\t]*(=)`,
            captures: { 1: what, 2: EQUALS },
          },
        ];
  const flag: Pattern[] =
    flags.length === 0
      ? []
      : [
          {
            match: `${atFieldStart(separator)}(${flags.join('|')})(?=[ \\t]*(?:${separator}|$))`,
            captures: { 1: scope('keyword.other.flag') },
          },
        ];
  return {
    [`${name}-spec`]: {
      patterns: [
        ...key(keys.current, KEY),
        ...key(keys.deprecated, scope('variable.parameter.spec.deprecated')),
        ...flag,
        ...(separator === '' ? [] : [{ ...SEPARATOR, match: separator }]),
        { name: 'constant.other.address.xlcfg', match: ADDRESS },
        {
          name: 'constant.numeric.xlcfg',
          match: `(?<==)[0-9]+(?=[ \\t]*(?:${separator === '' ? '' : `${separator}|`}$))`,
        },
        { include: '#escape' },
      ],
    },
  };
}
