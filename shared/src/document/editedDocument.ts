/** A document as it would be. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../edits/edit.ts';
import { applyEdits } from '../edits/mergeEdits.ts';
import type { XlDocument } from './document.ts';
import { openDocument } from './openDocument.ts';

/** The document after edits that do not overlap, under the same settings and as the same kind of file. */
export function editedDocument(
  { text, encoding, settings, kind }: XlDocument,
  edits: readonly Edit[],
): XlDocument {
  const { uri, languageId, version } = text;
  const edited = TextDocument.create(uri, languageId, version, applyEdits(text.getText(), edits));
  return openDocument(edited, settings, kind.name, { encoding });
}
