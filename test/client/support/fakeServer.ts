import type { LanguageServer } from '../../../client/src/languageServer.ts';

/**
 * A language server that runs, and executes every command the same way.
 *
 * @param answer called for the result of a command
 * @param requests gets each command with its arguments
 */
export const fakeServer = (answer: () => unknown, requests: unknown[] = []): LanguageServer => ({
  state: () => 'running',
  onDidChangeState: () => ({ dispose: () => {} }),
  onDidChangeSettings: () => ({ dispose: () => {} }),
  restart: async () => {},
  stop: async () => {},
  executeCommand: async (command, args) => {
    requests.push([command, ...args]);
    return answer();
  },
});
