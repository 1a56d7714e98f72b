import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { idOf, readFileCases, readSpecCases, readStringCases } from './cases.ts';
import { fitsTxtar, parseTxtar } from './txtar.ts';

const ROOTS = ['files', 'otherFiles'] as const;

/** The paths of all files below a directory, from the directory of this suite. */
const filesBelow = (root: string): string[] =>
  readdirSync(path.join(import.meta.dirname, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(import.meta.dirname, path.join(parentPath, name)));

const read = (file: string): Buffer => readFileSync(path.join(import.meta.dirname, file));

const isTable = (file: string): boolean => file.endsWith('.txtar');

describe.each(ROOTS)('%s', (root) => {
  const all = filesBelow(root);

  test('a case that fits in the table of its area is in the table', () => {
    expect(all.filter((file) => !isTable(file) && fitsTxtar(read(file)))).toEqual([]);
  });

  test('a case that does not fit in a table is not in one', () => {
    const misplaced = all.filter(isTable).flatMap((table) =>
      parseTxtar(read(table).toString('utf8'))
        .filter(({ text }) => !fitsTxtar(Buffer.from(text)))
        .map(({ name }) => `${table}: ${name}`),
    );
    expect(misplaced).toEqual([]);
  });
});

test.for([
  ['files of guests', readFileCases()],
  ['files of xl.conf', readFileCases('xl.conf')],
  ['files of CPU pools', readFileCases('cpupool')],
  ['disk specs', readSpecCases()],
  ['other strings', readStringCases()],
] as const)('%s: there are some, and none is there twice', ([, cases]) => {
  const ids = cases.map(idOf);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
