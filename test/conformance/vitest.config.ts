import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';
import { seedInEnvironment } from '../support/seed.ts';

/** The suite that asks the real xl. One seed for all that is generated in a run. */
export default defineConfig({
  test: {
    include: ['test/conformance/live/**/*.test.ts'],
    globalSetup: ['test/conformance/live/build.ts'],
    env: seedInEnvironment('CONFORMANCE_SEED'),
    ...LIMITS,
    // xl and what judges its answers take turns: with one file for each processor, none is idle.
    maxWorkers: availableParallelism(),
    disableConsoleIntercept: true,
    reporters,
  },
});
