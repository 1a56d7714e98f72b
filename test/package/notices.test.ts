/** Each bundle comes with the licences of all packages in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { BUNDLES } from './contents.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The folders of the packages whose files are in the bundle of an entry point. */
const packagesIn = async (entry: string, platform: 'node' | 'browser'): Promise<string[]> => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform,
    external: ['vscode'],
    logLevel: 'silent',
    outdir: 'unused',
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [],
  );
  return [...new Set(folders)].map((folder) => path.join(ROOT, folder));
};

describe.each(BUNDLES)('$entry', ({ entry, platform, notices }) => {
  test('has the licence of each package in its notices', async () => {
    const text = readFileSync(path.join(ROOT, notices), 'utf8');
    const packages = await packagesIn(entry, platform);
    expect(packages).not.toEqual([]);
    for (const folder of packages) {
      const { name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      // The build bundles one version of each package.
      expect(text.split('\n').filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? '';
      expect(text, name).toContain(readFileSync(path.join(folder, licence), 'utf8').trim());
    }
  });
});

test('the list of bundles is complete', () => {
  const bundles = ['server/dist', 'client/dist'].flatMap((folder) =>
    existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder)) : [],
  );
  const scripts = new Set(bundles.filter((name) => /\.c?js$/.test(name)));
  expect(scripts.size).toBe(BUNDLES.length);
});
