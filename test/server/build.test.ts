/** The bundles, and the commands that npm installs. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../server/package.json';
import { built } from '../support/built.ts';
import { makeFolder } from '../support/folder.ts';
import { execute } from './cli/support/program.ts';
import { startClient } from './support/client.ts';

describe('the bundle of the server', () => {
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
});

describe.concurrent('the commands that npm installs', () => {
  it.each(['xlcfg', 'xlcfg-language-server'])('%s runs, or asks for a build', async (name) => {
    const bin = path.resolve(import.meta.dirname, '../../server/bin', `${name}.cjs`);
    expect(statSync(bin).mode & 0o111).not.toBe(0);
    const { code, stdout, stderr } = await execute(process.execPath, [bin, '--version']);
    const isBuilt = existsSync(path.resolve(path.dirname(bin), '../dist'));
    if (isBuilt) expect([code, stdout]).toEqual([0, `${version}\n`]);
    else expect([code, stderr]).toEqual([2, expect.stringMatching(/ is missing\. Run `npm run build`\.\n$/)]);
  });
});

describe('the build', () => {
  it('lists the licenses of all packages that it contains', async () => {
    const notices = readFileSync(path.join(built.folder, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
    for (const name of ['vscode-languageserver', 'vscode-jsonrpc', 'commander', 'picocolors', 'diff']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    }
    expect(built.output).toMatch(/^cli\.cjs \d+ KiB$/m);
    expect(readdirSync(built.folder).sort()).toEqual([
      'THIRD_PARTY_NOTICES.txt',
      'browserServer.js',
      'cli.cjs',
      'language.cjs',
      'server.cjs',
    ]);
  });

  it.each(['--version', '--help', 'check --help', 'explain --help'])(
    'answers %s without the language',
    async (call) => {
      using folder = makeFolder();
      copyFileSync(built.cli, folder.at('cli.cjs'));
      const { code, stderr } = await execute(process.execPath, [folder.at('cli.cjs'), ...call.split(' ')]);
      expect([code, stderr]).toEqual([0, '']);
    },
  );

  const requiredBy = (bundle: string): string[] =>
    [...readFileSync(bundle, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');

  it('requires no packages at run time', async () => {
    for (const bundle of [built.server, built.cli]) {
      const names = requiredBy(bundle);
      expect(names).toContain('./language.cjs');
      expect(
        names.filter(
          (name) =>
            !/^(node:|\.\/language\.cjs$|(fs|path|util|net|os|crypto|child_process|process|url|tty|events)$)/.test(
              name,
            ),
        ),
      ).toEqual([]);
    }
    expect(requiredBy(path.join(built.folder, 'language.cjs'))).toEqual([]);
  });
});
