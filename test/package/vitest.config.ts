import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';

/** What is handed out: needs `npm run build` and `npm run package` to have run. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    reporters,
  },
});
