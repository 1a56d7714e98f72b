/** The fields of a disk as libxl prints them: libxl_device_disk of libxl_types.idl. */
import { type JsonObject, type JsonValue, keyOrder } from '../json.ts';
import type { DiskFields } from './ast.ts';

/** How a field is printed: `one` is a number for a yes, and nothing for a no. */
type Print = (value: string | number | boolean) => JsonValue | undefined;

const plain: Print = (value) => (value === '' || value ? value : undefined);
const known: Print = (value) => (value === 'unknown' ? undefined : value);
const one: Print = (value) => (value ? 1 : undefined);
/** A yes or no that is kept apart from "not said". */
const openFlag: Print = (value) => (value ? 'True' : 'False');

/** In the order in which libxl prints them. */
const FIELDS: Readonly<Record<keyof DiskFields, Print>> = {
  backend_domname: plain,
  pdev_path: plain,
  vdev: plain,
  backend: known,
  format: known,
  script: plain,
  removable: one,
  readwrite: one,
  is_cdrom: one,
  direct_io_safe: plain,
  discard_enable: openFlag,
  specification: known,
  colo_enable: openFlag,
  colo_host: plain,
  colo_port: plain,
  colo_export: plain,
  active_disk: plain,
  hidden_disk: plain,
  trusted: openFlag,
  grant_usage: openFlag,
};

const NAMES = Object.keys(FIELDS) as readonly (keyof DiskFields)[];

export const DISK_KEYS = keyOrder(NAMES.join(' '));

export const printedDisk = (fields: DiskFields): JsonObject =>
  Object.fromEntries(
    NAMES.map((name) => {
      const value = fields[name];
      return [name, value === null ? undefined : FIELDS[name](value)];
    }),
  );
