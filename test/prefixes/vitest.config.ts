import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';

/** Every beginning of every test file through every feature: needs nothing but time, some ten seconds. */
export default defineConfig({
  test: { include: ['test/prefixes/**/*.test.ts'], testTimeout: 60_000, reporters },
});
