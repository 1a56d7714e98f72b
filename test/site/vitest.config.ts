import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/** The built site in real browsers. */
export default defineConfig({
  test: {
    include: ['test/site/**/*.test.ts'],
    fileParallelism: false,
    globalSetup: ['test/site/support/serveSite.ts'],
    ...LIMITS,
    reporters,
  },
});
