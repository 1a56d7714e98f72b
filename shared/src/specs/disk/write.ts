/**
 * Writes disk specs in today's syntax. Nothing is given out that the parser does not read back as the same disk, so
 * that a rewrite never changes what xl makes of a file.
 */
import type { Release } from '../../schema/releases.ts';
import type { DiskFields, DiskFormat, DiskPart, DiskSpec } from './ast.ts';
import { parseDiskSpec } from './parser.ts';

/** A piece of the new text, with what stood between it and the piece before. */
interface Piece {
  readonly text: string;
  readonly separator: string;
  readonly role: 'target' | 'vdev' | 'access' | 'other';
}

export const sameFields = (a: DiskFields, b: DiskFields): boolean =>
  (Object.keys(a) as (keyof DiskFields)[]).every((field) => a[field] === b[field]);

/** The forms that today's documentation no longer shows: prefixes, and the devtype behind the vdev. */
export const isDeprecated = ({ parts }: DiskSpec): boolean =>
  parts.some((part) => part.kind === 'prefix' || (part.kind === 'positional' && part.devtype !== undefined));

/** The spec in today's syntax, positional where that says the same, else named; null where neither does. */
export function modernSpec(spec: DiskSpec, release: Release): string | null {
  return spec.errors.length > 0 ? null : firstEqual(spec, spec.fields, release);
}

/** The same, with another format. */
export function specWithFormat(spec: DiskSpec, format: DiskFormat, release: Release): string | null {
  return spec.errors.length > 0 ? null : firstEqual(spec, { ...spec.fields, format }, release);
}

function firstEqual(spec: DiskSpec, fields: DiskFields, release: Release): string | null {
  const candidates = [
    () => positionalSpec(spec, fields, true),
    () => positionalSpec(spec, fields, false),
    () => namedSpec(fields),
  ];
  for (const candidate of candidates) {
    const text = candidate();
    const read = parseDiskSpec(text, release);
    if (read.errors.length === 0 && !isDeprecated(read) && sameFields(read.fields, fields)) return text;
  }
  return null;
}

/** Keeps order and blanks of the parts; prefixes go, and what they said is said by parameters. */
function positionalSpec(spec: DiskSpec, fields: DiskFields, insertFormat: boolean): string {
  const pieces = piecesOf(spec, fields);
  const comma = pieces.slice(1).find(({ separator }) => separator !== '')?.separator ?? ',';
  const hasFormat = spec.parts.some((part) => part.kind === 'positional' && part.role === 'format');
  const added: string[] = [];
  const hasFlag = spec.parts.some((part) => part.kind === 'flag' && part.name === 'cdrom');
  const devtype = spec.parts.find((part) => part.kind === 'positional' && part.devtype);
  if (devtype && fields.is_cdrom && !hasFlag) added.push('cdrom');
  const hasScript = spec.parts.some((part) => part.kind === 'parameter' && part.name === 'script');
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
  for (const part of spec.parts) {
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

/** Every parameter by name, the target last. */
export function namedSpec(fields: DiskFields): string {
  const { format, vdev, is_cdrom, readwrite, pdev_path } = fields;
  const flag = (value: boolean | null, name: string, off: string): string[] =>
    value === null ? [] : [value ? name : off];
  const text = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}=${value}`]);
  return [
    `format=${format}`,
    ...text('vdev', vdev),
    ...(is_cdrom ? ['access=ro', 'devtype=cdrom'] : [`access=${readwrite ? 'rw' : 'ro'}`]),
    ...text('backend', fields.backend_domname),
    ...text('backendtype', fields.backend === 'unknown' ? null : fields.backend),
    ...text('specification', fields.specification === 'unknown' ? null : fields.specification),
    ...text('script', fields.script),
    ...(fields.direct_io_safe ? ['direct-io-safe'] : []),
    ...flag(fields.discard_enable, 'discard', 'no-discard'),
    ...flag(fields.colo_enable, 'colo', 'no-colo'),
    ...text('colo-host', fields.colo_host),
    ...text('colo-port', fields.colo_port === 0 ? null : String(fields.colo_port)),
    ...text('colo-export', fields.colo_export),
    ...text('active-disk', fields.active_disk),
    ...text('hidden-disk', fields.hidden_disk),
    ...flag(fields.trusted, 'trusted', 'untrusted'),
    ...text('grant_usage', fields.grant_usage === null ? null : fields.grant_usage ? '1' : '0'),
    ...text('target', pdev_path),
  ].join(',');
}
