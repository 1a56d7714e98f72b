import { digest, type OtherFiles, otherFiles, type XlDocument } from '@xlcfg/shared';
import type { Session } from '../session.ts';

/** All files of the workspace except the document's own. Waits for a running scan. */
export const otherFilesOf = async (
  document: XlDocument,
  { workspace }: Pick<Session, 'workspace'>,
): Promise<OtherFiles> => {
  const all = await workspace.scanned();
  return otherFiles(all, workspace.withWorkspaceUri(digest(document)).uri);
};
