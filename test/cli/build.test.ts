/** What is built, and the commands that npm installs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../server/package.json';
import { built } from '../support/built.ts';
import { execute } from './support/program.ts';

vi.setConfig({ testTimeout: 20_000 });

describe.concurrent('the commands that npm installs', () => {
  it.each(['xlcfg', 'xlcfg-language-server'])('%s runs, or says that it is not built', async (name) => {
    const bin = path.resolve(import.meta.dirname, '../../server/bin', `${name}.cjs`);
    expect(statSync(bin).mode & 0o111).not.toBe(0);
    const { code, stdout, stderr } = await execute(process.execPath, [bin, '--version']);
    const isBuilt = existsSync(path.resolve(path.dirname(bin), '../dist'));
    if (isBuilt) expect([code, stdout]).toEqual([0, `${version}\n`]);
    else expect([code, stderr]).toEqual([1, expect.stringMatching(/run `npm run build` first\.\n$/)]);
  });
});

describe('the build', () => {
  it('names everything of others that it contains', async () => {
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

  const needs = (bundle: string): string[] =>
    [...readFileSync(bundle, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');

  it('needs nothing of others at run time', async () => {
    for (const bundle of [built.server, built.cli]) {
      const needed = needs(bundle);
      expect(needed).toContain('./language.cjs');
      expect(
        needed.filter(
          (name) =>
            !/^(node:|\.\/language\.cjs$|(fs|path|util|net|os|crypto|child_process|process|url|tty|events)$)/.test(
              name,
            ),
        ),
      ).toEqual([]);
    }
    expect(needs(path.join(built.folder, 'language.cjs'))).toEqual([]);
  });
});
