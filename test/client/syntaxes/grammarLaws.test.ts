/** Compares the grammar with the parser. */

import { parseConfig } from '@xlcfg/shared/src/syntax/index.ts';
import { expect, test } from 'vitest';
import {
  CONFIG_FILES,
  diskHighlights,
  type Highlight,
  type HighlightKind,
  syntaxHighlights,
} from '../../support/highlighting.ts';
import { configText, law } from '../../support/laws.ts';
import { tokenize } from './tokenize.ts';

const SCOPES: Readonly<Record<HighlightKind, RegExp>> = {
  comment: /^comment\./,
  name: /^(?:variable\.other\.property|invalid\.(?:unknown|illegal))/,
  string: /^string\.quoted\./,
  number: /^constant\.numeric$/,
  prefix: /^keyword\.other\.prefix/,
  key: /^variable\.parameter\.spec$/,
  flag: /^keyword\.other\.flag$/,
  vdev: /^entity\.name\.type\.vdev$/,
  target: /^string\.unquoted\.target$/,
};

/** The scopes of each character. Line feeds have none. */
const scopesOf = (text: string): readonly (readonly string[])[] =>
  tokenize(text).flatMap((tokens) => [
    ...tokens.flatMap(({ text: { length }, scopes }) => Array<readonly string[]>(length).fill(scopes)),
    [],
  ]);

/** Where the grammar disagrees. */
const disagreements = (text: string, expected: readonly Highlight[]): string[] => {
  const scopes = scopesOf(text);
  return expected
    .filter(
      ({ start, end, kind }) =>
        !scopes.slice(start, end).every((names) => names.some((name) => SCOPES[kind].test(name))),
    )
    .map(({ start, end, kind }) => `${start} ${JSON.stringify(text.slice(start, end))} is no ${kind}`);
};

/** Comments, strings and numbers of the grammar that the parser doesn't have. */
const inventions = (text: string): string[] => {
  const known = Array<boolean>(text.length).fill(false);
  for (const { start, end } of syntaxHighlights(text)) known.fill(true, start, end);
  return scopesOf(text).flatMap(([outermost = ''], at) =>
    /^(?:comment\.|string\.quoted\.|constant\.numeric$)/.test(outermost) && !known[at]
      ? `${at} ${JSON.stringify(text.slice(at, at + 12))} has ${outermost}`
      : [],
  );
};

const illegal = (text: string): string[] =>
  scopesOf(text).flatMap((names, at) =>
    names.some((name) => name.startsWith('invalid.illegal'))
      ? `${at} ${JSON.stringify(text.slice(at, at + 12))}`
      : [],
  );

test.for(CONFIG_FILES)('$name', ({ text }) => {
  expect(disagreements(text, [...syntaxHighlights(text), ...diskHighlights(text)])).toEqual([]);
  if (parseConfig(text).errors.length > 0) return;
  expect(inventions(text)).toEqual([]);
  expect(illegal(text)).toEqual([]);
});

test('the files contain many valid disks', () => {
  expect(CONFIG_FILES.flatMap(({ text }) => diskHighlights(text)).length).toBeGreaterThan(500);
});

test('agrees with the parser for random texts, without illegal tokens in valid ones', () => {
  let taken = 0;
  law(
    configText,
    (text) => {
      if (/\r/.test(text) || parseConfig(text).errors.length > 0) return;
      taken++;
      expect(illegal(text)).toEqual([]);
      expect(disagreements(text, syntaxHighlights(text))).toEqual([]);
    },
    6000,
  );
  expect(taken).toBeGreaterThan(300);
});
