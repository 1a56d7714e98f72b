/**
 * Which code an input reaches. The counters are our own (see instrument.ts): V8's take a walk through its whole heap at
 * each look, which leaves some dozens of inputs a second.
 */
import { COUNTERS } from './counters.ts';

/** Instrumented code counts here. The array is made in the first line of the bundle. */
const counters: unknown = Reflect.get(globalThis, COUNTERS);

/** Once, some times, often, very often: a loop that runs far more is another thing that was reached. */
const magnitude = (count: number): number => 1 + Math.floor(Math.log2(count) / 3);

export interface Coverage {
  /** Forgets what has run since the last look. */
  readonly begin: () => void;
  /** Whether something has run since the beginning that had not run before, or not so often. */
  readonly learn: () => boolean;
}

export function createCoverage(): Coverage {
  if (!(counters instanceof Uint32Array)) throw new Error('This code is not instrumented.');
  const known = new Uint8Array(counters.length);
  return {
    begin: () => {
      counters.fill(0);
    },
    learn: () => {
      let news = false;
      for (let at = 0; at < counters.length; at++) {
        const count = counters[at] ?? 0;
        if (count === 0) continue;
        const now = magnitude(count);
        if (now <= (known[at] ?? 0)) continue;
        known[at] = now;
        news = true;
      }
      return news;
    },
  };
}
