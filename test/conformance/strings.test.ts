import { describe, expect, test } from 'vitest';
import { partingsOver } from './agree.ts';
import { idOf, readStringCases } from './cases.ts';
import { readRecordedStrings } from './recordings.ts';
import { RELEASES } from './releases.ts';

const cases = readStringCases();
const recorded = readRecordedStrings();
const options = [...new Set(cases.map(({ area }) => area))];

test('every string has a recording, and every recording a string', () => {
  expect([...recorded.keys()].sort()).toEqual(cases.map(idOf).sort());
});

describe('strings in small guests, as the real xl was seen to take them', () => {
  test.for(options)('%s', (option) => {
    const parting = cases
      .filter(({ area }) => area === option)
      .flatMap((one) => {
        const answer = recorded.get(idOf(one));
        return answer ? partingsOver(RELEASES, one.text, answer) : [];
      });
    expect(parting).toEqual([]);
  });
});
