/** A whole file in today's syntax. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../rules/problem.ts';
import type { XlDocument } from '../document.ts';
import { applyEdits } from '../edits.ts';
import { fixAll } from '../fixAll.ts';
import { openDocument } from '../open.ts';
import { commandLineEdits } from './commandLine.ts';
import { composeEdits } from './compose.ts';

/** Fixes can uncover others, or stand in each other's way the first time. */
const MAX_PASSES = 10;

/** What a pass does: the fixes first, and what is no problem when they have nothing left to do. */
const PASSES: readonly ((doc: XlDocument) => Edit[])[] = [fixAll, commandLineEdits];

/**
 * The edits that bring a file to today's syntax, in the order of the text: all fixes that change nothing for xl, again
 * and again until there are none, and the refactorings that replace an old way to say something, `root` and `extra`.
 * xl makes the same of the file before and after; what has no equal today stays, and its problem with it.
 */
export function modernized(doc: XlDocument): Edit[] {
  const steps: Edit[][] = [];
  let current = doc;
  while (steps.length < MAX_PASSES) {
    const edits = nextEdits(current);
    if (edits.length === 0) break;
    steps.push(edits);
    const { uri, languageId, version } = current.text;
    const text = applyEdits(current.file.text, edits);
    current = openDocument(TextDocument.create(uri, languageId, version, text), doc.settings, doc.kind.name);
  }
  return composeEdits(doc.file.text.length, steps);
}

function nextEdits(doc: XlDocument): Edit[] {
  for (const pass of PASSES) {
    const edits = pass(doc);
    if (edits.length > 0) return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }
  return [];
}
