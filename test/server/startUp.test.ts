/** What the server is when it is started: little, and answering before the language is loaded. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bundles, buildBundles } from './support/bundles.ts';
import { startClient } from './support/client.ts';

let bundles: Bundles;

beforeAll(() => {
  bundles = buildBundles();
});
afterAll(() => bundles.remove());

it('is small', () => {
  expect(statSync(bundles.server).size).toBeLessThan(400_000);
});

it('answers initialize without the language', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-alone-'));
  try {
    const server = path.join(folder, 'server.cjs');
    copyFileSync(bundles.server, server);
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
