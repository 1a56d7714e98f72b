/** The language of `disk`: one string, one disk. Its grammar is a scanner's, so that it has a tree of its own (ast.ts). */
import { SymbolKind } from 'vscode-languageserver-types';
import type { SpecLanguage } from '../language.ts';
import { readingEach } from '../toolkit/readers.ts';
import type { DiskSpec } from './ast.ts';
import { isHostPath } from './backend.ts';
import { diskFacts } from './facts.ts';
import { DISK_KEYS, type DiskFields, printedDisk } from './fields.ts';
import { diskHints } from './hints.ts';
import { DISK_MEANING } from './meaning/index.ts';
import { offeredValues } from './offeredValues.ts';
import { parseDiskSpec } from './parser.ts';
import { DISK_PARAMETERS, DISK_PREFIXES } from './schema/index.ts';
import { DISK_TEMPLATES } from './templates.ts';
import { parseVdev } from './vdev.ts';

const details = ({ pdev_path, format, is_cdrom, readwrite, backend_domname }: DiskFields): string[] => [
  ...(pdev_path ? [pdev_path] : []),
  format === 'unknown' ? 'raw' : format,
  is_cdrom ? 'cdrom' : readwrite ? 'rw' : 'ro',
  ...(backend_domname ? [backend_domname] : []),
];

export const DISK: SpecLanguage<DiskSpec> = {
  options: ['disk'],
  noun: 'disk',
  shape: 'items',
  separator: ',',
  parameters: DISK_PARAMETERS,
  prefixes: DISK_PREFIXES,
  nonStringItem: 'restDropped',
  page: 'disks.md',
  createReader: readingEach((text, { xenVersion }) => parseDiskSpec(text, xenVersion)),
  json: { order: DISK_KEYS, fields: ({ fields }) => printedDisk(fields) },
  symbol: {
    name: ['vdev'],
    detail: [],
    details: ({ fields, faults }) => [...details(fields), ...(faults.length > 0 ? ['refused'] : [])],
    kind: SymbolKind.File,
  },
  facts: diskFacts,
  offeredValues,
  templates: DISK_TEMPLATES,
  notations: Object.fromEntries(
    DISK_PARAMETERS.flatMap(({ name, position }) => (position === undefined ? [] : [[name, { text: name }]])),
  ),
  meaning: DISK_MEANING,
  hints: diskHints,
  isPath: ({ fields }, parameter) => parameter !== 'target' || isHostPath(fields),
  parameterOf: (text) => (/^[a-z]/.test(text) && parseVdev(text) ? 'vdev' : undefined),
  tokenTypes: { target: 'string', vdev: 'type', access: 'modifier' },
};
