/** The language of `disk`: one string, one disk. Its grammar is a scanner's, so that it has its own tree (ast.ts). */
import { SymbolKind } from 'vscode-languageserver-types';
import type { ParameterSchema } from '../../schema/types.ts';
import { OLDEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import type { SpecFact } from '../facts.ts';
import type {
  OfferedValue,
  SpecContext,
  SpecHint,
  SpecLanguage,
  SpecTemplate,
  ValueContext,
} from '../language.ts';
import { givenValue } from '../pieces.ts';
import { servingDomain } from '../toolkit/domains.ts';
import { readingEach } from '../toolkit/readers.ts';
import type { DiskPart, DiskSpec, PositionalRole } from './ast.ts';
import { chooseBackend, isHostPath } from './backend.ts';
import { DISK_KEYS, type DiskFields, printedDisk } from './fields.ts';
import { freeVdevs } from './freeVdev.ts';
import { backendMeaning } from './meaning/backend.ts';
import { DISK_MEANING } from './meaning/index.ts';
import { parseDiskSpec } from './parser.ts';
import { DISK_PARAMETERS, DISK_PREFIXES } from './schema/index.ts';
import { parseVdev, vdevName, vdevOfNumber } from './vdev.ts';

/** What an editor shows within a disk: what empty fields mean, the names of numbered vdevs, the backend. */
const diskHints = (spec: DiskSpec, context: SpecContext): readonly SpecHint[] => [
  ...spec.tree.flatMap((part) => [...emptyField(part, spec.fields), ...numberedVdev(part)]),
  ...chosenBackend(spec.fields, context),
];

const EMPTY_FIELDS: Readonly<Partial<Record<PositionalRole, (fields: DiskFields) => string>>> = {
  format: ({ format }) => format,
  access: ({ readwrite }) => (readwrite ? 'rw' : 'ro'),
};

/** A positional field with nothing between its commas: its name, and what xl makes of it. */
function emptyField(part: DiskPart, fields: DiskFields): readonly SpecHint[] {
  if (part.kind !== 'positional' || part.value !== '' || part.role === 'surplus') return [];
  const { role, valueSpan: span } = part;
  const label = EMPTY_FIELDS[role]?.(fields);
  const tooltip = 'What xl uses where the field is empty.';
  return [
    { kind: 'name', span, parameter: role },
    ...(label === undefined ? [] : [{ kind: 'default', span, label, tooltip } as const]),
  ];
}

function numberedVdev(part: DiskPart): readonly SpecHint[] {
  const isVdev =
    (part.kind === 'positional' && part.role === 'vdev') ||
    (part.kind === 'parameter' && part.known && part.name === 'vdev');
  const vdev = isVdev && part.value !== '' ? parseVdev(part.value) : null;
  if (!isVdev || (vdev?.scheme !== 'number' && vdev?.scheme !== 'd')) return [];
  const { number, scheme, disk = -1, partition = -1 } = vdev;
  const hint = { kind: 'number', span: part.valueSpan, number } as const;
  if (scheme === 'number') {
    const why = 'The device number goes into xenstore unchanged, and means this disk or partition.';
    const text = vdevOfNumber(number);
    return [text === undefined ? hint : { ...hint, name: { text, why } }];
  }
  if (disk < 0 || partition < 0) return [];
  const why = 'The number of the disk, from 0, and that of the partition: 0 is the whole disk.';
  return [{ ...hint, name: { text: vdevName('xvd', disk, partition), why } }];
}

function chosenBackend(fields: DiskFields, context: SpecContext): readonly SpecHint[] {
  if (fields.backend !== 'unknown') return [];
  const choice = chooseBackend(fields, context.guestType, context.xenVersion);
  if (choice.kind === 'refused') return [];
  const names = choice.by.map(({ backend }) => backend).join(' or ');
  return [{ kind: 'backend', label: `backendtype: ${names}`, tooltip: backendMeaning(fields, context) }];
}

/** The values that completion offers: words that the rest of the string does not make void, free vdevs. */
function offeredValues(
  { name, values = [] }: ParameterSchema,
  { guestType, spec: { fields }, others }: ValueContext<DiskSpec>,
): readonly OfferedValue[] {
  if (name !== 'vdev') return values.filter((value) => MAKES_SENSE[name]?.(value.name, fields) ?? true);
  const disks = others().map((other) => other.fields);
  return freeVdevs(disks, guestType, fields.is_cdrom).map((vdev, index) => ({
    name: vdev,
    // The position is older than the key.
    since: OLDEST_XEN_VERSION,
    note: index === 0 ? 'the next free one' : 'free',
  }));
}

/** For a parameter: whether libxl makes something of a value, given the rest of the disk. */
const MAKES_SENSE: Readonly<Record<string, (value: string, rest: DiskFields) => boolean>> = {
  format: (value, { is_cdrom, pdev_path }) => value !== 'empty' || (is_cdrom && !pdev_path),
  access: (value, { is_cdrom }) => !is_cdrom || value === 'ro' || value === 'r',
  // Standalone serves virtio, and nothing else does (disk_try_backend in libxl_device.c).
  backendtype: (value, { specification }) =>
    specification === 'unknown' || (specification === 'virtio') === (value === 'standalone'),
};

/** Whole disks to begin with. The vdev gives way to a free one. */
const DISK_TEMPLATES: readonly SpecTemplate[] = [
  {
    label: 'disk',
    summary: 'Target, format, vdev and access, each identified by its position.',
    since: '4.2',
    text: '/dev/vg/guest,raw,xvda,rw',
  },
  {
    label: 'disk by names',
    summary: 'The same with keys; the target comes last and may contain commas.',
    since: '4.2',
    text: 'vdev=xvda, format=raw, access=rw, target=/dev/vg/guest',
  },
  {
    label: 'cdrom',
    summary: 'A CD-ROM drive with an image in it.',
    since: '4.2',
    text: '/srv/install.iso,raw,hdc,ro,cdrom',
  },
  {
    label: 'cdrom, empty',
    summary: 'A CD-ROM drive without a medium; xl cd-insert puts one in.',
    since: '4.2',
    text: 'vdev=hdc, cdrom',
  },
];

/** What a disk shows to the guest. Facts: xlu_disk_parse, libxl_disk.c. */
function diskFacts(spec: DiskSpec): readonly SpecFact[] {
  const { pdev_path, script, backend_domname, readwrite } = spec.fields;
  const span = pdev_path ? givenValue(spec, 'target') : undefined;
  if (!pdev_path || !span || !isComparable(pdev_path, script)) return [];
  const key = [servingDomain(backend_domname), scriptName(script), normalised(pdev_path)].join('\n');
  return [
    { span, content: { kind: 'diskTarget', key, text: pdev_path, option: 'disk', writable: readwrite } },
  ];
}

/** What a relative path leads to depends on where xl runs. */
const isComparable = (target: string, script: string | null): boolean =>
  script !== null || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(target);

/** A path that the system takes for the same; what `..` leads to depends on links. */
const normalised = (target: string): string =>
  target.startsWith('/') ? target.replace(/(?<!\/)(?:\/+\.)+(?=\/|$)/g, '').replace(/\/+/g, '/') : target;

/** Scripts without a path are in this folder. */
const scriptName = (script: string | null): string => (script ?? '').replace(/^\/etc\/xen\/scripts\//, '');

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
  json: {
    list: { name: 'disks', after: 'b_info' },
    order: DISK_KEYS,
    fields: ({ fields }) => printedDisk(fields),
  },
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
