/** The fields of a disk while they are filled, as the helpers in libxlu_disk_l.l fill them. */
import { clampToLong, readInteger, toInt32 } from '../../cNumbers.ts';
import type { DiskFields } from './ast.ts';

export type MutableFields = { -readonly [Key in keyof DiskFields]: DiskFields[Key] };

/** A field that holds text. A second text is an error, unless the first was empty. */
export type TextField = {
  [Key in keyof DiskFields]: DiskFields[Key] extends string | null
    ? null extends DiskFields[Key]
      ? Key
      : never
    : never;
}[keyof DiskFields];

/** What libxl_device_disk_init and xlu_disk_parse start with. */
export const emptyFields = (): MutableFields => ({
  pdev_path: null,
  vdev: null,
  backend: 'unknown',
  format: 'unknown',
  script: null,
  backend_domname: null,
  removable: false,
  readwrite: true,
  is_cdrom: false,
  direct_io_safe: false,
  discard_enable: null,
  specification: 'unknown',
  colo_enable: null,
  colo_host: null,
  colo_port: 0,
  colo_export: null,
  active_disk: null,
  hidden_disk: null,
  trusted: null,
  grant_usage: null,
});

/** Saves text; false where the field has one already (`savestring`). */
export function saveText(fields: MutableFields, field: TextField, value: string): boolean {
  if (fields[field]) return false;
  fields[field] = value;
  return true;
}

/** atoi: what follows the digits is not looked at. */
export const readPort = (value: string): number => toInt32(clampToLong(readInteger(value, 10)?.value ?? 0n));
