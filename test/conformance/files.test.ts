import { describe, expect, test } from 'vitest';
import { partingsOver } from './agree.ts';
import { decode } from './bytes.ts';
import { idOf, readFileCases } from './cases.ts';
import { readRecordedFiles } from './recordings.ts';
import { RELEASES } from './releases.ts';

const cases = readFileCases();
const recorded = readRecordedFiles();

describe('whole files, as the real xl was seen to take them', () => {
  test('every case has a recording, and every recording a case', () => {
    expect([...recorded.keys()].sort()).toEqual(cases.map(idOf).sort());
  });

  test.for(cases)('$area/$name', (one) => {
    const answers = recorded.get(idOf(one));
    expect(answers).toBeDefined();
    expect(answers && partingsOver(RELEASES, decode(one.bytes), answers)).toEqual([]);
  });
});
