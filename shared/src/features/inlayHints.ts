/** Inlay hints: the names of fields, what numbers mean, what xl chooses. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { memoizeByObject } from '../memoize.ts';
import type { InlayHintSettings } from '../settings.ts';
import { defaultHints } from './inlayHints/defaults.ts';
import { fieldNameHints } from './inlayHints/fieldNames.ts';
import type { Hint } from './inlayHints/hint.ts';
import { numberHints } from './inlayHints/numbers.ts';

/** In the order in which they are shown at one offset. */
const SOURCES: Readonly<Record<keyof InlayHintSettings, (doc: XlDocument) => readonly Hint[]>> = {
  fieldNames: fieldNameHints,
  numbers: numberHints,
  defaults: defaultHints,
};

/** All hints of a document, in the order of the text. Computed once for a document. */
const hintsOf = memoizeByObject((doc: XlDocument): readonly Hint[] =>
  Object.entries(SOURCES)
    .flatMap(([name, find]) => (doc.settings.inlayHints[name as keyof InlayHintSettings] ? find(doc) : []))
    .sort((a, b) => a.at - b.at),
);

/** The hints within the range, both of its ends included, of the kinds that the settings ask for, in order. */
export function inlayHints(doc: XlDocument, range: Range): InlayHint[] {
  const from = doc.text.offsetAt(range.start);
  const to = doc.text.offsetAt(range.end);
  return hintsOf(doc)
    .filter(({ at }) => from <= at && at <= to)
    .map(({ at, kind, label, tooltip }) => ({
      position: doc.text.positionAt(at),
      label,
      tooltip: { kind: 'markdown', value: tooltip },
      ...(kind === 'name' ? { kind: InlayHintKind.Parameter, paddingRight: true } : { paddingLeft: true }),
    }));
}
