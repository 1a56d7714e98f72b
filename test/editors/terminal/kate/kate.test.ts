/** Kate cannot be controlled without a screen, so only its messages to the server are checked. */
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../vscode/support/until.ts';
import { GUEST } from '../support/guest.ts';
import { type Home, makeHome } from '../support/home.ts';
import { findBlock } from '../support/page.ts';

/** Whether the process group still has a process. */
const isAlive = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

/** Starts Kate with its own D-Bus. Returns a function that stops both. */
const startKate = (home: Home): (() => Promise<void>) => {
  const { pid } = spawn('dbus-run-session', ['--', 'kate', '--startanon', '--block', home.guest], {
    env: { ...home.env, QT_QPA_PLATFORM: 'offscreen' },
    stdio: 'ignore',
    detached: true,
  });
  if (pid === undefined) throw new Error('dbus-run-session is missing.');
  return async () => {
    if (isAlive(pid)) process.kill(-pid);
    await until(() => !isAlive(pid));
  };
};

describe("Debian 12's Kate, with the documented settings", () => {
  let home: Home;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    home = makeHome();
    chmodSync(home.folder, 0o700);
    home.write(
      '.local/share/org.kde.syntax-highlighting/syntax/xlcfg.xml',
      findBlock('kate.md', 'The file type', 'xml'),
    );
    home.write('.config/kate/lspclient/settings.json', findBlock('kate.md', 'The server', 'json'));
    // The answer to the question whether it may start the server.
    const command = path.join(home.folder, 'bin/xlcfg-language-server');
    home.write('.config/katerc', `[lspclient]\nAllowedServerCommandLines=${command} --stdio\n`);
    stop = startKate(home);
    await until(() => home.sent('textDocument/semanticTokens/range').length > 0);
  });
  afterAll(async () => {
    await stop();
    home.remove();
  });

  test('starts the server and opens the guest', () => {
    expect(home.sent('initialize')).toHaveLength(1);
    expect(home.sent('textDocument/didOpen')).toEqual([
      { textDocument: { uri: home.uri, languageId: 'xlcfg', version: 0, text: GUEST } },
    ]);
  });

  test('sends the settings', () => {
    expect(home.sent('workspace/didChangeConfiguration')).toEqual([
      { settings: { xlcfg: { xenVersion: '4.17' } } },
    ]);
  });

  test('requests document symbols and semantic tokens', () => {
    expect(home.sent('textDocument/documentSymbol')).not.toEqual([]);
    expect(home.sent('textDocument/semanticTokens/range')).not.toEqual([]);
  });
});
