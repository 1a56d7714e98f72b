import { ruleActions } from '@xlcfg/shared/src/features/ruleActions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { open, URI } from '../../support/documents.ts';
import { configText, law } from '../../support/laws.ts';
import { withCursor } from '../../support/markers.ts';

/** What the actions at the cursor `|` make of the text, by title. */
const resultsAt = (source: string): Record<string, string> => {
  const { text, offset } = withCursor(source);
  const doc = open(text);
  const position = doc.text.positionAt(offset);
  return Object.fromEntries(
    ruleActions(doc, { start: position, end: position }).map(({ title, edit }) => [
      title,
      TextDocument.applyEdits(doc.text, [...(edit?.changes?.[URI] ?? [])]),
    ]),
  );
};

const LINE = 'Disable unknown-option for this line';
const FILE = 'Disable unknown-option for this file';
const HEAD = 'name = "a"\n';

describe('a rule is disabled for its line', () => {
  it.each([
    ['by a comment after the setting', 'vpc|us = 1\n', 'vpcus = 1  # xlcfg-disable-line unknown-option\n'],
    ['after trailing spaces', 'vpc|us = 1 \n', 'vpcus = 1  # xlcfg-disable-line unknown-option\n'],
    ['at the end of the file', 'vpc|us = 1', 'vpcus = 1  # xlcfg-disable-line unknown-option\n'],
    [
      'by a comment on the line before, if there is one after it',
      '  vpc|us = 1 # why\n',
      '  # xlcfg-disable-next-line unknown-option\n  vpcus = 1 # why\n',
    ],
    [
      'in a comment that disables other rules',
      'vpc|us = 1 # xlcfg-disable-line some-rule\n',
      'vpcus = 1 # xlcfg-disable-line some-rule, unknown-option\n',
    ],
    [
      'in a comment on the line before that disables other rules',
      '# xlcfg-disable-next-line some-rule\nvpc|us = 1 # why\n',
      '# xlcfg-disable-next-line some-rule, unknown-option\nvpcus = 1 # why\n',
    ],
  ])('%s', (_, source, expected) => {
    expect(resultsAt(HEAD + source)[LINE]).toBe(HEAD + expected);
  });
});

describe('a rule is disabled for its file', () => {
  it.each([
    ['at the top', `${HEAD}vpc|us = 1\n`, `# xlcfg-disable-file unknown-option\n${HEAD}vpcus = 1\n`],
    [
      'in a comment that disables other rules',
      `${HEAD}# xlcfg-disable-file some-rule\nvpc|us = 1\n`,
      `${HEAD}# xlcfg-disable-file some-rule, unknown-option\nvpcus = 1\n`,
    ],
  ])('%s', (_, source, expected) => {
    expect(resultsAt(source)[FILE]).toBe(expected);
  });
});

it('further actions about the rule follow, with its problems', () => {
  const doc = open(`${HEAD}vpcus = 1\n`);
  const at = { line: 1, character: 2 };
  const actions = ruleActions(
    doc,
    { start: at, end: at },
    {
      furtherActions: (code) => [{ title: `About ${code}` }],
    },
  );
  expect(actions.map(({ title }) => title)).toEqual([LINE, FILE, 'About unknown-option']);
  for (const { kind, diagnostics } of actions) {
    expect([kind, diagnostics?.map(({ code }) => code)]).toEqual(['quickfix', ['unknown-option']]);
  }
});

it('nothing is offered for a selection with problems of many rules, nor without a problem', () => {
  const all = open(
    `${HEAD}vpcus = 1\nBad = 1\nvcpus = "x"\ndisk = [ 'tap:aio:/a,xvda,w', 'a', 'b,c,d' ]\nvif = [ 'x=y' ]\nmemory = [`,
  );
  const range = { start: { line: 0, character: 0 }, end: all.text.positionAt(all.text.getText().length) };
  expect(new Set(all.problems.map(({ code }) => code)).size).toBeGreaterThan(5);
  expect(ruleActions(all, range)).toEqual([]);
  const at = { line: 0, character: 2 };
  expect(
    ruleActions(open(`${HEAD}type = "pv"\nkernel = "/k"\nmemory = 512\n`), { start: at, end: at }),
  ).toEqual([]);
});

it('what is disabled is no longer reported, whatever the text', () => {
  law(fc.tuple(configText, fc.nat()), ([text, index]) => {
    // Without a line ending, xl ignores the last character of a file, but not if a comment follows it.
    const doc = open(`${text}\n`);
    const problem = doc.problems[index % Math.max(doc.problems.length, 1)];
    if (!problem) return;
    const position = doc.text.positionAt(problem.span.start);
    for (const { title, edit } of ruleActions(doc, { start: position, end: position })) {
      const [, code, scope] = /^Disable (\S+) for this (\S+)$/.exec(title) ?? [];
      const after = open(TextDocument.applyEdits(doc.text, [...(edit?.changes?.[URI] ?? [])]));
      const count = ({ problems }: typeof doc): number => problems.filter((one) => one.code === code).length;
      if (scope === 'file') expect(count(after)).toBe(0);
      else expect(count(after)).toBeLessThan(count(doc));
    }
  });
});
