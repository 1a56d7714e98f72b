import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/** Real editors with the built server. One at a time: each is a program that wants the whole machine. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts'],
    fileParallelism: false,
    ...LIMITS,
    reporters,
  },
});
