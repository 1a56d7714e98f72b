import { expect, test } from 'vitest';
import { compareFile, compareSpec } from '../agree.ts';
import { decode, encode } from '../bytes.ts';
import { idOf, readFileCases, readSpecCases, readStringCases } from '../cases.ts';
import { settleAreas } from '../compare.ts';
import { askFiles, askSpecs } from '../interview.ts';
import { readRecordedFiles, readRecordedSpecs, readRecordedStrings } from '../recordings.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('the written files are taken as recorded, and as we judge them', async () => {
  const cases = readFileCases();
  const recorded = readRecordedFiles();
  const answers = await askFiles(
    oracle(),
    cases.map(({ bytes }) => bytes),
  );
  expect(new Map(cases.map((one, at) => [idOf(one), answers[at]]))).toEqual(recorded);
  settleAreas(
    'written files',
    cases.map(({ area, bytes }, at) => {
      const answer = answers[at];
      return { area, parting: answer ? compareFile(decode(bytes), answer) : [] };
    }),
  );
});

test('the written disk specs are taken as recorded, and as we judge them', async () => {
  const cases = readSpecCases();
  const recorded = readRecordedSpecs();
  const answers = await askSpecs(
    oracle(),
    cases.map(({ name }) => name),
  );
  expect(new Map(cases.map((one, at) => [idOf(one), answers[at]]))).toEqual(recorded);
  settleAreas(
    'written disk specs',
    cases.map(({ area, name }, at) => {
      const answer = answers[at];
      return { area, parting: answer ? compareSpec(name, answer) : [] };
    }),
  );
});

test('the written strings of other languages are taken as recorded, and as we judge them', async () => {
  const cases = readStringCases();
  const recorded = readRecordedStrings();
  const answers = await askFiles(
    oracle(),
    cases.map(({ text }) => encode(text)),
  );
  expect(new Map(cases.map((one, at) => [idOf(one), answers[at]]))).toEqual(recorded);
  settleAreas(
    'written strings',
    cases.map(({ area, text }, at) => {
      const answer = answers[at];
      return { area, parting: answer ? compareFile(text, answer) : [] };
    }),
  );
});
