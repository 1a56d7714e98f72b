import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScheduler } from '../../server/src/lsp/scheduling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that takes 50 ms and then, unless it is stale, is done. */
const harness = () => {
  const started: string[] = [];
  const done: string[] = [];
  const errors: unknown[] = [];
  const scheduler = createScheduler(
    async (key, stale) => {
      started.push(key);
      if (key === 'bad') throw new Error('no');
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!stale()) done.push(key);
    },
    (error) => errors.push(error),
  );
  return { scheduler, started, done, errors };
};

describe('the scheduler', () => {
  it('runs once for a burst', async () => {
    const { scheduler, started, done } = harness();
    for (let i = 0; i < 5; i += 1) {
      scheduler.schedule('a', 100);
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(started).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(started).toEqual(['a']);
    expect(done).toEqual(['a']);
  });

  it('makes the run under way stale', async () => {
    const { scheduler, started, done } = harness();
    scheduler.schedule('a', 0);
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('a', 100);
    await vi.advanceTimersByTimeAsync(60);
    expect(started).toEqual(['a']);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(['a']);
  });

  it('keeps keys apart', async () => {
    const { scheduler, done } = harness();
    scheduler.schedule('a', 10);
    scheduler.schedule('b', 20);
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['a', 'b']);
  });

  it('drops what waits and what runs', async () => {
    const { scheduler, started, done } = harness();
    scheduler.schedule('waits', 100);
    scheduler.schedule('runs', 0);
    await vi.advanceTimersByTimeAsync(10);
    scheduler.dropAll();
    await vi.advanceTimersByTimeAsync(500);
    expect(started).toEqual(['runs']);
    expect(done).toEqual([]);
  });

  it('survives work that fails', async () => {
    const { scheduler, done, errors } = harness();
    scheduler.schedule('bad', 0);
    scheduler.schedule('a', 0);
    await vi.advanceTimersByTimeAsync(100);
    expect(errors).toEqual([new Error('no')]);
    expect(done).toEqual(['a']);
  });
});
