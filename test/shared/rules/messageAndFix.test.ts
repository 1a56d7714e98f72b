/** The message of a problem and its preferred fix say the same thing. */

import { applyEdits } from '@xlcfg/shared';
import type { Problem } from '@xlcfg/shared/src/rules/problem.ts';
import { expect, it } from 'vitest';
import { decode } from '../../conformance/bytes.ts';
import { readFileCases, readSpecCases, readStringCases } from '../../conformance/cases.ts';
import { quoted, smallGuest } from '../../conformance/smallGuest.ts';
import { open } from '../../support/documents.ts';
import { marked } from '../../support/markers.ts';
import { ARCHITECTURE_CASES } from './cases/arm.ts';
import { DISK_CASES } from './cases/disks.ts';
import { SETTING_CASES } from './cases/settings.ts';
import { SYNTAX_CASES } from './cases/syntax.ts';

const texts: readonly string[] = [
  ...readFileCases().map(({ bytes }) => decode(bytes)),
  ...readStringCases().map(({ text }) => text),
  ...readSpecCases().map(({ name }) => smallGuest('disk', `[ ${quoted(name)} ]`)),
  ...[...SETTING_CASES, ...SYNTAX_CASES, ...DISK_CASES, ...ARCHITECTURE_CASES].flatMap(({ fires }) =>
    fires.map(([source]) => marked(source).text),
  ),
];

/** Message, title of the preferred fix, and the text after the fix. */
interface Advice {
  readonly message: string;
  readonly title: string;
  readonly fixed: string;
}

const adviceOf = (text: string, { message, fixes }: Problem): Advice[] =>
  (fixes ?? [])
    .filter(({ preferred }) => preferred)
    .map(({ title, edits }) => ({ message, title, fixed: applyEdits(text, edits) }));

const all = texts.flatMap((text) => open(text).problems.flatMap((problem) => adviceOf(text, problem)));

/** Without the marks that a string of a file has and a message has not. */
const plain = (text: string): string => text.replace(/\\(?=['"\\])/g, '').replace(/[\s\p{Cc}]+/gu, ' ');

/** Those of which the pattern finds a text in one part, and the law does not hold. */
const breaking = (
  part: 'message' | 'title',
  pattern: RegExp,
  holds: (found: string, advice: Advice) => boolean,
): Advice[] => {
  const matching = all.flatMap((advice) => {
    const found = pattern.exec(advice[part])?.[1];
    return found === undefined ? [] : [{ found, advice }];
  });
  expect(matching.length).toBeGreaterThan(20);
  return matching.filter(({ found, advice }) => !holds(found, advice)).map(({ advice }) => advice);
};

it('what the message asks about is what the fix writes', () => {
  expect(
    breaking(
      'message',
      /Did you mean `?([^`?]+)`?\?/,
      (found, { fixed, title }) => title.includes(found) && fixed.includes(found),
    ),
  ).toEqual([]);
});

it('what the title of the fix names is in the message, and in the text after it', () => {
  expect(
    breaking('title', /^(?:Change to|Write as|Complete to) (.+)$/, (found, { message, fixed }) => {
      const shown = plain(found).slice(0, 60);
      return plain(message).includes(shown) && plain(fixed).includes(shown);
    }),
  ).toEqual([]);
});

it('a setting is removed where the message says so', () => {
  expect(
    breaking('title', /^Remove ([\w.]+:?)$/, (_, { message }) =>
      /\bremove\b|\bleave it out\b/i.test(message),
    ),
  ).toEqual([]);
});
