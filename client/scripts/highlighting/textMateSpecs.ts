/** Generates the rules for the contents of strings: disks field by field, other devices key by key. */
import { type Pattern, type Repository, scope, scopeWith } from './textMatePattern.ts';
import type { DiskVocabulary, SpecVocabulary } from './vocabulary.ts';

/** As with names of options: themes without a color for variables show keywords. */
const KEY_SCOPES = ['keyword.other.key', 'variable.parameter.spec'];
const KEY = scope(...KEY_SCOPES);
const DEPRECATED_KEY = scope(...KEY_SCOPES, 'variable.parameter.spec.deprecated');
const EQUALS = scope('keyword.operator.assignment.spec');
const SEPARATOR = scope('punctuation.separator.spec');
const VDEV = scope('entity.name.type.vdev');
const PREFIX = scope('keyword.other.prefix.deprecated');
/** The end of a field. The rules are applied to the text before the closing quote. */
const END = '(,|$)';

/** The scope of the value of a disk's key. Other values are those of the schema. */
const valueScope = (key: string): Pattern =>
  scope(key === 'access' ? 'storage.modifier.access' : `constant.language.${key}`);

/** `key=value`, with captures for the value. */
const keyed = (key: string, value: string, what: Pattern): Pattern => ({
  match: `(${key})(=)(${value})${END}`,
  captures: { 1: KEY, 2: EQUALS, 3: what, 4: SEPARATOR },
});

/** A value without a key. */
const bareValue = (value: string, what: Pattern): Pattern => ({
  match: `(${value})${END}`,
  captures: { 1: what, 2: SEPARATOR },
});

const ESCAPES: Pattern = { patterns: [{ include: '#escape' }] };

/** Each alternative matches a whole field and its comma, so that every match starts at the start of a field. */
export function diskRules({ keys, values, target, flags, prefixes }: DiskVocabulary): Repository {
  const words = [...values].map(([key, names]) => ({ key, pattern: names.join('|') }));
  const wordsOf = (wanted: string): string => (values.get(wanted) ?? []).join('|');
  // A named target extends to the end of the string, because it may contain commas.
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
      captures: { 1: scope('invalid.unknown.key'), 2: EQUALS, 3: ESCAPES, 4: SEPARATOR },
    },
    { match: `(${flags.join('|')})${END}`, captures: { 1: scope('keyword.other.flag'), 2: SEPARATOR } },
    { ...PREFIX, match: `(?:${prefixes.join('|')}):` },
  ];
  return {
    'disk-spec': {
      patterns: [
        { include: '#disk-named' },
        // The first positional field is the target. It is followed by format, vdev and access.
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

/** A MAC address, or the address of a PCI device. */
const ADDRESS =
  '(?<![\\w:.])(?:[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){5}' +
  '|(?:[0-9A-Fa-f]{1,4}:)?[0-9A-Fa-f]{1,2}:[0-9A-Fa-f]{1,2}\\.[0-7*](?:-[0-7])?)(?![\\w:.])';

const atFieldStart = (separator: string): string => `(?<=["'${separator}])[ \\t]*`;

/** The rules for one language. Unknown keys look like the string. */
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
        ...key(keys.deprecated, DEPRECATED_KEY),
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
