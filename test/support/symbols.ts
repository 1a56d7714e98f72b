/** What definition, references and rename find for a `|` in the first of some files. */

import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { applyEdits } from '@xlcfg/shared/src/edits/mergeEdits.ts';
import { definition } from '@xlcfg/shared/src/features/definition.ts';
import { references } from '@xlcfg/shared/src/features/references.ts';
import { filesToRename, prepareRename, rename } from '@xlcfg/shared/src/features/rename.ts';
import { expect } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { open } from './documents.ts';
import { mark, withCursor } from './markers.ts';
import { otherFilesOfFirst } from './workspace.ts';

/** The first file has the cursor. */
export type Files = readonly [string, ...string[]];

const uriOf = (index: number): string => `file:///etc/xen/${'abcdef'[index]}.cfg`;

interface Opened {
  readonly docs: readonly [XlDocument, ...XlDocument[]];
  readonly position: { readonly line: number; readonly character: number };
}

function openAll([first, ...others]: Files): Opened {
  const { text, offset } = withCursor(first);
  const doc = open(text, {}, uriOf(0));
  const rest = others.map((other, index) => open(other, {}, uriOf(index + 1)));
  return { docs: [doc, ...rest], position: doc.text.positionAt(offset) };
}

const marked = (docs: readonly XlDocument[], places: readonly { uri: string; range: Range }[]): string[] =>
  docs.map(({ text }) => {
    const ranges = places.filter(({ uri }) => uri === text.uri).map(({ range }) => range);
    return mark(
      text.getText(),
      ranges.map(({ start, end }) => ({ start: text.offsetAt(start), end: text.offsetAt(end) })),
    );
  });

/** The files with their definitions marked. */
export function defined(files: Files): string[] {
  const { docs, position } = openAll(files);
  const links = definition(docs[0], position, otherFilesOfFirst(docs));
  for (const { targetRange, targetSelectionRange, targetUri } of links) {
    const { text } = docs.find((doc) => doc.text.uri === targetUri) ?? docs[0];
    expect(text.offsetAt(targetRange.start)).toBeLessThanOrEqual(text.offsetAt(targetSelectionRange.start));
    expect(text.offsetAt(targetRange.end)).toBeGreaterThanOrEqual(text.offsetAt(targetSelectionRange.end));
  }
  return marked(
    docs,
    links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
  );
}

/** The files with all references marked, the definitions among them or not. */
export function referred(files: Files, includeDeclaration: boolean): string[] {
  const { docs, position } = openAll(files);
  return marked(docs, references(docs[0], position, includeDeclaration, otherFilesOfFirst(docs)));
}

/** The text that a rename at the cursor is about, and its placeholder; null where nothing can be renamed. */
export function prepared(files: Files): { readonly on: string; readonly placeholder: string } | null {
  const { docs, position } = openAll(files);
  const place = prepareRename(docs[0], position);
  return place && { on: docs[0].text.getText(place.range), placeholder: place.placeholder };
}

/** The files after a rename, or the reason why there is none. */
export function renamed(files: Files, newName: string): string[] | string {
  const { docs, position } = openAll(files);
  const elsewhere = otherFilesOfFirst(docs);
  const uris = filesToRename(docs[0], position, elsewhere);
  const others = docs.filter(({ text }) => uris.includes(text.uri));
  const renaming = rename(docs[0], position, newName, others, elsewhere);
  if (renaming.kind === 'refused') return renaming.reason;
  return docs.map((doc) => {
    const file = renaming.files.find((one) => one.doc === doc);
    return applyEdits(doc.text.getText(), file?.edits ?? []);
  });
}
