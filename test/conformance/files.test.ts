import { describe, expect, test } from 'vitest';
import { compareFile } from './agree.ts';
import { decode } from './bytes.ts';
import { readFileCases } from './cases.ts';
import { readRecordedFiles } from './recordings.ts';

const cases = readFileCases();
const recorded = readRecordedFiles();

describe('whole files, as the real xl was seen to take them', () => {
  test('every case has a recording, and every recording a case', () => {
    expect(Object.keys(recorded).sort()).toEqual(cases.map(({ name }) => name).sort());
  });

  test.for(cases)('$name', ({ name, bytes }) => {
    const answer = recorded[name];
    expect(answer).toBeDefined();
    if (answer) expect(compareFile(decode(bytes), answer)).toEqual([]);
  });
});
