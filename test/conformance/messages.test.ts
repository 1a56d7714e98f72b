/** What the real xl was seen to print is known, and one of the rules that it is explained by finds the cause in the file. */

import { findMessages } from '@xlcfg/shared/src/messages/findMessages.ts';
import { describe, expect, test } from 'vitest';
import { decode } from './bytes.ts';
import { idOf, readArmCases, readFileCases, readSpecCases, readStringCases } from './cases.ts';
import { open } from './judge.ts';
import {
  type Answers,
  readRecordedArmFiles,
  readRecordedFiles,
  readRecordedSpecs,
  readRecordedStrings,
} from './recordings.ts';
import { ARM_RELEASES, RELEASES, type Release, type ReleaseName } from './releases.ts';
import { quoted, smallGuest } from './smallGuest.ts';

/** A file, and what each release printed of it. */
interface Printed<Name extends ReleaseName = ReleaseName> {
  readonly id: string;
  readonly text: string;
  readonly answers: Answers<{ readonly messages: readonly string[] }, Name> | undefined;
}

const files = readRecordedFiles();
const strings = readRecordedStrings();
const specs = readRecordedSpecs();
const armFiles = readRecordedArmFiles();

/** The lines that are not known, and the messages whose cause no rule finds, with the file of each. */
function unexplained<Name extends ReleaseName>(
  releases: readonly Release<Name>[],
  cases: readonly Printed<Name>[],
): string[] {
  return cases.flatMap(({ id, text, answers }) =>
    releases.flatMap((release) => {
      const lines = answers?.[release.name].messages ?? [];
      const found = findMessages(lines.join('\n'));
      const codes = new Set(open(text, 'guest', release).problems.map(({ code }) => code));
      const known = found.reduce((count, { printed }) => count + printed.split('\n').length, 0);
      return [
        ...(known < lines.length
          ? [`${id}: ${lines.length - known} lines are not known: ${lines.join(' | ')}`]
          : []),
        ...found
          .filter(({ message: { rules } }) => rules && !rules.some((code) => codes.has(code)))
          .map(({ printed }) => `${id} (${release.name}): no rule finds the cause of: ${printed}`),
      ];
    }),
  );
}

describe('what xl prints is explained by what the rules find', () => {
  test('files of guests', () => {
    const cases = readFileCases().map((one) => ({
      id: idOf(one),
      text: decode(one.bytes),
      answers: files.get(idOf(one)),
    }));
    expect(unexplained(RELEASES, cases)).toEqual([]);
  });

  test('files of guests on Arm', () => {
    const cases = readArmCases().map((one) => ({
      id: idOf(one),
      text: decode(one.bytes),
      answers: armFiles.get(idOf(one)),
    }));
    expect(unexplained(ARM_RELEASES, cases)).toEqual([]);
  });

  test('strings', () => {
    const cases = readStringCases().map((one) => ({
      id: idOf(one),
      text: one.text,
      answers: strings.get(idOf(one)),
    }));
    expect(unexplained(RELEASES, cases)).toEqual([]);
  });

  test('disk specs', () => {
    const cases = readSpecCases().map((one) => ({
      id: idOf(one),
      text: smallGuest('disk', `[ ${quoted(one.name)} ]`),
      answers: specs.get(idOf(one)),
    }));
    expect(unexplained(RELEASES, cases)).toEqual([]);
  });
});
