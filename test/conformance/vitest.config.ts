import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';

/** The suite that asks the real xl. One seed for all that is generated in a run: CONFORMANCE_SEED, or a fresh one. */
const seed = process.env.CONFORMANCE_SEED ?? String(Date.now() % 2 ** 32);
console.log(`CONFORMANCE_SEED=${seed}`);

export default defineConfig({
  test: {
    include: ['test/conformance/live/**/*.test.ts'],
    globalSetup: ['test/conformance/live/build.ts'],
    env: { CONFORMANCE_SEED: seed },
    testTimeout: 600_000,
    disableConsoleIntercept: true,
    reporters,
  },
});
