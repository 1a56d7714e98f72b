/** Every feature on texts that nobody writes: none throws, hangs, or answers with a place that is not in the text. */
import { describe, expect, it } from 'vitest';
import { ask, FEATURES, type Feature, mustLieIn } from './everything.ts';
import { EXTREMES } from './extremeTexts.ts';

/** In UTF-16 code units. */
const SMALL = 8_000;
const LARGE = 64_000;

/**
 * Work that takes less tells nothing about how it grows: the collector of garbage may take as much. In milliseconds.
 */
const SHORT_MS = 500;
/** Linear work takes 8 times as long, work that looks at all pairs 64 times. */
const GROWTH = 28;
const ATTEMPTS = 4;

/** Milliseconds of the processor for a feature on its own text, so that nothing is known of it. */
function cost(feature: Feature, text: string): number {
  const asked = ask(text, Math.floor(text.length / 2));
  const began = process.cpuUsage();
  const ranges = feature(asked);
  const { user } = process.cpuUsage(began);
  mustLieIn(asked.doc, ranges);
  return user / 1000;
}

const least = (feature: Feature, text: string, enough: number): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && best > enough; attempt++)
    best = Math.min(best, cost(feature, text));
  return best;
};

describe.each(EXTREMES)('$what', ({ text }) => {
  it('goes through every feature, in time that grows with it', () => {
    const small = text(SMALL);
    const large = text(LARGE);
    const slow = Object.entries(FEATURES).flatMap(([name, feature]) => {
      const whole = cost(feature, large);
      if (whole < SHORT_MS) return [];
      const part = Math.max(least(feature, small, 0), SHORT_MS / GROWTH);
      const best = Math.min(whole, least(feature, large, part * GROWTH));
      return best > part * GROWTH ? [`${name}: ${part.toFixed(0)} ms, then ${best.toFixed(0)}`] : [];
    });
    expect(slow).toEqual([]);
  });
});
