/** What a disk means: its fields in words, who serves it, how it is written today. */
import { code, codeBlock, paragraphs } from '../../../text/markdown.ts';
import type { SpecContext, SpecMeaning } from '../../language.ts';
import type { DiskSpec } from '../ast.ts';
import type { DiskFields } from '../fields.ts';
import { parseVdev } from '../vdev.ts';
import { modernSpec } from '../write.ts';
import { backendMeaning, backendOf2011 } from './backend.ts';
import { valueMeaning } from './value.ts';

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
