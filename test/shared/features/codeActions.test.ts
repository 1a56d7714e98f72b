/** What an editor offers at a place: `|` is the cursor, «» a selection. */

import {
  CODE_ACTION_KINDS,
  codeActions,
  FIX_ALL_KIND,
  MODERNIZE_KIND,
} from '@xlcfg/shared/src/features/codeActions.ts';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { open, URI } from '../../support/documents.ts';
import { marked, withCursor } from '../../support/markers.ts';

function actionsAt(source: string, only?: string[], docsUrl?: string) {
  const cursor = source.includes('«') ? undefined : withCursor(source);
  const { text, spans } = cursor ? { text: cursor.text, spans: [] } : marked(source);
  const { start, end } = spans[0] ?? { start: cursor?.offset ?? 0, end: cursor?.offset ?? 0 };
  const document = open(text);
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(end) };
  return codeActions(
    document,
    range,
    { diagnostics: [], ...(only ? { only } : {}) },
    docsUrl === undefined ? {} : { docsUrl },
  ).map((action) => ({
    action,
    result: apply(document.text, action),
  }));
}

const apply = (document: TextDocument, { edit }: CodeAction): string =>
  TextDocument.applyEdits(document, [...(edit?.changes?.[URI] ?? [])]);

const results = (source: string, only?: string[]): string[] =>
  actionsAt(source, only).map(({ result }) => result);

describe('quick fixes', () => {
  it.each([
    ['disk| = [\n  "/a,raw,xvda,w"\n]\ndisk = []\n', 'Remove this disk setting', true],
    [
      'disk| = [\n  "/a,raw,xvda,w" # why\n]\ndisk = []\n',
      'Remove this disk setting and its comments',
      undefined,
    ],
    ['disk| = [ "/a#,raw,xvda,w" ] # why\ndisk = []\n', 'Remove this disk setting', true],
  ])('a list that goes takes the comments in it along: %j', (source, title, preferred) => {
    const removals = actionsAt(source, ['quickfix']).filter(({ action }) =>
      /^Remove this/.test(action.title),
    );
    expect(removals.map(({ action }) => [action.title, action.isPreferred])).toEqual([[title, preferred]]);
  });

  it.each<[source: string, ...results: string[]]>([
    // Anywhere on the finding, its ends included.
    ['|memroy = 1\n', 'memory = 1\n'],
    ['mem|roy = 1\n', 'memory = 1\n'],
    ['memroy| = 1\n', 'memory = 1\n'],
    ['memroy =| 1\n'],
    ['memory = 1\n|'],
    ['name = "a"\ntype =| hvm\n'],
    ['name = "a"\ntype = h|vm\n', 'name = "a"\ntype = "hvm"\n'],
    // For all findings of a selection, in the order of the text.
    [
      '«memroy = 1\nkernl» = "/k"\n',
      'memory = 1\nkernl = "/k"\n',
      'memroy = 1\nkernel = "/k"\n',
      'memory = 1\nkernel = "/k"\n',
    ],
    // Two findings that one fix cures.
    ["disk = [ «'file:/a.iso,hdc:cdrom,r'» ]\n", "disk = [ '/a.iso,raw,hdc,ro,cdrom' ]\n"],
  ])('%j', (source, ...expected) => {
    // Without a name there is a fix for that at the beginning of the file.
    const withName = (text: string): string => `\n\n${text}`;
    expect(results(withName(source), ['quickfix'])).toEqual(expected.map(withName));
  });

  it('say what they cure, and which is the preferred one', () => {
    const [first] = actionsAt('name = "a"\ntype = "hvm"\nmem|roy = 1\n');
    expect(first?.action).toMatchObject({ title: 'Change to memory', kind: 'quickfix', isPreferred: true });
    expect(first?.action.diagnostics?.map(({ code }) => code)).toEqual(['unknown-option']);
  });

  it('that are guesses are not preferred', () => {
    const [first] = actionsAt("\ndisk = [ '/a.|qcow2,raw,xvda,rw' ]\n");
    expect(first?.action.title).toMatch(/^Change to /);
    expect(first?.action).not.toHaveProperty('isPreferred');
  });

  it('name both problems that they cure', () => {
    const [only] = actionsAt("name = 'a'\ntype = 'hvm'\ndisk = [ «'file:/a.iso,hdc:cdrom,w'» ]\n", [
      'quickfix',
    ]);
    expect(only?.action.diagnostics?.map(({ code }) => code)).toEqual([
      'disk-deprecated-prefix',
      'disk-writable-cdrom',
    ]);
  });

  it('carry the link to the pages with the diagnostic', () => {
    const [first] = actionsAt('\nmem|roy = 1\n', undefined, 'https://example.org');
    expect(first?.action.diagnostics?.[0]?.codeDescription?.href).toBe(
      'https://example.org/rules.md#unknown-option',
    );
  });
});

describe('fix all of one kind in the file', () => {
  it('is offered at one of several', () => {
    const [, all] = actionsAt('\n\nmem|roy = 1\nkernl = "/k"\nvga = x\n');
    expect(all?.action).toMatchObject({
      kind: 'quickfix',
      title: expect.stringMatching(/^Fix all [a-z-]+ problems$/),
    });
    expect(all?.action).not.toHaveProperty('isPreferred');
    expect(all?.result).toBe('\n\nmemory = 1\nkernel = "/k"\nvga = x\n');
  });

  it.each([
    ['there is one only', '\n\nmem|roy = 1\n'],
    ['the others have no fix', '\n\nmem|roy = 1\nfoobarbaz = 1\n'],
  ])('is not offered where %s', (_what, source) => expect(results(source)).toHaveLength(1));
});

describe('fix everything that keeps the meaning', () => {
  const OLD = "na|me = 'a'\nbuilder = 'hvm'\nmemory = 1\nmemroy = 1\ndisk = [ 'phy:/x,xvda,w' ]\n";
  const NEW = "name = 'a'\ntype = 'hvm'\nmemory = 1\nmemroy = 1\ndisk = [ '/x,raw,xvda,rw' ]\n";

  it.each<readonly [only: string[] | undefined, results: readonly string[]]>([
    [undefined, []],
    [['source.fixAll.xlcfg'], [NEW]],
    [['source.fixAll'], [NEW]],
    [['source'], [NEW, NEW]],
    [['quickfix', 'source.fixAll.xlcfg'], [NEW]],
    [['quickfix'], []],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports'], []],
    [['source.fix'], []],
    [['refactor'], []],
    [[], []],
  ])('asked for %j', (only, expected) => expect(results(OLD, only)).toEqual(expected));

  it('is nothing where there is nothing to do', () => {
    expect(actionsAt("na|me = 'a'\n", [FIX_ALL_KIND])).toEqual([]);
  });

  it('is of the kind that editors run on save', () => {
    const [action] = actionsAt(OLD, ['source.fixAll']);
    expect(action?.action.kind).toBe('source.fixAll.xlcfg');
  });
});

describe("today's syntax", () => {
  const OLD = 'name = "a"\nroot = "/dev/x|vda1"\nbuilder = "hvm"\n';
  const NEW = 'name = "a"\ncmdline = "root=/dev/xvda1"\ntype = "hvm"\n';

  it.each<readonly [only: string[]]>([[['source.modernize.xlcfg']], [['source.modernize']]])(
    'asked for %j, wherever the cursor is',
    (only) => {
      const [action, ...more] = actionsAt(OLD, only);
      expect(more).toEqual([]);
      expect(action?.action.kind).toBe('source.modernize.xlcfg');
      expect(action?.result).toBe(NEW);
    },
  );

  it('is a refactoring where something old is', () => {
    const of = (source: string) =>
      actionsAt(source)
        .filter(({ action }) => action.title === 'Modernize file')
        .map(({ action }) => action.kind);
    expect(of('name = "a"\nbuil|der = "hvm"\n')).toEqual(['refactor.rewrite']);
    expect(of('na|me = "a"\nbuilder = "hvm"\n')).toEqual([]);
  });

  it('is nothing where there is nothing to do', () => {
    expect(actionsAt(NEW.replace('name', 'na|me'), [MODERNIZE_KIND])).toEqual([]);
  });
});

it('every kind is announced', () => {
  const source = "name = 'a'\nbuil|der = 'hvm'\nroot = '/x'\n";
  const kinds = [undefined, ['source']].flatMap((only) =>
    actionsAt(source, only).flatMap(({ action }) => action.kind ?? []),
  );
  expect(new Set(kinds)).toEqual(new Set(CODE_ACTION_KINDS));
});

describe('only quick fixes', () => {
  it.each<readonly [only: string[] | undefined, count: number]>([
    [undefined, 1],
    [['quickfix'], 1],
    [['quickfix.more'], 0],
    [['source'], 0],
  ])('asked for %j: %i', (only, count) => expect(results('\nmem|roy = 1\n', only)).toHaveLength(count));
});
