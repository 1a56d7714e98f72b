/** What has to hold between the grammar and the parser, over whole files. */

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
  name: /^(?:support\.type\.property-name|variable\.other\.unknown|invalid\.illegal)/,
  string: /^string\.quoted\./,
  number: /^constant\.numeric$/,
  prefix: /^keyword\.other\.prefix/,
  key: /^variable\.parameter\.spec$/,
  flag: /^keyword\.other\.flag$/,
  vdev: /^entity\.name\.type\.vdev$/,
  target: /^string\.unquoted\.target$/,
};

/** The scopes of each character, line feeds included (those have none). */
const scopesOf = (text: string): readonly (readonly string[])[] =>
  tokenize(text).flatMap((tokens) => [
    ...tokens.flatMap(({ text: { length }, scopes }) => Array<readonly string[]>(length).fill(scopes)),
    [],
  ]);

/** Where the grammar says otherwise. */
const disagreements = (text: string, expected: readonly Highlight[]): string[] => {
  const scopes = scopesOf(text);
  return expected
    .filter(
      ({ start, end, kind }) =>
        !scopes.slice(start, end).every((names) => names.some((name) => SCOPES[kind].test(name))),
    )
    .map(({ start, end, kind }) => `${start} ${JSON.stringify(text.slice(start, end))} is no ${kind}`);
};

/** What the grammar takes for a comment, a string or a number of the file, and the parser does not. */
const inventions = (text: string): string[] => {
  const told = Array<boolean>(text.length).fill(false);
  for (const { start, end } of syntaxHighlights(text)) told.fill(true, start, end);
  return scopesOf(text).flatMap(([outermost = ''], at) =>
    /^(?:comment\.|string\.quoted\.|constant\.numeric$)/.test(outermost) && !told[at]
      ? `${at} ${JSON.stringify(text.slice(at, at + 12))} has ${outermost}`
      : [],
  );
};

const illegal = (text: string): string[] =>
  scopesOf(text).flatMap((names, at) =>
    names.some((name) => name.startsWith('invalid'))
      ? `${at} ${JSON.stringify(text.slice(at, at + 12))}`
      : [],
  );

test.for(CONFIG_FILES)('$name', ({ text }) => {
  expect(disagreements(text, [...syntaxHighlights(text), ...diskHighlights(text)])).toEqual([]);
  if (parseConfig(text).errors.length > 0) return;
  expect(inventions(text)).toEqual([]);
  expect(illegal(text)).toEqual([]);
});

test('the files have disks that xl takes, many of them', () => {
  expect(CONFIG_FILES.flatMap(({ text }) => diskHighlights(text)).length).toBeGreaterThan(500);
});

test('texts of all sorts that the parser takes have nothing illegal, and their tokens', () => {
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
