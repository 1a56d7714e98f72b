/**
 * The insides of strings in Vim's syntax file: disks field by field, other devices key by key. Every match takes a whole
 * field, so that the next one begins where a field does, and none has to look behind itself, which is slow in Vim.
 * Of matches that begin at one place the last defined counts: general ones come first.
 */
import { anyOf, groupPrefix, match } from './vimPatterns.ts';
import type { DiskVocabulary, SpecVocabulary } from './vocabulary.ts';

/** Where a field ends, seen from within a string: at a separator, a quote, the end of the line. */
const fieldEnd = (separator: string): string => `\\%([${separator}"']\\|$\\)\\@=`;

/**
 * Text of a field, without these characters at its beginning and in it, and without quotes that are not escaped. Loops of
 * single characters: Vim wants memory for the turns of all others.
 */
const textWithout = (characters: string, atFirst = characters): string => {
  const more = `[^${characters}\\\\"']*`;
  return `\\%([^${atFirst}\\\\"']\\|\\\\.\\)${more}\\%(\\\\.${more}\\)*`;
};

const END = fieldEnd(',');
const ESCAPES = 'contains=xlcfgEscape,xlcfgIllegalEscape';

const piece = (group: string, pattern: string, ...rest: readonly string[]): string =>
  match(group, pattern, 'contained', ...rest);

const next = (...groups: readonly string[]): string => `nextgroup=${groups.join(',')}`;

/** The groups of the words of a key's value, where they have one of their own. */
const VALUE_GROUPS: Readonly<Record<string, string>> = {
  format: 'xlcfgFormat',
  access: 'xlcfgAccess',
  devtype: 'xlcfgDevtype',
};

const NAMED = ['xlcfgSpecSign', 'xlcfgFlag', 'xlcfgUnknownKey', 'xlcfgKey', 'xlcfgPrefix'];

/** The groups that a disk begins with, up to its target. */
export const DISK_GROUPS = ['xlcfgTarget', ...NAMED, 'xlcfgDiskNoTarget'];

/** `key=`, and what may follow it. */
const keyed = (key: string, sign: string, ...values: readonly string[]): string[] => [
  piece('xlcfgKey', `${key}=\\@=`, next(sign)),
  piece(sign, '=', next(...values)),
  `highlight default link ${sign} xlcfgSpecSign`,
];

/** What stands behind the target, from its comma on. */
const rest = (group: string, start: string): string =>
  `syntax region ${group} start=/${start}/ end=/$/ contained keepend contains=${['xlcfgVdev', 'xlcfgFormat', 'xlcfgAccess', ...NAMED].join(',')}`;

export function diskLines({ keys, values, target, flags, prefixes }: DiskVocabulary): string[] {
  const wordsOf = (key: string): readonly string[] => values.get(key) ?? [];
  const words = [...values].map(([key, names]) => ({ key, names, group: VALUE_GROUPS[key] ?? 'xlcfgWord' }));
  const field = textWithout(',=', ',=[:blank:]');
  const devtype = anyOf(wordsOf('devtype'));
  return [
    piece('xlcfgSpecSign', '[,=:]'),
    piece('xlcfgValue', textWithout(','), ESCAPES),
    piece('xlcfgSpecNumber', `[0-9]\\+${END}`),
    // The first field without a name is the target; behind it are format, vdev and access.
    piece('xlcfgTarget', `${field}${END}`, ESCAPES, next('xlcfgDiskRest')),
    rest('xlcfgDiskRest', ','),
    // No target at all: a comma where the field would begin.
    rest('xlcfgDiskNoTarget', '["\',:]\\@1<=,'),
    piece(
      'xlcfgVdev',
      `${textWithout(',=:', ',=:[:blank:]')}\\%(:${devtype}\\)\\?${END}`,
      'contains=xlcfgDriveOf',
    ),
    piece('xlcfgDriveOf', `:${devtype}${END}`, 'contains=xlcfgSpecSign,xlcfgDevtype'),
    piece('xlcfgDevtype', devtype),
    piece('xlcfgFormat', `${anyOf(wordsOf('format'))}${END}`),
    // `w!` is an old spelling of `w`.
    piece('xlcfgAccess', `${anyOf([...wordsOf('access'), 'w!'])}${END}`),
    piece('xlcfgFlag', `${anyOf(flags)}${END}`),
    piece('xlcfgPrefix', `${anyOf(prefixes)}:`),
    piece('xlcfgUnknownKey', '[a-z][-a-z0-9_]*=\\@=', next('xlcfgAnyIs')),
    ...keyed(anyOf(keys), 'xlcfgAnyIs', 'xlcfgValue', 'xlcfgSpecNumber'),
    ...words.flatMap(({ key, names, group }) => [
      ...keyed(key, `${groupPrefix(key)}Is`, `${groupPrefix(key)}Word`, 'xlcfgValue', 'xlcfgSpecNumber'),
      piece(`${groupPrefix(key)}Word`, `${anyOf(names)}${END}`),
      `highlight default link ${groupPrefix(key)}Word ${group}`,
    ]),
    ...keyed('vdev', 'xlcfgVdevIs', 'xlcfgVdevWord'),
    piece('xlcfgVdevWord', textWithout(',')),
    'highlight default link xlcfgVdevWord xlcfgVdev',
    // Named, it is the rest of the string, since it may have commas.
    ...keyed(target, 'xlcfgTargetIs', 'xlcfgTargetWord'),
    piece('xlcfgTargetWord', textWithout(''), ESCAPES),
    'highlight default link xlcfgTargetWord xlcfgTarget',
  ];
}

/** Six pairs of hexadecimal digits, or the place of a PCI device and its functions. */
const ADDRESS =
  '\\<\\%(\\x\\{1,2}\\%(:\\x\\{1,2}\\)\\{5}\\|\\%(\\x\\{1,4}:\\)\\?\\x\\{1,2}:\\x\\{1,2}\\.[0-7*]\\%(-[0-7]\\)\\?\\)[0-9A-Za-z_:.]\\@!';

/** What every such string may have inside. */
export const commonSpecLines = (): string[] => [match('xlcfgAddress', ADDRESS, 'contained')];

/** The groups of one language, and the lines that define them. A key that it does not have looks like the string. */
export function specLines({ name, separator, keys, flags }: SpecVocabulary): {
  readonly groups: readonly string[];
  readonly lines: readonly string[];
} {
  const group = groupPrefix(name);
  const inside = 'contains=xlcfgAddress,xlcfgEscape,xlcfgIllegalEscape';
  const end = `[ \\t]*${fieldEnd(separator)}`;
  const is = next(`${group}Is`);
  const rows = [
    {
      kind: 'Other',
      pattern: textWithout(separator, `${separator}[:blank:]`),
      rest: [inside],
    },
    { kind: 'Sign', pattern: `[${separator}]`, isThere: separator !== '' },
    { kind: 'Flag', pattern: `${anyOf(flags)}\\ze${end}`, isThere: flags.length > 0 },
    {
      kind: 'Key',
      pattern: `${anyOf(keys.current)}\\ze[ \\t]*=`,
      rest: [is, 'skipwhite'],
      isThere: keys.current.length > 0,
    },
    {
      kind: 'DeprecatedKey',
      pattern: `${anyOf(keys.deprecated)}\\ze[ \\t]*=`,
      rest: [is, 'skipwhite'],
      isThere: keys.deprecated.length > 0,
    },
  ].filter(({ isThere = true }) => isThere);
  const define = (kind: string, pattern: string, rest: readonly string[] = []): string[] => [
    piece(`${group}${kind}`, pattern, ...rest),
    `highlight default link ${group}${kind} ${COMMON_GROUPS[kind] ?? 'xlcfgString'}`,
  ];
  return {
    groups: rows.map(({ kind }) => `${group}${kind}`),
    lines: [
      ...rows.flatMap(({ kind, pattern, rest }) => define(kind, pattern, rest)),
      ...define('Is', '=', [next(`${group}Value`, `${group}Number`)]),
      ...define('Value', textWithout(separator), [inside]),
      ...define('Number', `[0-9]\\+\\ze${end}`),
    ],
  };
}

const COMMON_GROUPS: Readonly<Record<string, string>> = {
  Sign: 'xlcfgSpecSign',
  Is: 'xlcfgSpecSign',
  Number: 'xlcfgSpecNumber',
  Key: 'xlcfgKey',
  DeprecatedKey: 'xlcfgDeprecatedKey',
  Flag: 'xlcfgFlag',
};
