import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../../server/src/cli/check/progress.ts';

/** Progress on a stream that records what is written, with a clock that the test sets. */
const progressOn = (isTTY: boolean) => {
  const written: string[] = [];
  const clock = { now: 0 };
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return { written, clock, progress: createProgress('checking', stream, () => clock.now) };
};

describe('progress', () => {
  it('is shown on a terminal after a while, and cleared', () => {
    const { written, clock, progress } = progressOn(true);
    progress.report(16, 1000);
    clock.now = 600;
    progress.report(500, 1000);
    expect(written).toEqual([]);
    progress.report(512, 1000);
    expect(written).toEqual(['\rchecking: 51 %\x1b[K']);
    progress.clear();
    progress.clear();
    expect(written.slice(1)).toEqual(['\r\x1b[K']);
  });

  it('is updated at most every tenth of a second', () => {
    const { written, clock, progress } = progressOn(true);
    clock.now = 600;
    for (let done = 0; done <= 16_000; done += 16) {
      clock.now += 1;
      progress.report(done, 16_000);
    }
    expect(written.length).toBeGreaterThan(5);
    expect(written.length).toBeLessThan(15);
  });

  it('is not shown elsewhere', () => {
    const { written, clock, progress } = progressOn(false);
    clock.now = 5000;
    progress.report(16, 100);
    progress.clear();
    expect(written).toEqual([]);
  });
});
