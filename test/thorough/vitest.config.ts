import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';
import { seedInEnvironment } from '../support/seed.ts';

/** What takes longer: every beginning of every test file through every feature, and how time grows with the text. */
export default defineConfig({
  test: {
    include: ['test/thorough/**/*.test.ts'],
    env: seedInEnvironment('LAW_SEED'),
    setupFiles: ['test/support/seedLaws.ts'],
    globalSetup: ['test/support/buildOnce.ts'],
    ...LIMITS,
    reporters,
  },
});
