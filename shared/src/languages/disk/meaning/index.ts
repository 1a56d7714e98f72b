/** What a disk means: its fields in words, who serves it, how it is written today. */
import { code, codeBlock, paragraphs, plain } from '../../../text/markdown.ts';
import type { MeaningContext, SpecContext, SpecMeaning } from '../../language.ts';
import type { DiskSpec } from '../ast.ts';
import { acceptsReadOnly, emulationOf, withoutReadOnlySince } from '../emulation.ts';
import type { DiskFields } from '../fields.ts';
import { diskParameter } from '../schema/index.ts';
import { parseVdev } from '../vdev.ts';
import { modernSpec } from '../write.ts';
import { backendMeaning, backendOf2011 } from './backend.ts';
import { vdevMeaning } from './vdev.ts';

/** Markdown; undefined where the value is nothing but itself, or what the schema says of it. */
function valueMeaning(
  { fields }: DiskSpec,
  parameter: string,
  value: string,
  context: MeaningContext,
): string | undefined {
  switch (parameter) {
    case 'target':
      return targetMeaning(fields, value);
    case 'vdev': {
      const vdev = parseVdev(value);
      return vdev
        ? vdevMeaning(vdev, context, fields.is_cdrom)
        : 'libxl cannot read this name: xl accepts the file, but the guest does not start.';
    }
    case 'access':
      return paragraphs([emptyMeaning(parameter, value), accessNote(fields, context)]);
    default:
      return emptyMeaning(parameter, value);
  }
}

/** How xl reads an empty value of these. */
const EMPTY_VALUES: ReadonlyMap<string, string> = new Map([
  ['format', 'raw'],
  ['access', 'rw'],
]);

function emptyMeaning(parameter: string, value: string): string | undefined {
  const name = value === '' ? EMPTY_VALUES.get(parameter) : undefined;
  const documented = diskParameter(parameter)?.values?.find((one) => one.name === name);
  return documented && `The same as ${code(documented.name)}. ${plain(documented.summary)}`;
}

function accessNote(
  fields: DiskFields,
  { guestType, xenVersion, machine }: MeaningContext,
): string | undefined {
  if (fields.is_cdrom) return 'This is a CD-ROM drive: read-only, whatever is written here.';
  const vdev = fields.vdev === null ? null : parseVdev(fields.vdev);
  if (!vdev || fields.readwrite || guestType !== 'hvm' || machine.deviceModel !== 'qemu-xen')
    return undefined;
  if (acceptsReadOnly(emulationOf(vdev, false, machine.diskController), xenVersion)) return undefined;
  const release = withoutReadOnlySince(xenVersion);
  return release === undefined
    ? '**This HVM guest does not start with it**: QEMU has no read-only IDE and AHCI disks.'
    : `**This HVM guest does not start with it**: since ${release} libxl of Xen ${xenVersion} accepts no read-only disk but a CD-ROM drive.`;
}

function targetMeaning({ script, backend_domname, is_cdrom }: DiskFields, value: string): string {
  if (value === '')
    return is_cdrom ? 'No target: the drive is empty.' : 'No target, and this is not a CD-ROM drive.';
  if (script !== null && script !== '')
    return `Passed to the script ${code(script)}, which knows what it means.`;
  const where = backend_domname ? `in the domain ${code(backend_domname)}` : 'on the host';
  return value.startsWith('/')
    ? `A path ${where}.`
    : `A path without a leading ${code('/')}, looked up ${where} from the directory where xl runs. Use an absolute path.`;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The line of a field that is shown only where it is set. */
const optional = (label: string, value: string | number | boolean | null): readonly string[] => {
  if (value === null || value === '' || value === 0) return [];
  return [`${label}: ${typeof value === 'boolean' ? yesNo(value) : code(String(value))}`];
};

function vdevLine(vdev: string | null): string {
  if (vdev === null) return 'Virtual device: none';
  const number = parseVdev(vdev)?.number;
  return `Virtual device: ${code(vdev)}, ${number === undefined ? 'which libxl cannot read' : `number ${code(String(number))}`}`;
}

const fieldLines = ({ fields }: { readonly fields: DiskFields }): readonly string[] => [
  `Target: ${fields.pdev_path ? code(fields.pdev_path) : 'none'}`,
  `Format: ${code(fields.format === 'unknown' ? 'raw' : fields.format)}`,
  vdevLine(fields.vdev),
  `Access: ${fields.readwrite ? 'read and write' : 'read only'}`,
  `Drive: ${fields.is_cdrom ? 'CD-ROM' : 'hard disk'}`,
  `Specification: ${code(fields.specification === 'unknown' ? 'xen' : fields.specification)}`,
  `Discard: ${yesNo(fields.discard_enable ?? fields.readwrite)}`,
  ...optional('Script', fields.script),
  ...optional('Backend domain', fields.backend_domname),
  ...(fields.direct_io_safe ? ['Direct IO: safe'] : []),
  ...optional('Trusted', fields.trusted),
  ...optional('Grants', fields.grant_usage),
  ...optional('COLO', fields.colo_enable),
  ...optional('COLO host', fields.colo_host),
  ...optional('COLO port', fields.colo_port),
  ...optional('COLO export', fields.colo_export),
  ...optional('Active disk', fields.active_disk),
  ...optional('Hidden disk', fields.hidden_disk),
];

function outcome(spec: DiskSpec, context: SpecContext): string {
  const today = modernSpec(spec, context.xenVersion);
  return paragraphs([
    spec.faults.length > 0 ? undefined : backendMeaning(spec.fields, context),
    today === null ? undefined : paragraphs(['Written today:', codeBlock([today])]),
    backendOf2011(spec),
  ]);
}

export const DISK_MEANING: SpecMeaning<DiskSpec> = { value: valueMeaning, fields: fieldLines, outcome };
