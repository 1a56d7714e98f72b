/** Kate without a screen takes no keys, and tells nobody what it shows: what it says to the server is looked at. */
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../vscode/support/until.ts';
import { GUEST } from '../support/guest.ts';
import { type Home, makeHome } from '../support/home.ts';
import { block } from '../support/page.ts';

/** Whether a process of the group is left. */
const isAlive = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

/** Starts Kate with a bus of its own; gives the way to end both. */
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

describe("Debian 12's Kate, by the lines of the page", () => {
  let home: Home;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    home = makeHome();
    chmodSync(home.folder, 0o700);
    home.write(
      '.local/share/org.kde.syntax-highlighting/syntax/xlcfg.xml',
      block('kate.md', 'The file type', 'xml'),
    );
    home.write('.config/kate/lspclient/settings.json', block('kate.md', 'The server', 'json'));
    // The answer to the question whether it may start the server.
    const command = path.join(home.folder, 'bin/xlcfg-language-server');
    home.write('.config/katerc', `[lspclient]\nAllowedServerCommandLines=${command} --stdio\n`);
    stop = startKate(home);
    await until(() => home.sent('textDocument/semanticTokens/range').length > 0, { timeoutMs: 90_000 });
  });
  afterAll(async () => {
    await stop();
    home.remove();
  });

  test('the server is started, and told of the guest', () => {
    expect(home.sent('initialize')).toHaveLength(1);
    expect(home.sent('textDocument/didOpen')).toEqual([
      { textDocument: { uri: home.uri, languageId: 'xlcfg', version: 0, text: GUEST } },
    ]);
  });

  test('it gets the settings', () => {
    expect(home.sent('workspace/didChangeConfiguration')).toEqual([
      { settings: { xlcfg: { xenVersion: '4.17' } } },
    ]);
  });

  test('Kate takes up what the server offers: it asks for the outline and for colours', () => {
    expect(home.sent('textDocument/documentSymbol')).not.toEqual([]);
    expect(home.sent('textDocument/semanticTokens/range')).not.toEqual([]);
  });
});
