import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/** What nobody writes and must be survived: extreme texts through every feature, and every regular expression. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    globalSetup: ['test/support/buildOnce.ts'],
    ...LIMITS,
    reporters,
  },
});
