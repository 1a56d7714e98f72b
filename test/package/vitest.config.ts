import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/** What is handed out: needs `npm run build` and `npm run package` to have run. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    ...LIMITS,
    reporters,
  },
});
