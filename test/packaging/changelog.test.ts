import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../server/package.json';
import { itemsOf, sectionOn } from '../../server/packaging/changelog.ts';
import { debianChangelog } from '../../server/packaging/debian/changelog.ts';
import { debianCopyright } from '../../server/packaging/debian/copyright.ts';

const CHANGELOG =
  '# Changelog\n\n## 0.2.0\n\n- New.\n\n## 0.1.0\n\n- **First**,\n  with a\n  _long_ line_end.\n- Second.\n';

test('the section on a version is found by its heading', () => {
  expect(sectionOn('0.2.0', CHANGELOG)).toBe('- New.');
  expect(itemsOf(sectionOn('0.1.0', CHANGELOG) ?? '')).toEqual(['First, with a long line_end.', 'Second.']);
  expect(sectionOn('0.1', CHANGELOG)).toBeUndefined();
});

test('the changelog has a section on this version', () => {
  const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  expect(itemsOf(sectionOn(version, changelog) ?? '')).not.toEqual([]);
});

test('the changelog of Debian has the items of this version', () => {
  const text = debianChangelog(`## ${version}\n\n- ${'word '.repeat(30)}\n- Second.\n`, 86_400);
  expect(text).toMatch(/^xlcfg \(\S+\) unstable; urgency=medium\n\n {2}\* word/);
  expect(text).toContain('\n  * Second.\n');
  expect(text).toMatch(/\n -- .+ <.+@.+> {2}Fri, 02 Jan 1970 00:00:00 \+0000\n$/);
  const lines = text.split('\n').filter((line) => line.startsWith('  '));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('the copyright file of Debian has continued lines only', () => {
  const text = debianCopyright('MIT License\n\nCopyright (c) 2026 Some body\r\n\nText.\n', 'one\n\ntwo\r\n');
  expect(text).toContain('\nCopyright: 2026 Some body\n');
  expect(text).not.toContain('\r');
  for (const line of text.split('\n')) expect(line).toMatch(/^(?:| .+|[A-Z][A-Za-z-]*: .+)$/);
});
