import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_RULES, XEN_VERSIONS } from '@xlcfg/shared';
import { describe, expect, test } from 'vitest';
import { homepage, name, version } from '../server/package.json';
import { PROJECT_PAGES, projectFields, withProject } from '../server/scripts/project.ts';
import { READMES, withXenVersions } from '../server/scripts/readmes.ts';
import { built } from './support/built.ts';
import { makeFolder } from './support/folder.ts';

const root = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const COMMAND_LINE = 'server/docs/command-line.md';

/** The blocks of a page that are fenced with nothing, or a language, behind the fence. */
const blocks = (page: string): string[] =>
  [...page.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

describe('the README', () => {
  test('shows what the demonstration prints', () => {
    const demo = new URL('server/scripts/demo.mjs', root).pathname;
    const printed = execFileSync(process.execPath, [demo, built.cli], { encoding: 'utf8' });
    const shown = blocks(read('README.md')).find((block) => block.startsWith('$ xlcfg check web1.cfg'));
    expect(printed.trim()).toBe(shown?.trim());
  });
});

describe('the page on the command line', () => {
  test('shows what an upgrade prints of the guest before it', () => {
    using folder = makeFolder();
    const page = blocks(read(COMMAND_LINE));
    const at = page.findIndex((block) => block.startsWith('$ xlcfg upgrade '));
    const [command = '', ...shown] = page[at]?.split('\n') ?? [];
    const [cat = '', ...guest] = page[at - 1]?.split('\n') ?? [];
    writeFileSync(path.join(folder.path, cat.replace('$ cat ', '')), guest.join('\n'));
    const args = [built.cli, ...command.split(' ').slice(2)];
    const printed = execFileSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
    expect(printed).toBe(shown.join('\n'));
  });

  test('names only rules that exist', () => {
    const codes = new Set(ALL_RULES.map(({ code }) => code));
    const named = [
      ...read(COMMAND_LINE).matchAll(/xlcfg-disable-[a-z-]+ ([a-z-]+)|"([a-z]+-[a-z-]+)": "(?:off|hint)"/g),
    ];
    expect(named.length).toBeGreaterThan(2);
    for (const [, silenced, graded] of named) expect(codes).toContain(silenced ?? graded);
  });
});

test.for(['README.md', COMMAND_LINE])('%s links to files that exist', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(() => read(path.join(path.dirname(page), link))).not.toThrow();
});

test.for(READMES)(
  '%s names the versions of Xen that the schema knows, as `npm run docs` writes them',
  (path) => {
    const readme = read(path);
    expect(readme).toContain(`Xen ${XEN_VERSIONS.at(0)} to ${XEN_VERSIONS.at(-1)}`);
    expect(withXenVersions(readme)).toBe(readme);
  },
);

describe('the home of the project', () => {
  test.for(PROJECT_PAGES)('is in %s as `npm run docs` writes it', (path) => {
    const page = read(path);
    expect(page).toContain(homepage);
    expect(withProject(page)).toBe(page);
  });

  test.for(['server', 'client'])('is in the manifest of the %s', (folder) => {
    expect(JSON.parse(read(`${folder}/package.json`))).toMatchObject({ ...projectFields(folder), version });
  });

  test('moves with the manifest', () => {
    const before = `See https://example.org/someone/xlcfg.git and https://example.org/someone/xlcfg-other.
      - uses: someone/xlcfg@v0.0.1
        rev: v0.0.1
        npm install --global xlcfg@0.0.1; apt install ./xlcfg_0.0.1_all.deb; tar -xzf xlcfg-0.0.1.tar.gz`;
    expect(withProject(before)).toBe(`See ${homepage}.git and https://example.org/someone/xlcfg-other.
      - uses: ${new URL(homepage).pathname.slice(1)}@v${version}
        rev: v${version}
        npm install --global ${name}@${version}; apt install ./xlcfg_${version}_all.deb; tar -xzf xlcfg-${version}.tar.gz`);
  });
});
