/** What the pages about the code say is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const PAGES = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  ...readdirSync(path.join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

/** Paths in backticks that begin with a folder of the repository, and targets of relative links. */
function pathsIn(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  const named = [...text.matchAll(/`((?:shared|server|client|test|docs|\.ci|\.github)\/[^`\s*{}]*)`/g)];
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)];
  return [
    ...named.map(([, found = '']) => found),
    ...linked.map(([, found = '']) => path.join(path.dirname(page), found)),
  ];
}

describe('every path that a page names exists', () => {
  it.each(PAGES)('%s', (page) => {
    expect(pathsIn(page).filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('the architecture lists every room of the language', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    const rooms = readdirSync(path.join(root, 'shared/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `| \`${name}/\``);
    expect(rooms.filter((room) => !page.includes(room))).toEqual([]);
  });
});
