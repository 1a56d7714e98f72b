/** Creates workspaces from documents. */
import type { XlDocument } from '@xlcfg/shared/src/document/document.ts';
import { type OtherFiles, otherFiles } from '@xlcfg/shared/src/features/occurrences/crossFile.ts';
import { digest } from '@xlcfg/shared/src/workspace/digest.ts';
import type { Workspace } from '@xlcfg/shared/src/workspace/facts.ts';
import { createIndex } from '@xlcfg/shared/src/workspace/fileIndex.ts';

/** The workspace with exactly these documents. */
export function workspaceOf(docs: readonly XlDocument[]): Workspace {
  const index = createIndex();
  for (const doc of docs) index.set(digest(doc));
  return index;
}

/** All documents except the first, as the features of the first one see them. */
export const otherFilesOfFirst = (docs: readonly [XlDocument, ...XlDocument[]]): OtherFiles =>
  otherFiles(workspaceOf(docs), docs[0].text.uri);
