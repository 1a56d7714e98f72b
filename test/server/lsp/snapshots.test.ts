/** Versions of a text: each stays as it was, whatever comes after it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { createSnapshots } from '../../../server/src/lsp/snapshots.ts';
import { law } from '../../support/laws.ts';

const URI = 'file:///a.cfg';

const editing = (text: string) => {
  const { configuration, current: newest } = createSnapshots();
  let live = configuration.create(URI, 'xlcfg', 1, text);
  return {
    now: () => newest(live),
    change: (...changes: TextDocumentContentChangeEvent[]) => {
      live = configuration.update(live, changes, live.version + 1);
    },
  };
};

/** All that is asked of a text. */
const said = (text: TextDocument) => {
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

describe('a version of a text', () => {
  it('is one object until the next change', () => {
    const { now, change } = editing('name = "a"\n');
    const first = now();
    expect(now()).toBe(first);
    change({ text: 'x', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
    expect(now()).not.toBe(first);
    expect([first.getText(), now().getText()]).toEqual(['name = "a"\n', 'xname = "a"\n']);
  });

  it('says what a text made at once says, before and after later changes', () => {
    const edits = fc.array(fc.record({ at: fc.nat(20), removed: fc.nat(4), text: piece }), { maxLength: 6 });
    law(fc.record({ text: piece, edits }), ({ text, edits: list }) => {
      const { now, change } = editing(text);
      const versions = [now()];
      for (const { at, removed, text: inserted } of list) {
        const before = now();
        const range = { start: before.positionAt(at), end: before.positionAt(at + removed) };
        change({ range, text: inserted });
        versions.push(now());
      }
      for (const version of [...versions, ...versions.reverse()]) {
        const fresh = TextDocument.create(URI, 'xlcfg', version.version, version.getText());
        expect(said(version)).toEqual(said(fresh));
      }
    });
  });
});
