import { describe, expect, test } from 'vitest';
import { partingsOverSpec } from './agree.ts';
import { idOf, readSpecCases } from './cases.ts';
import { readRecordedSpecs } from './recordings.ts';

const cases = readSpecCases();
const recorded = readRecordedSpecs();
const areas = [...new Set(cases.map(({ area }) => area))];

test('every disk spec has a recording, and every recording a spec', () => {
  expect([...recorded.keys()].sort()).toEqual(cases.map(idOf).sort());
});

describe('disk specs, as the real xl was seen to take them', () => {
  test.for(areas)('%s', (area) => {
    const specs = cases.filter((one) => one.area === area);
    const parting = specs.flatMap((one) => {
      const answer = recorded.get(idOf(one));
      return answer ? partingsOverSpec(one.name, answer) : [];
    });
    expect(parting).toEqual([]);
  });
});
