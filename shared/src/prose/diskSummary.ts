/** The hover on a whole disk: what xl makes of the spec, who serves it and why, and how it is written today. */

import type { XlDocument } from '../document/document.ts';
import type { DiskSpec } from '../languages/disk/ast.ts';
import {
  type BackendChoice,
  type BackendRefusal,
  chooseBackend,
  type Unsuitable,
} from '../languages/disk/backend.ts';
import type { DiskFields, DiskFormat } from '../languages/disk/fields.ts';
import { diskParameter, diskPrefix } from '../languages/disk/schema/index.ts';
import { parseVdev } from '../languages/disk/vdev.ts';
import { modernSpec } from '../languages/disk/write.ts';
import { disksOf } from '../model/disks.ts';
import type { GuestType } from '../schema/types.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { StringLiteral } from '../syntax/index.ts';
import { bullets, code, codeBlock, paragraphs, plain } from './markdown.ts';

/** Markdown for an item of a `disk` list. */
export function diskSummary(doc: XlDocument, node: StringLiteral, spec: DiskSpec): string {
  const { guest, settings, specs } = doc;
  const { fields } = spec;
  const refused = spec.faults.length > 0;
  const today = modernSpec(spec, settings.xenVersion);
  return paragraphs([
    `Disk ${code(fields.vdev ?? spec.text)}`,
    refused ? '**xl refuses it.** What it understood:' : undefined,
    disksOf(specs).some((disk) => disk.node === node)
      ? undefined
      : '**xl does not give it to the guest**: a later setting replaces the list, or an item before it is no string.',
    bullets(fieldLines(fields)),
    refused ? undefined : backendDocumentation(fields, guest.type, settings.xenVersion),
    today === null ? undefined : paragraphs(['Written today:', codeBlock([today])]),
    historyText(spec),
  ]);
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** A line of a field that only shows where it is set. */
const optional = (label: string, value: string | number | boolean | null): readonly string[] => {
  if (value === null || value === '' || value === 0) return [];
  return [`${label}: ${typeof value === 'boolean' ? yesNo(value) : code(String(value))}`];
};

function fieldLines(fields: DiskFields): readonly string[] {
  const { format, vdev, readwrite, is_cdrom, discard_enable } = fields;
  const number = vdev === null ? undefined : parseVdev(vdev)?.number;
  const place = number === undefined ? 'which libxl cannot read' : `number ${code(String(number))}`;
  return [
    `Target: ${fields.pdev_path ? code(fields.pdev_path) : 'none'}`,
    `Format: ${code(format === 'unknown' ? 'raw' : format)}`,
    vdev === null ? 'Virtual device: none' : `Virtual device: ${code(vdev)}, ${place}`,
    `Access: ${readwrite ? 'read and write' : 'read only'}`,
    `Drive: ${is_cdrom ? 'CD-ROM' : 'hard disk'}`,
    `Specification: ${code(fields.specification === 'unknown' ? 'xen' : fields.specification)}`,
    `Discard: ${yesNo(discard_enable ?? readwrite)}`,
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
}

const REFUSALS: Readonly<Record<BackendRefusal, string>> = {
  'empty-no-cdrom': 'a disk without a medium has to be a CD-ROM drive',
  'empty-with-target': 'the format is `empty`, yet there is a target',
  'empty-target': 'the target is empty, and there is no file of that name',
  'cdrom-backend': 'a CD-ROM drive of an hvm guest cannot have this backend',
  'none-suitable': 'no backend fits',
};

const passedOverLines = (passedOver: readonly Unsuitable[]): readonly string[] =>
  passedOver.map(({ backend, because }) => `${code(backend)} ${because}`);

/** Why there is a choice, or none. */
function reasonFor({ backend, is_cdrom }: DiskFields, guestType: GuestType): string {
  if (backend !== 'unknown') return 'the backend that is asked for';
  return is_cdrom && guestType === 'hvm'
    ? 'the backend of CD-ROM drives of hvm guests'
    : 'the first backend that fits';
}

/** Who serves a disk whose spec has no errors, and why; or why nobody does. Markdown. */
export const backendDocumentation = (
  fields: DiskFields,
  guestType: GuestType,
  xenVersion: XenVersion,
): string => backendText(chooseBackend(fields, guestType, xenVersion), reasonFor(fields, guestType));

function backendText(choice: BackendChoice, reason: string): string {
  if (choice.kind === 'refused') {
    return paragraphs([
      `**The guest does not start**: ${REFUSALS[choice.reason]}.`,
      bullets(passedOverLines(choice.tried)),
    ]);
  }
  const servers = choice.by.map(({ backend, when }) => {
    const program = diskParameter('backendtype')?.values?.find(({ name }) => name === backend);
    return `${code(backend)}${when ? ` where ${when}` : ''}: ${program ? plain(program.summary) : ''}`;
  });
  const reasons = passedOverLines(choice.passedOver);
  return paragraphs([
    `Served by ${reason}:`,
    bullets(servers),
    reasons.length === 0 ? undefined : paragraphs(['Passed over:', bullets(reasons)]),
  ]);
}

/** The rules of the disk document of 2011, for the formats that it knew. */
const BACKENDS_OF_2011: Partial<Readonly<Record<DiskFormat, string>>> = {
  raw: 'tapdisk2, or QEMU where there was none',
  vhd: 'tapdisk2 only, without which the disk failed',
  qcow: 'QEMU, as tapdisk2 did not work with it',
  qcow2: 'QEMU, as tapdisk2 did not work with it',
};

const PHY_OF_2011 = 'blkback, always';

/** By the prefix first, else by the format. Nothing for what 2011 did not know. */
function historyText({ tree: parts, fields }: DiskSpec): string | undefined {
  const names = parts.flatMap((part) => (part.kind === 'prefix' ? [part.name] : []));
  if (names.some((name) => diskPrefix(name)?.group === 'script')) return undefined;
  const backend = names.includes('phy') ? PHY_OF_2011 : BACKENDS_OF_2011[fields.format];
  return backend === undefined ? undefined : `In 2011 it was served by ${backend}.`;
}
