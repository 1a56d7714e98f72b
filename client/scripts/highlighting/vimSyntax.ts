/** Generates Vim's syntax file. */
import {
  BEFORE_OPERATOR,
  groupPrefix,
  keywords,
  list,
  match,
  strings,
  WORD_BREAKS,
  WORD_START,
} from './vimPatterns.ts';
import { commonSpecLines, DISK_GROUPS, diskLines, specLines } from './vimSpecs.ts';
import type { SpecVocabulary, Vocabulary } from './vocabulary.ts';

/** Our groups, and the standard groups that they link to, see `:help group-name`. Unknown names look like text. */
const LINKS: Readonly<Record<string, string>> = {
  xlcfgComment: 'Comment',
  xlcfgOption: 'Identifier',
  xlcfgDeprecatedOption: 'PreProc',
  xlcfgOperator: 'Operator',
  xlcfgNumber: 'Number',
  xlcfgString: 'String',
  xlcfgQuote: 'xlcfgString',
  xlcfgEscape: 'SpecialChar',
  xlcfgBracket: 'Delimiter',
  xlcfgSeparator: 'Delimiter',
  xlcfgTerminator: 'Delimiter',
  xlcfgIllegal: 'Error',
  xlcfgIllegalName: 'xlcfgIllegal',
  xlcfgIllegalEscape: 'xlcfgIllegal',
  xlcfgUnclosed: 'xlcfgIllegal',
  xlcfgPrefix: 'PreProc',
  xlcfgValue: 'String',
  xlcfgTarget: 'String',
  xlcfgFormat: 'Type',
  xlcfgVdev: 'Identifier',
  xlcfgAccess: 'Statement',
  xlcfgDevtype: 'Type',
  xlcfgWord: 'Type',
  xlcfgFlag: 'Keyword',
  xlcfgKey: 'Label',
  xlcfgDeprecatedKey: 'PreProc',
  xlcfgSpecSign: 'Delimiter',
  xlcfgSpecNumber: 'Number',
  xlcfgAddress: 'Number',
};

/** The groups from the name of an option to its list or string, each with its `nextgroup`. */
const setting = (
  group: string,
  option: string,
  { value, opening }: { readonly value: string; readonly opening: string },
): string[] => [
  match(
    `${group}Setting`,
    `${WORD_START}${option}\\ze[ \\t]*+\\?=[ \\t]*${opening}`,
    `nextgroup=${group}Operator skipwhite contains=xlcfgOption`,
  ),
  match(`${group}Operator`, '+\\?=', `contained nextgroup=${value} skipwhite`),
  `highlight default link ${group}Operator xlcfgOperator`,
];

function linesOfSpec(spec: SpecVocabulary): string[] {
  const { groups, lines } = specLines(spec);
  const isInList = true;
  const group = groupPrefix(spec.name);
  const option = `\\%(${spec.options.join('\\|')}\\)`;
  return [
    ...lines,
    ...(spec.isList
      ? [
          ...setting(`${group}Of`, option, { value: `${group}List`, opening: '\\[' }),
          list(`${group}List`, [`${group}Item`, `${group}List`], 'contained'),
          ...strings(`${group}Item`, groups, { isInList, isContained: true }),
          `highlight default link ${group}Item xlcfgString`,
        ]
      : []),
    ...(spec.isText
      ? [
          ...setting(`${group}Is`, option, { value: `${group}Text`, opening: '["\']' }),
          ...strings(`${group}Text`, groups, { isInList: false, isContained: true }),
          `highlight default link ${group}Text xlcfgString`,
        ]
      : []),
  ];
}

const escapes = [
  match('xlcfgIllegalEscape', '\\\\[^0-7\\\\"\'abfnrtv]', 'contained'),
  match('xlcfgEscape', '\\\\\\%([\\\\"\'abfnrtv]\\|[0-7][0-9]\\{2,3}\\)', 'contained'),
];

const settings = ({ options }: Vocabulary): string[] => [
  ...keywords('xlcfgOption', options.current, 'contained'),
  ...keywords('xlcfgDeprecatedOption', options.deprecated, 'contained'),
  match('xlcfgOperator', '+\\?=', 'contained'),
  match(
    'xlcfgIllegalName',
    `${WORD_START}[^${WORD_BREAKS}+]\\+${BEFORE_OPERATOR}`,
    'nextgroup=xlcfgOperator skipwhite',
  ),
  match(
    'xlcfgUnknownOption',
    `${WORD_START}[a-z][a-z0-9_.]*${BEFORE_OPERATOR}`,
    'nextgroup=xlcfgOperator skipwhite contains=xlcfgOption,xlcfgDeprecatedOption',
  ),
];

/** The content of the file. */
export const vimSyntax = (vocabulary: Vocabulary): string =>
  [
    '" Vim syntax file',
    '" Language: guest configuration of Xen\'s xl',
    '" Generated from the schema by `npm run sync`.',
    '',
    "if exists('b:current_syntax')",
    '  finish',
    'endif',
    'let s:cpo = &cpo',
    'set cpo&vim',
    '',
    'syntax case match',
    'syntax iskeyword @,48-57,_,.,-',
    'syntax sync minlines=200',
    '',
    '" A single character may be the last one of the file, of which xl takes no notice whatever it is.',
    match('xlcfgIllegal', `[^${WORD_BREAKS}]\\{2,}\\|[^${WORD_BREAKS}].\\@=`),
    match('xlcfgNumber', `${WORD_START}[0-9][0-9a-fx]*\\ze\\%([${WORD_BREAKS}]\\|.\\?$\\)`),
    match('xlcfgSeparator', ',', 'contained'),
    match('xlcfgTerminator', ';'),
    match('xlcfgComment', '#.*', 'contains=@Spell'),
    ...escapes,
    ...strings('xlcfgString', ['xlcfgEscape', 'xlcfgIllegalEscape'], { isInList: false, isContained: false }),
    ...strings('xlcfgListString', ['xlcfgEscape', 'xlcfgIllegalEscape'], {
      isInList: true,
      isContained: true,
    }),
    'highlight default link xlcfgListString xlcfgString',
    list('xlcfgList', ['xlcfgListString', 'xlcfgList']),
    '',
    '" Settings',
    ...settings(vocabulary),
    '',
    '" Disks',
    ...diskLines(vocabulary.disk),
    ...strings('xlcfgDisk', DISK_GROUPS, { isInList: true, isContained: true }),
    'highlight default link xlcfgDisk xlcfgString',
    list('xlcfgDiskList', ['xlcfgDisk', 'xlcfgList'], 'contained'),
    ...setting('xlcfgDiskOf', 'disk', { value: 'xlcfgDiskList', opening: '\\[' }),
    '',
    '" The strings of other options',
    ...commonSpecLines(),
    ...vocabulary.specs.flatMap(linesOfSpec),
    '',
    ...Object.entries(LINKS).map(([group, target]) => `highlight default link ${group} ${target}`),
    '',
    "let b:current_syntax = 'xlcfg'",
    'let &cpo = s:cpo',
    'unlet s:cpo',
    '',
  ].join('\n');
