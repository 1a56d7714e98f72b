/** What the real xl was seen to do with the written cases, kept in recorded/ so that the tests run without it. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileAnswer, Verdict } from './answers.ts';
import { idOf, type WrittenCase } from './cases.ts';
import type { OracleFields } from './oracleFields.ts';

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
  /** Those that differ from the fields of `NO_FIELDS` (oracleFields.ts); only where the spec is accepted. */
  readonly fields?: Partial<OracleFields>;
  /** By guest type. A pvh guest has the disks of a pv one. */
  readonly attach?: { readonly pv: RecordedAttach; readonly hvm: RecordedAttach };
}

/** The answers to the cases of a kind, by `idOf`. */
export type Recording<Answer> = ReadonlyMap<string, Answer>;

export const readRecordedFiles = (): Recording<RecordedFile> => readRecording('files');
export const readRecordedSpecs = (): Recording<RecordedSpec> => readRecording('specs/disk');
export const readRecordedStrings = (): Recording<RecordedFile> => readRecording('specs');

type Directory = 'files' | 'specs/disk' | 'specs';

const pathOf = (directory: Directory): string =>
  fileURLToPath(new URL(`recorded/${directory}/`, import.meta.url));

const areasIn = (directory: Directory): string[] =>
  readdirSync(pathOf(directory))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));

const readRecording = <Answer>(directory: Directory): Recording<Answer> =>
  new Map(
    areasIn(directory).flatMap((area) => {
      const answers: Readonly<Record<string, Answer>> = JSON.parse(
        readFileSync(`${pathOf(directory)}${area}.json`, 'utf8'),
      );
      return Object.entries(answers).map(([name, answer]) => [idOf({ area, name }), answer]);
    }),
  );

/**
 * Writes the answers to the cases of a kind: one file for each area, in it one line for each case, sorted by name. Files
 * of areas that have no case are removed.
 */
export function writeRecording(
  directory: Directory,
  cases: readonly WrittenCase[],
  answers: readonly (RecordedFile | RecordedSpec)[],
): void {
  const path = pathOf(directory);
  mkdirSync(path, { recursive: true });
  const areas = new Set(cases.map(({ area }) => area));
  for (const area of areasIn(directory).filter((one) => !areas.has(one))) rmSync(`${path}${area}.json`);
  const lines = cases.map(({ name }, at) => `${JSON.stringify(name)}:${JSON.stringify(answers[at])}`);
  for (const area of areas) {
    const ofArea = lines.filter((_, at) => cases[at]?.area === area).sort();
    writeFileSync(`${path}${area}.json`, `{\n${ofArea.join(',\n')}\n}\n`);
  }
}
