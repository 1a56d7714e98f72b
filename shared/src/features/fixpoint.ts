/** Changes that uncover others: again and again, until there is nothing left to do. */
import type { XlDocument } from '../document/document.ts';
import { editedDocument } from '../document/editedDocument.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import type { Edit } from '../edits/edit.ts';
import { compareSpans } from '../span.ts';

/** What changes a document; nothing where there is nothing to change. The edits do not overlap. */
export type Pass = (doc: XlDocument) => Edit[];

/** A change that undoes another would go on for ever. */
const MAX_PASSES = 10;

/**
 * The edits of the document that the passes come to, in the order of the text. A pass goes on only where those before
 * it have nothing left to do.
 */
export function fixpointEdits(doc: XlDocument, passes: readonly Pass[]): Edit[] {
  const steps: Edit[][] = [];
  let current = doc;
  while (steps.length < MAX_PASSES) {
    const edits = nextEdits(current, passes);
    if (edits.length === 0) break;
    steps.push(edits);
    current = editedDocument(current, edits);
  }
  return composeEdits(doc.file.text.length, steps);
}

function nextEdits(doc: XlDocument, passes: readonly Pass[]): Edit[] {
  for (const pass of passes) {
    const edits = pass(doc);
    if (edits.length > 0) return [...edits].sort(compareSpans);
  }
  return [];
}
