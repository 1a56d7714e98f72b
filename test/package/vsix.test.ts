/** The packaged extension. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { VSIX_FILES } from './contents.ts';
import { readZip } from './zip.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = readZip(readFileSync(path.join(ROOT, 'client/xlcfg.vsix')));
const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';
const manifest = JSON.parse(text('extension/package.json'));

test('contains exactly these files', () => {
  expect([...files.keys()].sort()).toEqual([...VSIX_FILES].sort());
});

test('has no source maps', () => {
  const scripts = [...files.keys()].filter((name) => /\.c?js$/.test(name));
  expect(scripts.filter((name) => text(name).includes('sourceMappingURL'))).toEqual([]);
});

/** All paths in the manifest. */
const pathsIn = (value: unknown): string[] => {
  if (typeof value === 'string')
    return /^(?:\.\/)?[\w-]+(?:\/[\w.-]+)*\.(?:json|md|png|c?js)$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
};

test('contains the files that its manifest names', () => {
  const { main, browser, icon, contributes } = manifest;
  const wanted = pathsIn([main, browser, icon, contributes]).map((name) =>
    path.posix.join('extension', name),
  );
  expect(wanted.length).toBeGreaterThan(8);
  // An entry point may be named without its extension.
  expect(wanted.filter((name) => !files.has(name) && !files.has(`${name}.js`))).toEqual([]);
});

describe('for a marketplace', () => {
  test('has metadata', () => {
    expect(manifest).toMatchObject({ license: 'MIT', publisher: 'xlcfg', icon: 'icon.png' });
    expect(manifest.categories).toEqual(
      expect.arrayContaining(['Programming Languages', 'Linters', 'Formatters']),
    );
    expect(manifest.description.length).toBeGreaterThan(20);
    expect(manifest.keywords.length).toBeGreaterThan(2);
  });

  test('has an icon of 128 by 128 pixels', () => {
    const icon = files.get('extension/icon.png');
    expect(icon?.toString('latin1', 1, 4)).toBe('PNG');
    expect([icon?.readUInt32BE(16), icon?.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('has a changelog entry for this version', () => {
    expect(text('extension/changelog.md')).toContain(`## ${manifest.version}\n`);
  });

  test('has the changelog of the repository', () => {
    const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(text('extension/changelog.md')).toBe(changelog);
  });

  test('has the licence of the repository', () => {
    expect(text('extension/LICENSE.txt')).toBe(readFileSync(path.join(ROOT, 'LICENSE'), 'utf8'));
  });

  test('has a README with the settings', () => {
    expect(text('extension/readme.md')).toContain('## Settings');
  });
});
