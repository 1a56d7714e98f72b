import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/** What runs outside of Node: shells, readers of manual pages, hooks, jobs and file systems. Needs the programs that .ci/run installs. */
export default defineConfig({
  test: {
    include: ['test/shells/**/*.test.ts'],
    ...LIMITS,
    globalSetup: ['test/support/buildOnce.ts'],
    reporters,
  },
});
