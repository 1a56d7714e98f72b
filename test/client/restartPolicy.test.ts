import { expect, test } from 'vitest';
import { mayRestart, recentCrashes } from '../../client/src/restartPolicy.ts';

const MINUTE = 60_000;

test.each([
  ['once', [0], 0, true],
  ['four times in a minute', [0, 10, 20, 30], 30, true],
  ['five times in a minute', [0, 10, 20, 30, 40], 40, false],
  ['five times, the first long ago', [0, 4, 5, 6, 7].map((at) => at * MINUTE), 7 * MINUTE, true],
])('mayRestart after crashes: %s', (_, crashes, now, expected) => {
  expect(mayRestart(crashes, now)).toBe(expected);
});

test('crashes are forgotten after three minutes', () => {
  expect(recentCrashes([0, 1, 2 * MINUTE], 3 * MINUTE)).toEqual([1, 2 * MINUTE]);
});
