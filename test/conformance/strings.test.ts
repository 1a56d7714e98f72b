import { describe, expect, test } from 'vitest';
import { compareFile } from './agree.ts';
import { readStringCases, stringName } from './cases.ts';
import { readRecordedStrings } from './recordings.ts';

const cases = readStringCases();
const recorded = readRecordedStrings();
const options = [...new Set(cases.map(({ option }) => option))];

test('every string has a recording, and every recording a string', () => {
  expect(Object.keys(recorded).sort()).toEqual([...new Set(cases.map(stringName))].sort());
});

describe('strings in small guests, as the real xl was seen to take them', () => {
  test.for(options)('%s', (option) => {
    const parting = cases
      .filter((one) => one.option === option)
      .flatMap((one) => {
        const answer = recorded[stringName(one)];
        return answer ? compareFile(one.text, answer) : [];
      });
    expect(parting).toEqual([]);
  });
});
