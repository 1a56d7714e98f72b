/**
 * The fields of libxl_device_disk that a spec fills (libxl_types.idl): what they begin with in libxl_device_disk_init and
 * xlu_disk_parse, and how libxl prints them. A new field is a row here; its type, the JSON and the writer follow.
 */
import { type JsonObject, type JsonValue, keyOrder } from '../json.ts';

type Value = string | number | boolean | null;

interface Kind<Initial extends Value> {
  readonly initial: Initial;
  /** As in libxl's JSON; undefined where that leaves the field out. */
  readonly print: (value: Value) => JsonValue | undefined;
}

/** Null: not set. The empty text is printed. */
const text: Kind<string | null> = { initial: null, print: (value) => value ?? undefined };

const number: Kind<number> = { initial: 0, print: (value) => value || undefined };

/** Printed as a number, and left out where it is off. */
const switchAt = (initial: boolean): Kind<boolean> => ({
  initial,
  print: (value) => (value ? 1 : undefined),
});

/** A bool of C, which libxl prints as such. */
const flag: Kind<boolean> = { initial: false, print: (value) => value || undefined };

/** A yes or no that is kept apart from "not set" (libxl_defbool). */
const defbool: Kind<boolean | null> = {
  initial: null,
  print: (value) => (value === null ? undefined : value ? 'True' : 'False'),
};

/** One of some words. `unknown`: not set. */
const oneOf = <Word extends string>(..._words: readonly Word[]): Kind<Word | 'unknown'> => ({
  initial: 'unknown',
  print: (value) => (value === null || value === 'unknown' ? undefined : value),
});

/** In the order in which libxl prints them. */
const FIELDS = {
  backend_domname: text,
  pdev_path: text,
  vdev: text,
  backend: oneOf('phy', 'tap', 'qdisk', 'standalone'),
  format: oneOf('qcow', 'qcow2', 'vhd', 'raw', 'empty', 'qed'),
  script: text,
  removable: switchAt(false),
  readwrite: switchAt(true),
  is_cdrom: switchAt(false),
  direct_io_safe: flag,
  discard_enable: defbool,
  specification: oneOf('xen', 'virtio'),
  colo_enable: defbool,
  colo_host: text,
  colo_port: number,
  colo_export: text,
  active_disk: text,
  hidden_disk: text,
  trusted: defbool,
  grant_usage: defbool,
} as const;

type Fields = typeof FIELDS;

export type DiskFieldName = keyof Fields;

/** What xlu_disk_parse makes of a spec; where there are faults, as far as it got. */
export type DiskFields = { readonly [Name in DiskFieldName]: Fields[Name]['initial'] };

export type DiskFormat = DiskFields['format'];
export type DiskBackend = DiskFields['backend'];
export type DiskSpecification = DiskFields['specification'];

/** The fields while they are filled. */
export type MutableFields = { -readonly [Name in DiskFieldName]: DiskFields[Name] };

/** A field that holds text. A second text is an error, unless the first was empty. */
export type TextField = {
  [Name in DiskFieldName]: string | null extends DiskFields[Name] ? Name : never;
}[DiskFieldName];

export const isTextField = (name: DiskFieldName): name is TextField => FIELDS[name] === text;

/** In the order in which libxl prints them. */
export const DISK_FIELD_NAMES = Object.keys(FIELDS) as readonly DiskFieldName[];

/** Whether a field has another value than it begins with. */
export const isSet = (fields: DiskFields, name: DiskFieldName): boolean =>
  fields[name] !== FIELDS[name].initial;

const EMPTY_FIELDS = Object.fromEntries(
  DISK_FIELD_NAMES.map((name) => [name, FIELDS[name].initial]),
) as MutableFields;

/** Fields of which nothing is set. A copy is much faster than another object of the table, and there is one a disk. */
export const emptyFields = (): MutableFields => ({ ...EMPTY_FIELDS });

/** Saves text; false where the field has one already (`savestring`). */
export function saveText(fields: MutableFields, field: TextField, value: string): boolean {
  if (fields[field]) return false;
  fields[field] = value;
  return true;
}

/** The names that libxl prints, in its order. */
export const DISK_KEYS = keyOrder(DISK_FIELD_NAMES.join(' '));

/** The disk as libxl prints it. */
export const printedDisk = (fields: DiskFields): JsonObject =>
  Object.fromEntries(DISK_FIELD_NAMES.map((name) => [name, FIELDS[name].print(fields[name])]));
