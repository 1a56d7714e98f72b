import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScheduler, createThrottle, createYielder } from '../../../server/src/lsp/scheduling.ts';

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

/** One turn of the event loop, in which the connection handles one message. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the scheduler', () => {
  it('begins at once', async () => {
    vi.useRealTimers();
    const { scheduler, started } = harness();
    scheduler.schedule('a');
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(started).toEqual(['a']);
  });

  it('runs once for a burst that is handled turn by turn', async () => {
    vi.useRealTimers();
    const { scheduler, started } = harness();
    for (let messages = 0; messages < 100; messages += 1) {
      scheduler.schedule('a');
      await turn();
    }
    expect(started).toEqual([]);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    expect(started).toEqual(['a']);
  });

  it('makes the run under way stale', async () => {
    const { scheduler, started, done } = harness();
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(45);
    expect(started).toEqual(['a', 'a']);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(['a']);
  });

  it('keeps keys apart', async () => {
    const { scheduler, done } = harness();
    scheduler.schedule('a');
    scheduler.schedule('b');
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['a', 'b']);
  });

  it('drops what waits and what runs', async () => {
    const { scheduler, started, done } = harness();
    scheduler.schedule('runs');
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('waits');
    scheduler.cancelAll();
    await vi.advanceTimersByTimeAsync(500);
    expect(started).toEqual(['runs']);
    expect(done).toEqual([]);
  });

  it('survives work that fails', async () => {
    const { scheduler, done, errors } = harness();
    scheduler.schedule('bad');
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(100);
    expect(errors).toEqual([new Error('no')]);
    expect(done).toEqual(['a']);
  });
});

/** Work that takes 50 ms, asked for at most every 100 ms. */
const throttled = () => {
  const log: string[] = [];
  const throttle = createThrottle(
    async (stopped) => {
      log.push('start');
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.push(stopped() ? 'stopped' : 'end');
    },
    100,
    () => log.push('error'),
  );
  return { throttle, log };
};

describe('the throttle', () => {
  it('runs while it is asked all the time, never twice at once', async () => {
    const { throttle, log } = throttled();
    for (let time = 0; time < 600; time += 10) {
      throttle.request();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(log).toEqual(['start', 'end', 'start', 'end', 'start', 'end', 'start', 'end']);
  });

  it('runs again for what was asked during a run, and then no more', async () => {
    const { throttle, log } = throttled();
    throttle.request();
    await vi.advanceTimersByTimeAsync(120);
    throttle.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['start', 'end', 'start', 'end']);
  });

  it('goes on after a failure', async () => {
    let runs = 0;
    const errors: unknown[] = [];
    const throttle = createThrottle(
      async () => {
        runs += 1;
        throw new Error('no');
      },
      100,
      (error) => errors.push(error),
    );
    throttle.request();
    await vi.advanceTimersByTimeAsync(100);
    throttle.request();
    await vi.advanceTimersByTimeAsync(100);
    expect([runs, errors.length]).toEqual([2, 2]);
  });

  it('ends what waits and tells what runs', async () => {
    const { throttle, log } = throttled();
    throttle.request();
    await vi.advanceTimersByTimeAsync(120);
    throttle.stop();
    throttle.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['start', 'stopped']);
  });
});

it('long work rests where others have waited, and not before', async () => {
  const rest = createYielder();
  let rested = 0;
  const step = async (milliseconds: number): Promise<void> => {
    vi.setSystemTime(Date.now() + milliseconds);
    const done = rest();
    rested += vi.getTimerCount();
    await vi.runAllTimersAsync();
    await done;
  };
  for (const milliseconds of [5, 4, 5, 5, 20, 1]) await step(milliseconds);
  expect(rested).toBe(2);
});
