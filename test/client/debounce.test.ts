import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { debounceByKey } from '../../client/src/debounce.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('runs the last work of a key, once, after the delay', () => {
  const done: string[] = [];
  const later = debounceByKey(100);
  later.schedule('a', () => done.push('first'));
  vi.advanceTimersByTime(99);
  later.schedule('a', () => done.push('second'));
  vi.advanceTimersByTime(99);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['second']);
});

test('runs keys independently, and nothing after disposal', () => {
  const done: string[] = [];
  const later = debounceByKey(100);
  later.schedule('a', () => done.push('a'));
  vi.advanceTimersByTime(50);
  later.schedule('b', () => done.push('b'));
  vi.advanceTimersByTime(50);
  expect(done).toEqual(['a']);
  later.dispose();
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['a']);
});
