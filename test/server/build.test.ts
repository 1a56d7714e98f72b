/** The server's bundle in Node. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { built } from '../support/built.ts';
import { startClient } from './support/client.ts';

it('is small without the language', () => {
  expect(statSync(built.server).size).toBeLessThan(400_000);
});

it('answers initialize before the language is loaded', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-alone-'));
  try {
    const server = path.join(folder, 'server.cjs');
    copyFileSync(built.server, server);
    await using client = startClient(server);
    await expect(
      client.request('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
        initializationOptions: { xlcfg: { xenVersion: '4.17' } },
      }),
    ).resolves.toMatchObject({ serverInfo: { name: 'xlcfg' } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
