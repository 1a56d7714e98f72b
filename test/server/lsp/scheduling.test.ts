import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  afterFreeTime,
  createScheduler,
  createThrottle,
  createYielder,
} from '../../../server/src/lsp/scheduling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A scheduler whose task takes 50 ms, and then counts as done unless it is stale. */
const scheduled = () => {
  const started: string[] = [];
  const done: string[] = [];
  const errors: unknown[] = [];
  const scheduler = createScheduler(
    async (key, isStale) => {
      started.push(key);
      if (key === 'bad') throw new Error('no');
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!isStale()) done.push(key);
    },
    (error) => errors.push(error),
  );
  return { scheduler, started, done, errors };
};

/** One turn of the event loop, in which the connection handles one message. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createScheduler', () => {
  it('starts at once', async () => {
    vi.useRealTimers();
    const { scheduler, started } = scheduled();
    scheduler.schedule('a');
    for (let turns = 0; turns < 5; turns += 1) await nextTurn();
    expect(started).toEqual(['a']);
  });

  it('runs once for a burst of requests', async () => {
    vi.useRealTimers();
    const { scheduler, started } = scheduled();
    for (let messages = 0; messages < 100; messages += 1) {
      scheduler.schedule('a');
      await nextTurn();
    }
    expect(started).toEqual([]);
    for (let turns = 0; turns < 5; turns += 1) await nextTurn();
    expect(started).toEqual(['a']);
  });

  it('makes the active run stale', async () => {
    const { scheduler, started, done } = scheduled();
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(45);
    expect(started).toEqual(['a', 'a']);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(['a']);
  });

  it('runs keys independently', async () => {
    const { scheduler, done } = scheduled();
    scheduler.schedule('a');
    scheduler.schedule('b');
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['a', 'b']);
  });

  it('cancels pending and active runs', async () => {
    const { scheduler, started, done } = scheduled();
    scheduler.schedule('runs');
    await vi.advanceTimersByTimeAsync(10);
    scheduler.schedule('waits');
    scheduler.cancelAll();
    await vi.advanceTimersByTimeAsync(500);
    expect(started).toEqual(['runs']);
    expect(done).toEqual([]);
  });

  it('continues after a failure', async () => {
    const { scheduler, done, errors } = scheduled();
    scheduler.schedule('bad');
    scheduler.schedule('a');
    await vi.advanceTimersByTimeAsync(100);
    expect(errors).toEqual([new Error('no')]);
    expect(done).toEqual(['a']);
  });
});

/** A task that takes 50 ms, throttled to one run per 100 ms. */
const throttled = () => {
  const log: string[] = [];
  const throttle = createThrottle(
    async (isStopped) => {
      log.push('start');
      await new Promise((resolve) => setTimeout(resolve, 50));
      log.push(isStopped() ? 'stopped' : 'end');
    },
    100,
    () => log.push('error'),
  );
  return { throttle, log };
};

describe('createThrottle', () => {
  it('keeps running under continuous requests, never concurrently', async () => {
    const { throttle, log } = throttled();
    for (let time = 0; time < 600; time += 10) {
      throttle.request();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(log).toEqual(['start', 'end', 'start', 'end', 'start', 'end', 'start', 'end']);
  });

  it('runs once more for a request during a run', async () => {
    const { throttle, log } = throttled();
    throttle.request();
    await vi.advanceTimersByTimeAsync(120);
    throttle.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['start', 'end', 'start', 'end']);
  });

  it('runs again after a failure', async () => {
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

  it('stops pending and active runs', async () => {
    const { throttle, log } = throttled();
    throttle.request();
    await vi.advanceTimersByTimeAsync(120);
    throttle.stop();
    throttle.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['start', 'stopped']);
  });
});

describe('afterFreeTime', () => {
  it('calls back after the time, unless it is cancelled', async () => {
    const calls: string[] = [];
    afterFreeTime(250, () => calls.push('first'));
    const cancel = afterFreeTime(250, () => calls.push('second'));
    await vi.advanceTimersByTimeAsync(249);
    expect(calls).toEqual([]);
    cancel();
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(['first']);
  });

  it('does not count time in which the process is busy', async () => {
    vi.useRealTimers();
    let isCalled = false;
    const cancel = afterFreeTime(1000, () => {
      isCalled = true;
    });
    const end = performance.now() + 1100;
    while (performance.now() < end);
    for (let turns = 0; turns < 5; turns += 1) await nextTurn();
    expect(isCalled).toBe(false);
    cancel();
  });
});

it('createYielder yields once a task has blocked too long', async () => {
  const yieldIfNeeded = createYielder();
  let yields = 0;
  const step = async (milliseconds: number): Promise<void> => {
    vi.setSystemTime(Date.now() + milliseconds);
    const done = yieldIfNeeded();
    yields += vi.getTimerCount();
    await vi.runAllTimersAsync();
    await done;
  };
  for (const milliseconds of [5, 4, 5, 5, 20, 1]) await step(milliseconds);
  expect(yields).toBe(2);
});
