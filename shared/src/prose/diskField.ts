/** Hovers on the name and on the value of one parameter of a disk. */

import type { XlDocument } from '../document/document.ts';
import type { DiskSpec } from '../languages/disk/ast.ts';
import { acceptsReadOnly, emulationOf } from '../languages/disk/emulation.ts';
import type { DiskParameterSchema } from '../languages/disk/schema/index.ts';
import { parseVdev } from '../languages/disk/vdev.ts';
import { deviceModelOf, diskControllerOf } from '../model/machine.ts';
import { optionValuesOf } from '../model/optionValues.ts';
import { parameterDocumentation, valueDocumentation, versionNote } from './documentation.ts';
import { code, paragraphs } from './markdown.ts';
import { vdevDocumentation } from './vdev.ts';

/** The documentation of a parameter or flag, and whether the release has it. Markdown. */
export function parameterHover({ settings }: XlDocument, parameter: DiskParameterSchema): string {
  return parameterDocumentation(parameter, versionNote(settings.xenVersion, parameter));
}

/** What this value means, then the parameter that it is for. Markdown. */
export function fieldHover(
  doc: XlDocument,
  spec: DiskSpec,
  parameter: DiskParameterSchema,
  value: string,
): string {
  return paragraphs([
    `${code(value)} (${parameter.name} of the disk)`,
    diskValueMeaning(doc, spec, parameter, value),
    '---',
    parameterHover(doc, parameter),
  ]);
}

/** What this value of the parameter means, where it means more than itself. Markdown. */
export function diskValueMeaning(
  doc: XlDocument,
  spec: DiskSpec,
  parameter: DiskParameterSchema,
  value: string,
): string | undefined {
  switch (parameter.field) {
    case 'pdev_path':
      return targetMeaning(spec, value);
    case 'vdev':
      return vdevMeaning(doc, spec, value);
    case 'readwrite':
      return paragraphs([wordMeaning(doc, parameter, value), accessNote(doc, spec)]);
    default:
      return parameter.values ? wordMeaning(doc, parameter, value) : undefined;
  }
}

/** xl reads an empty value of these as the default. */
const EMPTY_WORDS: Readonly<Record<string, string>> = { format: 'raw', access: 'rw' };

function wordMeaning({ settings }: XlDocument, parameter: DiskParameterSchema, written: string): string {
  const word = written === '' ? (EMPTY_WORDS[parameter.name] ?? '') : written;
  const value = parameter.values?.find(({ name }) => name === word);
  if (!value) return 'xl does not know this word here and refuses the disk.';
  return [
    ...(written === '' ? [`The same as ${code(word)}.`] : []),
    valueDocumentation(value),
    ...versionNote(settings.xenVersion, value, parameter),
  ].join(' ');
}

function accessNote({ guest, settings }: XlDocument, { fields }: DiskSpec): string | undefined {
  if (fields.is_cdrom) return 'This is a CD-ROM drive: read-only, whatever is written here.';
  const vdev = fields.vdev === null ? null : parseVdev(fields.vdev);
  if (!vdev || fields.readwrite || guest.type !== 'hvm') return undefined;
  const values = optionValuesOf(guest, settings.xenVersion);
  const emulation = emulationOf(vdev, false, diskControllerOf(values));
  return deviceModelOf(values) === 'qemu-xen' && !acceptsReadOnly(emulation, settings.xenVersion)
    ? '**This hvm guest does not start with it**: QEMU has no read-only IDE and AHCI disks.'
    : undefined;
}

function targetMeaning({ fields }: DiskSpec, value: string): string {
  const { script, backend_domname, is_cdrom } = fields;
  if (value === '')
    return is_cdrom ? 'No target: the drive is empty.' : 'No target, and this is no CD-ROM drive.';
  if (script !== null && script !== '')
    return `Handed to the script ${code(script)}, which knows what it is.`;
  const where = backend_domname ? `in the domain ${code(backend_domname)}` : 'on the host';
  return value.startsWith('/')
    ? `A path ${where}.`
    : `A path without a leading ${code('/')}, looked up ${where} from the directory where xl runs. Write it in full.`;
}

function vdevMeaning({ guest }: XlDocument, { fields }: DiskSpec, value: string): string {
  const vdev = parseVdev(value);
  return vdev
    ? vdevDocumentation(vdev, guest.type, fields.is_cdrom)
    : 'libxl cannot read this name: the file passes, the guest does not start.';
}
