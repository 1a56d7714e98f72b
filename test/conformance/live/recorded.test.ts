import { expect, test } from 'vitest';
import { compareFile, compareSpec } from '../agree.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readSpecCases, readStringCases, stringName } from '../cases.ts';
import { settleAreas } from '../compare.ts';
import { askFiles, askSpecs } from '../interview.ts';
import { readRecordedFiles, readRecordedSpecs, readRecordedStrings } from '../recordings.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

const areaOf = (name: string): string => name.replace(/\/.*/, '');

test('the written files are taken as recorded, and as we judge them', async () => {
  const cases = readFileCases();
  const recorded = readRecordedFiles();
  const answers = await askFiles(
    oracle(),
    cases.map(({ bytes }) => bytes),
  );
  const now = Object.fromEntries(cases.map(({ name }, at) => [name, answers[at]]));
  expect(now).toEqual(recorded);
  settleAreas(
    'written files',
    cases.map(({ name, bytes }, at) => {
      const answer = answers[at];
      return { area: areaOf(name), parting: answer ? compareFile(decode(bytes), answer) : [] };
    }),
  );
});

test('the written disk specs are taken as recorded, and as we judge them', async () => {
  const cases = readSpecCases();
  const specs = cases.map(({ spec }) => spec);
  const recorded = readRecordedSpecs();
  const answers = await askSpecs(oracle(), specs);
  expect(Object.fromEntries(specs.map((spec, at) => [spec, answers[at]]))).toEqual(recorded);
  settleAreas(
    'written disk specs',
    cases.map(({ area, spec }, at) => {
      const answer = answers[at];
      return { area, parting: answer ? compareSpec(spec, answer) : [] };
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
  expect(Object.fromEntries(cases.map((one, at) => [stringName(one), answers[at]]))).toEqual(recorded);
  settleAreas(
    'written strings',
    cases.map(({ option, text }, at) => {
      const answer = answers[at];
      return { area: option, parting: answer ? compareFile(text, answer) : [] };
    }),
  );
});
