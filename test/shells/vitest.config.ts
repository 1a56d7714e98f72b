import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';

/** What runs outside of Node: shells, readers of manual pages, hooks, jobs and file systems. Needs the programs that .ci/run installs. */
export default defineConfig({
  test: {
    include: ['test/shells/**/*.test.ts'],
    testTimeout: 90_000,
    // Some install the whole workspace.
    hookTimeout: 300_000,
    globalSetup: ['test/support/buildOnce.ts'],
    reporters,
  },
});
