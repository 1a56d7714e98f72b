/** Snapshots never change, whatever happens to the live document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { createSnapshots } from '../../../server/src/lsp/snapshots.ts';
import { law } from '../../support/laws.ts';

const URI = 'file:///a.cfg';

const editing = (text: string) => {
  const { configuration, current } = createSnapshots();
  let live = configuration.create(URI, 'xlcfg', 1, text);
  return {
    snapshot: () => current(live),
    change: (...changes: TextDocumentContentChangeEvent[]) => {
      live = configuration.update(live, changes, live.version + 1);
    },
  };
};

/** The results of all methods of a document. */
const resultsOf = (text: TextDocument) => {
  const content = text.getText();
  const offsets = Array.from({ length: content.length + 2 }, (_, offset) => offset);
  return {
    content,
    version: text.version,
    lines: text.lineCount,
    positions: offsets.map((offset) => text.positionAt(offset)),
    back: offsets.map((offset) => text.offsetAt(text.positionAt(offset))),
    line: text.getText({ start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }),
    range: text.getLineRange(1),
    ends: text.getEOLCharacters(0),
  };
};

const piece = fc.string({ unit: fc.constantFrom('a', '=', '\n', '\r', 'ü', '𝄞'), maxLength: 6 });

describe('a snapshot', () => {
  it('is the same object until the next change', () => {
    const { snapshot, change } = editing('name = "a"\n');
    const first = snapshot();
    expect(snapshot()).toBe(first);
    change({ text: 'x', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
    expect(snapshot()).not.toBe(first);
    expect([first.getText(), snapshot().getText()]).toEqual(['name = "a"\n', 'xname = "a"\n']);
  });

  it('equals a new document with its text, before and after later changes', () => {
    const edits = fc.array(fc.record({ at: fc.nat(20), removed: fc.nat(4), text: piece }), { maxLength: 6 });
    law(fc.record({ text: piece, edits }), ({ text, edits: list }) => {
      const { snapshot, change } = editing(text);
      const versions = [snapshot()];
      for (const { at, removed, text: inserted } of list) {
        const before = snapshot();
        const range = { start: before.positionAt(at), end: before.positionAt(at + removed) };
        change({ range, text: inserted });
        versions.push(snapshot());
      }
      for (const version of [...versions, ...versions.reverse()]) {
        const fresh = TextDocument.create(URI, 'xlcfg', version.version, version.getText());
        expect(resultsOf(version)).toEqual(resultsOf(fresh));
      }
    });
  });
});
