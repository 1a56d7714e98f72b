/**
 * Generates the rules for the contents of strings: disks field by field, other devices key by key. Every match covers a
 * whole field, so that the next one starts at a field without a lookbehind, which is slow in Vim. If several rules match
 * at one position, the last one wins, so general rules come first.
 */
import { anyOf, groupPrefix, match } from './vimPatterns.ts';
import type { DiskVocabulary, SpecVocabulary } from './vocabulary.ts';

/** The end of a field: before a separator, a quote or the line end. */
const fieldEnd = (separator: string): string => `\\%([${separator}"']\\|$\\)\\@=`;

/**
 * The text of a field, without unescaped quotes and the given characters. Repeats single characters only: other repetitions
 * take memory in Vim for each iteration.
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

/** The groups for values, by key, if they have their own group. */
const VALUE_GROUPS: Readonly<Record<string, string>> = {
  format: 'xlcfgFormat',
  access: 'xlcfgAccess',
  devtype: 'xlcfgDevtype',
};

const NAMED = ['xlcfgSpecSign', 'xlcfgFlag', 'xlcfgUnknownKey', 'xlcfgKey', 'xlcfgPrefix'];

/** The groups up to the target of a disk. */
export const DISK_GROUPS = ['xlcfgTarget', ...NAMED, 'xlcfgDiskNoTarget'];

/** `key=`, and its values. */
const keyed = (key: string, sign: string, ...values: readonly string[]): string[] => [
  piece('xlcfgKey', `${key}=\\@=`, next(sign)),
  piece(sign, '=', next(...values)),
  `highlight default link ${sign} xlcfgSpecSign`,
];

/** The fields after the target, including the comma. */
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
    // The first positional field is the target. It is followed by format, vdev and access.
    piece('xlcfgTarget', `${field}${END}`, ESCAPES, next('xlcfgDiskRest')),
    rest('xlcfgDiskRest', ','),
    // An empty target: a comma at the start of the field.
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
    // A named target extends to the end of the string, because it may contain commas.
    ...keyed(target, 'xlcfgTargetIs', 'xlcfgTargetWord'),
    piece('xlcfgTargetWord', textWithout(''), ESCAPES),
    'highlight default link xlcfgTargetWord xlcfgTarget',
  ];
}

/** A MAC address, or the address of a PCI device. */
const ADDRESS =
  '\\<\\%(\\x\\{1,2}\\%(:\\x\\{1,2}\\)\\{5}\\|\\%(\\x\\{1,4}:\\)\\?\\x\\{1,2}:\\x\\{1,2}\\.[0-7*]\\%(-[0-7]\\)\\?\\)[0-9A-Za-z_:.]\\@!';

/** Rules for all string languages. */
export const commonSpecLines = (): string[] => [match('xlcfgAddress', ADDRESS, 'contained')];

/** The groups of one language, and the lines that define them. Unknown keys look like the string. */
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
