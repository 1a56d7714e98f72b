import { describe, expect, test } from 'vitest';
import { partingsOver } from './agree.ts';
import { decode } from './bytes.ts';
import { idOf, readArmCases } from './cases.ts';
import { readRecordedArmFiles } from './recordings.ts';
import { ARM_RELEASES } from './releases.ts';

const cases = readArmCases();
const recorded = readRecordedArmFiles();

describe('guests for Arm hosts, as the real xl on Arm was seen to take them', () => {
  test('every case has a recording, and every recording a case', () => {
    expect([...recorded.keys()].sort()).toEqual(cases.map(idOf).sort());
  });

  test.for(cases)('$name', (one) => {
    const answers = recorded.get(idOf(one));
    expect(answers).toBeDefined();
    expect(answers && partingsOver(ARM_RELEASES, decode(one.bytes), answers)).toEqual([]);
  });
});
