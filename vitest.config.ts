import { defineConfig } from 'vitest/config';
import { reporters } from './test/reporters.ts';
import { LIMITS } from './test/support/limits.ts';
import { seedInEnvironment } from './test/support/seed.ts';

/** The unit suite: fast, needs nothing but Node. Suites that need the real xl or an editor have configs of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      'test/conformance/live/**',
      'test/editors/**',
      'test/fuzz/**',
      'test/install/**',
      'test/package/**',
      'test/shells/**',
      'test/site/**',
      'test/static/**',
      'test/thorough/**',
    ],
    // The tests share nothing but modules without state, so they need not load them anew for each file. Processes,
    // not threads: some tests count the processor time of their process.
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    env: seedInEnvironment('LAW_SEED'),
    setupFiles: ['test/support/seedLaws.ts'],
    globalSetup: ['test/support/buildOnce.ts'],
    ...LIMITS,
    reporters,
  },
});
