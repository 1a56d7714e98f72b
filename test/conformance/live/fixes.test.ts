import { applyEdits, codeActions, fixAll } from '@xlcfg/shared';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { refusalOf, refusedBy } from '../agree.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { open } from '../judge.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

const fix = (text: string): string => applyEdits(text, fixAll(open(text)));

/** The text after each of the fixes that an editor offers first, one at a time. */
function preferred(text: string): string[] {
  const document = open(text);
  const range = { start: document.text.positionAt(0), end: document.text.positionAt(text.length) };
  return codeActions(document, range, { diagnostics: [] })
    .filter(({ isPreferred }) => isPreferred)
    .map(({ edit }) => TextDocument.applyEdits(document.text, edit?.changes?.[document.text.uri] ?? []));
}

const generatedFiles = (part: string, count: number): string[] => {
  const random = randomFor(part);
  return times(scaled(count), () => generateGuestFile(random));
};

test('a file that xl accepts is the same guest after all safe fixes', async () => {
  const compare: Comparison = async (texts) => {
    const before = await oracle().dryRun(texts.map(encode));
    const after = await oracle().dryRun(texts.map((text) => encode(fix(text))));
    return before.map(({ verdict, json }, at) => {
      const text = texts[at] ?? '';
      const found = verdict === 'accept' ? differ(text, json, after[at]?.json ?? null) : undefined;
      return found && { ...found, ours: `${JSON.stringify(fix(text))}: ${found.ours}` };
    });
  };
  const written = readFileCases().map(({ bytes }) => decode(bytes));
  const fixed = [...written, ...generatedFiles('safe fixes', 5_000)].filter((text) => fix(text) !== text);
  expect(fixed.length).toBeGreaterThan(0);
  await settleAll('files with safe fixes', fixed, compare);
});

test('a file that xl accepts is still one after any preferred fix', async () => {
  const compare: Comparison = async (texts) => {
    const before = await oracle().create(texts.map(encode));
    const after = texts.map(preferred);
    const answers = await oracle().create(after.flat().map(encode));
    let next = 0;
    return texts.map((text, at) => {
      const fixed = after[at] ?? [];
      const own = answers.slice(next, next + fixed.length);
      next += fixed.length;
      const [first] = before.slice(at, at + 1);
      if (!first || refusalOf(text, first) !== 'accepted') return undefined;
      const broken = own.findIndex((answer, index) => refusedBy(fixed[index] ?? '', answer) !== undefined);
      const answer = own[broken];
      return (
        answer && {
          input: JSON.stringify(text),
          xl: refusedBy(text, answer) ?? '',
          ours: JSON.stringify(fixed[broken]),
        }
      );
    });
  };
  const written = readFileCases().map(({ bytes }) => decode(bytes));
  const fixable = [...written, ...generatedFiles('preferred fixes', 3_000)].filter(
    (text) => preferred(text).length > 0,
  );
  expect(fixable.length).toBeGreaterThan(0);
  await settleAll('files with preferred fixes', fixable, compare);
});
