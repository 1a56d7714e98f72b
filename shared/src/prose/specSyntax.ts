/** A disk, written in the syntax of today. */

import type { DiskFields, DiskSpec } from '../languages/disk/ast.ts';
import { parseDiskSpec } from '../languages/disk/parser.ts';
import type { XenVersion } from '../schema/xenVersions.ts';

const named = (name: string, value: string | null): readonly string[] =>
  value === null || value === '' ? [] : [`${name}=${value}`];

const switched = (on: string, off: string, value: boolean | null): readonly string[] =>
  value === null ? [] : [value ? on : off];

const known = (name: string, value: string): readonly string[] =>
  value === 'unknown' ? [] : named(name, value);

/** What cannot be told by position. */
const others = (fields: DiskFields): readonly string[] => [
  ...(fields.is_cdrom ? ['cdrom'] : []),
  ...known('backendtype', fields.backend),
  ...known('specification', fields.specification),
  ...named('script', fields.script),
  ...named('backend', fields.backend_domname),
  ...switched('discard', 'no-discard', fields.discard_enable),
  ...(fields.direct_io_safe ? ['direct-io-safe'] : []),
  ...switched('trusted', 'untrusted', fields.trusted),
  ...switched('grant_usage=1', 'grant_usage=0', fields.grant_usage),
  ...switched('colo', 'no-colo', fields.colo_enable),
  ...named('colo-host', fields.colo_host),
  ...(fields.colo_port === 0 ? [] : [`colo-port=${fields.colo_port}`]),
  ...named('colo-export', fields.colo_export),
  ...named('active-disk', fields.active_disk),
  ...named('hidden-disk', fields.hidden_disk),
];

const accessWord = ({ readwrite }: DiskFields): string => (readwrite ? 'rw' : 'ro');

const byPosition = (fields: DiskFields): string =>
  [fields.pdev_path ?? '', fields.format, fields.vdev ?? '', accessWord(fields), ...others(fields)].join(',');

const byName = (fields: DiskFields): string =>
  [
    ...named('vdev', fields.vdev),
    ...(fields.format === 'empty' ? [] : [`format=${fields.format}`]),
    ...(fields.is_cdrom ? [] : [`access=${accessWord(fields)}`]),
    ...others(fields),
    ...(fields.pdev_path === null || fields.format === 'empty' ? [] : [`target=${fields.pdev_path}`]),
  ].join(', ');

/** Null and the empty text are the same to libxl. */
const comparable = (fields: DiskFields): string =>
  JSON.stringify(fields, (_, value: unknown) => (value === '' ? null : value));

/**
 * The spec in the shortest of today's forms: by position, or by name where the target or the absence of one asks for
 * it. Null where neither gives the xl of `xenVersion` the same disk, and where the spec has errors.
 */
export function writtenToday(spec: DiskSpec, xenVersion: XenVersion): string | null {
  if (spec.faults.length > 0) return null;
  const wanted = comparable(spec.fields);
  const forms = spec.fields.format === 'empty' ? [byName] : [byPosition, byName];
  for (const form of forms) {
    const text = form(spec.fields);
    const read = parseDiskSpec(text, xenVersion);
    if (read.faults.length === 0 && comparable(read.fields) === wanted) return text;
  }
  return null;
}
