/** What users read says one thing with one word: the table in docs/architecture.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from './conformance/bytes.ts';
import { readFileCases, readSpecCases, readStringCases } from './conformance/cases.ts';
import { quoted, smallGuest } from './conformance/smallGuest.ts';
import { open } from './support/documents.ts';

const read = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');

const vocabulary = read('docs/architecture.md').split('## Vocabulary')[1] ?? '';

/** The words of the left column. */
const avoided = [...vocabulary.matchAll(/^\| ([^|]+?) +\|/gm)]
  .slice(2)
  .flatMap(([, words = '']) => words.split(', '));

const AVOIDED = new RegExp(`\\b(?:${avoided.join('|')})\\b`, 'g');

/** Without code, headings and links, and without what xl prints. */
const proseOf = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```|^#.*|\[[^\]]*\]\([^)]*\)/gm, '').replace(/`[^`\n]*`|"[^"\n]*"/g, '');

/** The lines with a word to avoid, with the word. */
const found = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => [...proseOf(line).matchAll(AVOIDED)].map(([word]) => `${word}: ${line}`));

it('the table has words', () => {
  expect(avoided).toContain('in front of');
  expect(found(['Write it in front of the blank, not `in front of`.'])).toHaveLength(2);
});

describe('the words of the table are not in', () => {
  // The page on messages quotes what xl prints.
  it.each(['rules', 'options', 'disks', 'specs', 'xl.conf', 'cpupool', 'settings', 'command-line', 'ci'])(
    'server/docs/%s.md',
    (page) => {
      expect(found(proseOf(read(`server/docs/${page}.md`)).split('\n'))).toEqual([]);
    },
  );

  it('the messages of the rules', () => {
    const texts = [
      ...readFileCases().map(({ bytes }) => decode(bytes)),
      ...readStringCases().map(({ text }) => text),
      ...readSpecCases().map(({ name }) => smallGuest('disk', `[ ${quoted(name)} ]`)),
    ];
    const messages = new Set(texts.flatMap((text) => open(text).problems.map(({ message }) => message)));
    expect(messages.size).toBeGreaterThan(200);
    expect(found([...messages])).toEqual([]);
  });
});
