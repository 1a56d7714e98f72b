/** What the values of a disk stand for beyond the words of the schema. */
import { code, paragraphs, plain } from '../../../text/markdown.ts';
import type { MeaningContext } from '../../language.ts';
import type { DiskSpec } from '../ast.ts';
import { acceptsReadOnly, emulationOf } from '../emulation.ts';
import type { DiskFields } from '../fields.ts';
import { diskParameter } from '../schema/index.ts';
import { parseVdev } from '../vdev.ts';
import { vdevMeaning } from './vdev.ts';

/** Markdown; undefined where the value is nothing but itself, or what the schema says of it. */
export function valueMeaning(
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
        ? vdevMeaning(vdev, context.guestType, fields.is_cdrom)
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
  return acceptsReadOnly(emulationOf(vdev, false, machine.diskController), xenVersion)
    ? undefined
    : '**This HVM guest does not start with it**: QEMU has no read-only IDE and AHCI disks.';
}

function targetMeaning({ script, backend_domname, is_cdrom }: DiskFields, value: string): string {
  if (value === '')
    return is_cdrom ? 'No target: the drive is empty.' : 'No target, and this is not a CD-ROM drive.';
  if (script !== null && script !== '')
    return `Passed to the script ${code(script)}, which knows what it stands for.`;
  const where = backend_domname ? `in the domain ${code(backend_domname)}` : 'on the host';
  return value.startsWith('/')
    ? `A path ${where}.`
    : `A path without a leading ${code('/')}, looked up ${where} from the directory where xl runs. Write an absolute path.`;
}
