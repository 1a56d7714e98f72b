import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ALL_RULES, XEN_VERSIONS } from '@xlcfg/shared';
import { describe, expect, test } from 'vitest';
import { READMES, withXenVersions } from '../server/scripts/readmes.ts';
import { built } from './support/built.ts';

const root = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

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

  test('names only rules that there are', () => {
    const codes = new Set(ALL_RULES.map(({ code }) => code));
    const named = [
      ...read('README.md').matchAll(/xlcfg-disable-[a-z-]+ ([a-z-]+)|"([a-z]+-[a-z-]+)": "(?:off|hint)"/g),
    ];
    expect(named.length).toBeGreaterThan(2);
    for (const [, silenced, graded] of named) expect(codes).toContain(silenced ?? graded);
  });

  test('links to files that there are', () => {
    const links = [...read('README.md').matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(() => read(link)).not.toThrow();
  });
});

test.for(READMES)(
  '%s names the versions of Xen that the schema knows, as `npm run docs` writes them',
  (path) => {
    const readme = read(path);
    expect(readme).toContain(`Xen ${XEN_VERSIONS.at(0)} to ${XEN_VERSIONS.at(-1)}`);
    expect(withXenVersions(readme)).toBe(readme);
  },
);
