import { describe, expect, test } from 'vitest';
import { type ComparedFile, compareFile, compareSpec, disagreementOf } from '../agree.ts';
import type { FileAnswer } from '../answers.ts';
import { decode, encode } from '../bytes.ts';
import { idOf, readFileCases, readSpecCases, readStringCases, type WrittenCase } from '../cases.ts';
import { settleAreas } from '../compare.ts';
import { askSpecs } from '../interview.ts';
import { builtReleases } from '../programs.ts';
import { type Recording, readRecordedFiles, readRecordedSpecs, readRecordedStrings } from '../recordings.ts';
import type { X86ReleaseName } from '../releases.ts';
import { count } from '../tally.ts';
import { withOracle } from './withOracle.ts';

const recordedAnswers = <Answer>(recording: Recording<Answer>, name: X86ReleaseName): Map<string, Answer> =>
  new Map([...recording].map(([id, answers]) => [id, answers[name]]));

const answersById = <Answer>(cases: readonly WrittenCase[], answers: readonly Answer[]) =>
  new Map(cases.map((one, at) => [idOf(one), answers[at]]));

/** Unasked: what a case without an answer would be. */
const partingOf = (compared: ComparedFile) => [disagreementOf(compared) ?? []].flat();

describe.each(builtReleases())('xl $name', (release) => {
  const oracle = withOracle(release);

  const settleFiles = (
    what: string,
    cases: readonly (WrittenCase & { readonly text: string })[],
    answers: readonly FileAnswer[],
  ): void => {
    const compared = answers.map((answer, at) => compareFile(release, cases[at]?.text ?? '', answer));
    count(compared);
    settleAreas(
      `${what}, xl ${release.name}`,
      compared.map((one, at) => ({ area: cases[at]?.area ?? '', parting: partingOf(one) })),
    );
  };

  test('the written files are taken as recorded, and as we judge them', async () => {
    const cases = readFileCases().map((one) => ({ ...one, text: decode(one.bytes) }));
    const answers = await oracle().create(cases.map(({ bytes }) => bytes));
    expect(answersById(cases, answers)).toEqual(recordedAnswers(readRecordedFiles(), release.name));
    settleFiles('written files', cases, answers);
  });

  test('the written disk specs are taken as recorded, and as we judge them', async () => {
    const cases = readSpecCases();
    const answers = await askSpecs(
      oracle(),
      cases.map(({ name }) => name),
    );
    expect(answersById(cases, answers)).toEqual(recordedAnswers(readRecordedSpecs(), release.name));
    settleAreas(
      `written disk specs, xl ${release.name}`,
      cases.map(({ area, name }, at) => {
        const answer = answers[at];
        return { area, parting: answer ? compareSpec(release, name, answer) : [] };
      }),
    );
  });

  test('the written strings of other languages are taken as recorded, and as we judge them', async () => {
    const cases = readStringCases();
    const answers = await oracle().create(cases.map(({ text }) => encode(text)));
    expect(answersById(cases, answers)).toEqual(recordedAnswers(readRecordedStrings(), release.name));
    settleFiles('written strings', cases, answers);
  });
});
