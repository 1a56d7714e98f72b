import { defineConfig } from 'vitest/config';
import { reporters } from '../reporters.ts';
import { LIMITS } from '../support/limits.ts';

/**
 * The programs for hosts without Node: the suites of both programs, with the programs swapped, and what is theirs alone.
 * Needs `npm run dist:static` to have run.
 */
export default defineConfig({
  test: {
    include: [
      'test/static/**/*.test.ts',
      'test/server/cli/**/command.test.ts',
      'test/server/cli/check/*.test.ts',
      'test/server/cli/common/{options,projectConfig}.test.ts',
      'test/server/cli/report/formats.test.ts',
      'test/server/lsp/connection.test.ts',
      'test/server/node/main.test.ts',
      'test/server/invalidParams.test.ts',
      'test/server/protocolViolations/*.test.ts',
    ],
    isolate: false,
    pool: 'forks',
    globalSetup: ['test/support/buildOnce.ts', 'test/static/installPrograms.ts'],
    ...LIMITS,
    reporters,
  },
});
