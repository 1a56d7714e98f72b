/** What the fuzzing begins with: the files and strings that people wrote for the real xl, and the words of the schema. */
import { DISK_PARAMETERS, DISK_PREFIXES } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { OPTIONS, XEND_OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { readFileCases, readSpecCases, readStringCases } from '../../conformance/cases.ts';

/** Longer files say nothing new, and take longer. */
const LONGEST_SEED = 1000;

export const FILES: readonly string[] = [
  ...readFileCases(),
  ...readFileCases('xl.conf'),
  ...readFileCases('cpupool'),
]
  .map(({ bytes }) => bytes.toString('utf8'))
  .filter(({ length }) => length <= LONGEST_SEED);

export const DISKS: readonly string[] = readSpecCases().map(({ name }) => name);

export const STRINGS = readStringCases();

const wordsOf = (parameter: { readonly name: string; readonly values?: unknown }): string[] => [
  parameter.name,
  `${parameter.name}=`,
  ...(Array.isArray(parameter.values)
    ? parameter.values.map((value: { readonly name: string }) => value.name)
    : []),
];

const unique = (words: readonly string[]): string[] => [...new Set(words)];

export const DISK_WORDS: readonly string[] = unique([
  ...DISK_PARAMETERS.flatMap(wordsOf),
  ...DISK_PREFIXES.map(({ name }) => `${name}:`),
  ...[
    '/dev/vg/a',
    '/srv/a.img',
    '/srv/a.iso',
    'xvda',
    'xvdb1',
    'hda',
    'hdc:cdrom',
    'sdb',
    'd0p1',
    '51712',
    ',',
  ],
]);

export const SPEC_WORDS: readonly string[] = unique([
  ...SPEC_LANGUAGES.flatMap(({ parameters }) => parameters.flatMap(wordsOf)),
  ...[
    'mac=00:16:3e:00:00:01',
    'bridge=br0',
    '0000:07:00.0',
    '0-3',
    '^2',
    'node:0',
    'all',
    'rate=10Mb/s@20ms',
    ',',
  ],
]);

export const FILE_WORDS: readonly string[] = unique([
  ...OPTIONS.map(({ name }) => name),
  ...OPTIONS.map(({ name }) => `\n${name} = `),
  ...XEND_OPTIONS.map(({ name }) => name),
  ...OPTIONS.flatMap(wordsOf),
  ...DISK_WORDS.map((word) => `"${word}"`),
  ...SPEC_WORDS.map((word) => `'${word}'`),
  ...[
    'type = "hvm"\n',
    'type = "pv"\n',
    'type = "pvh"\n',
    'builder = "hvm"\n',
    'name = "a"\n',
    'disk = [ ',
    'vif = [ ',
  ],
  ...[
    '# xlcfg-disable-line ',
    '# xlcfg-disable-next-line\n',
    '# xlcfg-disable-file ',
    ' += ',
    ' = ',
    '\n',
    '\r\n',
  ],
  ...['import os\n', 'if True:\n', ' %s' + " % 'x'", '[ [ "', '" ], [ "', '\\x41', '\\012', '\\\n'],
]);
