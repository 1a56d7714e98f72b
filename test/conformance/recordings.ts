/**
 * What the real xl of each release was seen to do with the written cases, kept in recorded/ so that the tests run without
 * it. Of each case there is the answer of one release, and of the others what is different.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileAnswer, Verdict } from './answers.ts';
import { idOf, type WrittenCase } from './cases.ts';
import { type Change, changed, changesBetween } from './jsonChanges.ts';
import type { OracleFields } from './oracleFields.ts';
import {
  ARM_RELEASE_NAMES,
  type ArmReleaseName,
  BASE,
  RELEASE_NAMES,
  type ReleaseName,
  type X86ReleaseName,
} from './releases.ts';

/** The backend that serves a disk, or what libxl says when it rejects it. */
export type RecordedAttach = { readonly backend: string } | { readonly refused: string };

export interface RecordedSpec {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  /** Those that differ from the fields of `NO_FIELDS` (oracleFields.ts); only where the spec is accepted. */
  readonly fields?: Partial<OracleFields>;
  /** By guest type. A pvh guest has the disks of a pv one. */
  readonly attach?: { readonly pv: RecordedAttach; readonly hvm: RecordedAttach };
}

/** The answers to a case, by release. */
export type Answers<Answer, Name extends ReleaseName = X86ReleaseName> = Readonly<Record<Name, Answer>>;

/** The answers to the cases of a kind, by `idOf`. */
export type Recording<Answer, Name extends ReleaseName = X86ReleaseName> = ReadonlyMap<
  string,
  Answers<Answer, Name>
>;

/** The releases whose answers are in one line; of the others there is what differs from `base`. */
export interface Releases<Name extends ReleaseName> {
  readonly names: readonly Name[];
  readonly base: Name;
}
export const X86: Releases<X86ReleaseName> = { names: RELEASE_NAMES, base: BASE.name };
export const ARM: Releases<ArmReleaseName> = { names: ARM_RELEASE_NAMES, base: 'arm-4.17' };

export const readRecordedFiles = (): Recording<FileAnswer> => readRecording('files', X86);
export const readRecordedSpecs = (): Recording<RecordedSpec> => readRecording('specs/disk', X86);
export const readRecordedStrings = (): Recording<FileAnswer> => readRecording('specs', X86);
/** Whole files, as the releases of Arm take them. */
export const readRecordedArmFiles = (): Recording<FileAnswer, ArmReleaseName> => readRecording('arm', ARM);

type Directory = 'files' | 'specs/disk' | 'specs' | 'arm';

const pathOf = (directory: Directory): string =>
  fileURLToPath(new URL(`recorded/${directory}/`, import.meta.url));

const areasIn = (directory: Directory): string[] =>
  readdirSync(pathOf(directory))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));

/** What stands in a file: the answer of the base, then the differences. A release without a difference is left out. */
type Line<Answer> = readonly [Answer, Readonly<Partial<Record<ReleaseName, readonly Change[]>>>?];

function readRecording<Answer, Name extends ReleaseName>(
  directory: Directory,
  { names }: Releases<Name>,
): Recording<Answer, Name> {
  return new Map(
    areasIn(directory).flatMap((area) => {
      const lines: Readonly<Record<string, Line<Answer>>> = JSON.parse(
        readFileSync(`${pathOf(directory)}${area}.json`, 'utf8'),
      );
      return Object.entries(lines).map(([name, line]) => [idOf({ area, name }), answersIn(line, names)]);
    }),
  );
}

const answersIn = <Answer, Name extends ReleaseName>(
  [base, changes = {}]: Line<Answer>,
  names: readonly Name[],
): Answers<Answer, Name> =>
  Object.fromEntries(names.map((release) => [release, changed(base, changes[release] ?? [])])) as Answers<
    Answer,
    Name
  >;

function lineOf<Answer, Name extends ReleaseName>(
  answers: Answers<Answer, Name>,
  releases: Releases<Name>,
): Line<Answer> {
  const base = answers[releases.base];
  const changes = releases.names
    .map((release) => [release, changesBetween(base, answers[release])] as const)
    .filter(([, some]) => some.length > 0);
  return changes.length > 0 ? [base, Object.fromEntries(changes)] : [base];
}

/**
 * Writes the answers to the cases of a kind: one file for each area, in it one line for each case, sorted by name. Files
 * of areas that have no case are removed.
 */
export function writeRecording<Answer, Name extends ReleaseName>(
  directory: Directory,
  releases: Releases<Name>,
  cases: readonly WrittenCase[],
  answers: readonly Answers<Answer, Name>[],
): void {
  const path = pathOf(directory);
  mkdirSync(path, { recursive: true });
  const areas = new Set(cases.map(({ area }) => area));
  for (const area of areasIn(directory).filter((one) => !areas.has(one))) rmSync(`${path}${area}.json`);
  const lines = cases.map(({ name }, at) => {
    const all = answers[at];
    return `${JSON.stringify(name)}:${JSON.stringify(all && lineOf(all, releases))}`;
  });
  for (const area of areas) {
    const ofArea = lines.filter((_, at) => cases[at]?.area === area).sort();
    writeFileSync(`${path}${area}.json`, `{\n${ofArea.join(',\n')}\n}\n`);
  }
}
