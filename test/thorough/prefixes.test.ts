import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import {
  applyEdits,
  codeActions,
  completion,
  DEFAULT_SETTINGS,
  FIX_ALL_KIND,
  fixAll,
  hover,
  openDocument,
  resolveCompletion,
  toDiagnostics,
} from '../../shared/src/index.ts';
import { readFileCases } from '../conformance/cases.ts';

/**
 * A file that is being typed: each of its beginnings goes through every feature, with the cursor at its end. Nothing
 * may throw, and every range has to lie in the text.
 */
const inBounds = (text: TextDocument, { start, end }: Range): boolean => {
  const from = text.offsetAt(start);
  const to = text.offsetAt(end);
  const exact = (position: Range['start'], offset: number): boolean => {
    const back = text.positionAt(offset);
    return back.line === position.line && back.character === position.character;
  };
  return from <= to && exact(start, from) && exact(end, to);
};

const rangesOf = (diagnostics: readonly Diagnostic[]): Range[] =>
  diagnostics.flatMap(({ range, relatedInformation = [] }) => [
    range,
    ...relatedInformation.map(({ location }) => location.range),
  ]);

function rangesOfAllFeatures(text: TextDocument): Range[] {
  const doc = openDocument(text, DEFAULT_SETTINGS);
  const end = text.positionAt(text.getText().length);
  const here = { start: end, end };
  const items = completion(doc, end);
  const first = items[0];
  if (first) resolveCompletion(first);
  const actions = [
    ...codeActions(doc, { start: text.positionAt(0), end }, { diagnostics: [] }),
    ...codeActions(doc, here, { diagnostics: [], only: [FIX_ALL_KIND] }),
  ];
  applyEdits(text.getText(), fixAll(doc));
  return [
    ...rangesOf(toDiagnostics(doc)),
    ...(hover(doc, end)?.range ? [hover(doc, end)?.range ?? here] : []),
    ...items.flatMap(({ textEdit }) => (textEdit && 'range' in textEdit ? textEdit.range : [])),
    ...actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat()).map(({ range }) => range),
  ];
}

describe('every beginning of every file', () => {
  test.each(readFileCases().map(({ name, bytes }) => [name, bytes.toString('utf8')]))('%s', (name, whole) => {
    // A file that is thousands of levels deep says nothing new with each of them.
    const step = whole.length > 5000 ? 97 : 1;
    for (let length = 0; length <= whole.length; length += step) {
      const text = TextDocument.create(`file:///${name}`, 'xlcfg', 1, whole.slice(0, length));
      const outside = rangesOfAllFeatures(text).filter((range) => !inBounds(text, range));
      expect(outside, whole.slice(0, length)).toEqual([]);
    }
  });
});
