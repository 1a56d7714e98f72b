/**
 * Writes disk specs in today's syntax. Nothing is given out that the parser does not read back as the same disk, so
 * that a rewrite never changes what xl makes of a file.
 */
import { atLeast, type XenVersion } from '../../schema/xenVersions.ts';
import type { DiskPart, DiskSpec } from './ast.ts';
import { DISK_FIELD_NAMES, type DiskFieldName, type DiskFields, type DiskFormat, isSet } from './fields.ts';
import { parseDiskSpec } from './parser.ts';
import { DISK_PARAMETERS } from './schema/index.ts';

/** A piece of the new text, with what stood between it and the piece before. */
interface Piece {
  readonly text: string;
  readonly separator: string;
  readonly role: 'target' | 'vdev' | 'access' | 'other';
}

export const sameFields = (a: DiskFields, b: DiskFields): boolean =>
  (Object.keys(a) as (keyof DiskFields)[]).every((field) => a[field] === b[field]);

/** The forms that today's documentation no longer shows: prefixes, and the devtype behind the vdev. */
export const isDeprecated = ({ tree: parts }: DiskSpec): boolean =>
  parts.some((part) => part.kind === 'prefix' || (part.kind === 'positional' && part.devtype !== undefined));

/** Whether this xl reads today's syntax: 4.1 knows the deprecated forms only. */
export const hasModernSyntax = (xenVersion: XenVersion): boolean => atLeast(xenVersion, '4.2');

/**
 * A spec with deprecated forms in today's syntax: positional where that describes the same disk, else named. This is
 * the one text that hovers show and fixes write. Null where nothing is deprecated, where xl rejects the spec or does not
 * read today's syntax, and where no text describes the same disk.
 */
export function modernSpec(spec: DiskSpec, xenVersion: XenVersion): string | null {
  if (spec.faults.length > 0 || !isDeprecated(spec) || !hasModernSyntax(xenVersion)) return null;
  return firstEqual(modernCandidates(spec, spec.fields), spec.fields, xenVersion);
}

/** The same, with another format. */
export function specWithFormat(spec: DiskSpec, format: DiskFormat, xenVersion: XenVersion): string | null {
  const fields = { ...spec.fields, format };
  return spec.faults.length > 0 ? null : firstEqual(modernCandidates(spec, fields), fields, xenVersion);
}

/** The spec with every parameter by its name; null where xl would not read the same from it. */
export function specByName(spec: DiskSpec, xenVersion: XenVersion): string | null {
  if (spec.faults.length > 0) return null;
  return firstEqual([() => namedSpec(spec.fields, separatorOf(spec))], spec.fields, xenVersion);
}

/**
 * The spec as target, format, vdev and access, and behind them by name what has no position; null where xl would not
 * read the same from it, as with a comma in the target.
 */
export function specByPosition(spec: DiskSpec, xenVersion: XenVersion): string | null {
  if (spec.faults.length > 0) return null;
  return firstEqual([() => fieldsByPosition(spec.fields, separatorOf(spec))], spec.fields, xenVersion);
}

/** The first comma between two parts, with the blanks after it: new text keeps the spacing of the old. */
export function separatorOf({ text, tree: parts }: DiskSpec): string {
  const between = parts.slice(1).map(({ start }, index) => text.slice(parts[index]?.end, start));
  return between.find((separator) => /^,[ \t]*$/.test(separator)) ?? ',';
}

const modernCandidates = (spec: DiskSpec, fields: DiskFields): readonly (() => string)[] => [
  () => positionalSpec(spec, fields, true),
  () => positionalSpec(spec, fields, false),
  () => namedSpec(fields, separatorOf(spec)),
];

/** The first text that is read as these fields, and is in today's syntax. */
function firstEqual(
  candidates: readonly (() => string)[],
  fields: DiskFields,
  xenVersion: XenVersion,
): string | null {
  for (const candidate of candidates) {
    const text = candidate();
    const read = parseDiskSpec(text, xenVersion);
    if (read.faults.length === 0 && !isDeprecated(read) && sameFields(read.fields, fields)) return text;
  }
  return null;
}

/** Keeps order and blanks of the parts; prefixes go, and what they said is said by parameters. */
function positionalSpec(spec: DiskSpec, fields: DiskFields, insertFormat: boolean): string {
  const pieces = piecesOf(spec, fields);
  const comma = separatorOf(spec);
  const hasFormat = spec.tree.some((part) => part.kind === 'positional' && part.role === 'format');
  const added: string[] = [];
  const hasFlag = spec.tree.some((part) => part.kind === 'flag' && part.name === 'cdrom');
  const devtype = spec.tree.find((part) => part.kind === 'positional' && part.devtype);
  if (devtype && fields.is_cdrom && !hasFlag) added.push('cdrom');
  const hasScript = spec.tree.some((part) => part.kind === 'parameter' && part.name === 'script');
  if (fields.script !== null && !hasScript) added.push(`script=${fields.script}`);
  const lastFixed = pieces.findLastIndex(({ role }) => role !== 'other');
  let text = '';
  pieces.forEach((piece, index) => {
    text += piece.separator + piece.text;
    if (piece.role === 'target' && insertFormat && !hasFormat) text += comma + fields.format;
    if (index === lastFixed) text += added.map((one) => comma + one).join('');
  });
  return text;
}

function piecesOf(spec: DiskSpec, fields: DiskFields): Piece[] {
  const pieces: Piece[] = [];
  let separator = '';
  let previous: DiskPart | undefined;
  for (const part of spec.tree) {
    const between = spec.text.slice(previous?.end ?? 0, part.start);
    // Blanks between a prefix and its target go with the prefix.
    if (previous?.kind !== 'prefix') separator += between;
    previous = part;
    if (part.kind === 'prefix' || part.kind === 'junk') continue;
    pieces.push({ separator, ...pieceOf(part, fields) });
    separator = '';
  }
  return pieces;
}

function pieceOf(
  part: Exclude<DiskPart, { kind: 'prefix' | 'junk' }>,
  fields: DiskFields,
): { text: string; role: Piece['role'] } {
  if (part.kind === 'flag') return { text: part.name, role: 'other' };
  if (part.kind === 'parameter') {
    const value = part.name === 'format' ? fields.format : part.value;
    return { text: `${part.name}=${value}`, role: 'other' };
  }
  switch (part.role) {
    case 'access':
      return { text: accessWord(part.value, fields), role: 'access' };
    case 'format':
      return { text: formatWord(part.value, fields), role: 'other' };
    case 'target':
    case 'vdev':
      return { text: part.value, role: part.role };
    case 'surplus':
      return { text: part.value, role: 'other' };
  }
}

/** The words of today's manual, `ro` and `rw`; an access left out stays out. */
const accessWord = (value: string, { is_cdrom, readwrite }: DiskFields): string => {
  if (value === '') return '';
  return readwrite && !is_cdrom ? 'rw' : 'ro';
};

/** The drive without a target is empty whatever its format says, and no format says raw. */
const formatWord = (value: string, { format, is_cdrom, pdev_path }: DiskFields): string =>
  (is_cdrom && !pdev_path) || (value === '' && format === 'raw') ? value : format;

const named = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}=${value}`]);

/** Every parameter by name, the target last. */
export function namedSpec(fields: DiskFields, separator: string): string {
  const { format, vdev, is_cdrom, readwrite, pdev_path } = fields;
  return [
    `format=${format}`,
    ...named('vdev', vdev),
    ...(is_cdrom ? ['access=ro', 'devtype=cdrom'] : [`access=${readwrite ? 'rw' : 'ro'}`]),
    ...withoutPosition(fields),
    ...named('target', pdev_path),
  ].join(separator);
}

const fieldsByPosition = (fields: DiskFields, separator: string): string =>
  [
    fields.pdev_path ?? '',
    fields.format,
    fields.vdev ?? '',
    ...(fields.is_cdrom ? ['ro', 'cdrom'] : [fields.readwrite ? 'rw' : 'ro']),
    ...withoutPosition(fields),
  ].join(separator);

/** What is printed separately in either form, or follows from the rest. */
const PLACED: ReadonlySet<DiskFieldName> = new Set<DiskFieldName>([
  'pdev_path',
  'format',
  'vdev',
  'readwrite',
  'is_cdrom',
  'removable',
]);

/** What can be said by name only: the flag that sets a field so, or else its parameter. */
const withoutPosition = (fields: DiskFields): string[] =>
  DISK_FIELD_NAMES.filter((name) => !PLACED.has(name) && isSet(fields, name)).flatMap((name) => {
    const value = fields[name];
    const parameters = DISK_PARAMETERS.filter(({ field }) => field === name);
    const flag = parameters.find((parameter) => parameter.form === 'flag' && parameter.sets === value);
    if (flag) return [flag.name];
    const parameter = parameters.find(({ form }) => form === 'value');
    return parameter ? [`${parameter.name}=${typeof value === 'boolean' ? Number(value) : value}`] : [];
  });
