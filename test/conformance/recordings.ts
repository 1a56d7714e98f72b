/** What the real xl was seen to do with the written cases, kept in recorded/ so that the tests run without it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileAnswer, OracleFields, Verdict } from './oracle.ts';

/** The backend that serves a disk, or what libxl says when it refuses it. */
export type RecordedAttach = { readonly backend: string } | { readonly refused: string };

export interface RecordedFile {
  /** Of `xl create -n`. */
  readonly dryRun: FileAnswer;
  /** Of `xl create`, up to the making of the domain; only where the dry run accepts. */
  readonly create?: FileAnswer;
  /** What libxl does with each of the disks afterwards, if their targets are there. */
  readonly attach?: readonly RecordedAttach[];
}

export interface RecordedSpec {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  /** Those that differ from the fields of `NO_FIELDS`; only where the spec is accepted. */
  readonly fields?: Partial<OracleFields>;
  /** By guest type. A pvh guest has the disks of a pv one. */
  readonly attach?: { readonly pv: RecordedAttach; readonly hvm: RecordedAttach };
}

export type RecordedFiles = Readonly<Record<string, RecordedFile>>;
export type RecordedSpecs = Readonly<Record<string, RecordedSpec>>;

/** What libxl_device_disk_init and xlu_disk_parse start with. */
export const NO_FIELDS: OracleFields = {
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
};

const place = (name: string): string => fileURLToPath(new URL(`recorded/${name}.json`, import.meta.url));

export const readRecordedFiles = (): RecordedFiles => JSON.parse(readFileSync(place('files'), 'utf8'));
export const readRecordedSpecs = (): RecordedSpecs => JSON.parse(readFileSync(place('specs'), 'utf8'));

/** By option and line, a blank between them. */
export const readRecordedStrings = (): RecordedFiles => JSON.parse(readFileSync(place('strings'), 'utf8'));

/** Writes a recording with one case a line, sorted by name. A case that is there twice is written once. */
export function writeRecording(
  file: 'files' | 'specs' | 'strings',
  names: readonly string[],
  answers: readonly (RecordedFile | RecordedSpec)[],
): void {
  const lines = new Set(names.map((name, at) => `${JSON.stringify(name)}:${JSON.stringify(answers[at])}`));
  writeFileSync(place(file), `{\n${[...lines].sort().join(',\n')}\n}\n`);
}
