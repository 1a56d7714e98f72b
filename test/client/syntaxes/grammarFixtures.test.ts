/**
 * Snapshots of the scopes: in the fixtures, each line that starts with `>` is followed by its tokens. Update them with
 * `npx vitest run test/client/syntaxes/grammarFixtures.test.ts -u`, and review the changes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Token, tokenize } from './tokenize.ts';

const FOLDER = path.join(import.meta.dirname, 'fixtures');

/** `   ^^^^ scope inner-scope` below each token that has one, or that is more than blanks. */
const describeTokens = (tokens: readonly Token[]): string[] => {
  // The sign in front of a line takes a column.
  let column = 1;
  return tokens.flatMap(({ text, scopes }) => {
    const start = column;
    column += text.length;
    if (scopes.length === 0 && text.trim() === '') return [];
    return `${' '.repeat(start)}${'^'.repeat(text.length)} ${scopes.join(' ') || 'plain'}`;
  });
};

const render = (fixture: string): string => {
  const lines = fixture.split('\n').filter((line) => /^[>#]/.test(line));
  const tokens = tokenize(
    lines
      .filter((line) => line.startsWith('>'))
      .map((line) => line.slice(1))
      .join('\n'),
  );
  return `${lines.flatMap((line) => (line.startsWith('>') ? [line, ...describeTokens(tokens.shift() ?? [])] : line)).join('\n')}\n`;
};

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const file = path.join(FOLDER, name);
  await expect(render(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file);
});
