import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/**
 * The packages of `npm run dist`, installed on the systems that they are for, and the programs on every version of Node
 * that they promise to run on. Needs root, and the programs that .ci/run installs.
 */
export default defineConfig({
  test: {
    include: ['test/install/**/*.test.ts'],
    maxWorkers: 2,
    ...LIMITS,
    reporters,
  },
});
