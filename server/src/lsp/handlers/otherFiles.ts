import { digest, type OtherFiles, otherFiles, type XlDocument } from '@xlcfg/shared';
import type { Session } from '../session.ts';

/** The files of the workspace that are known so far, except the document's own. */
export const otherFilesOf = async (
  document: XlDocument,
  { workspace }: Pick<Session, 'workspace'>,
): Promise<OtherFiles> => {
  const all = await workspace.openFilesSettled();
  return otherFiles(all, workspace.withWorkspaceUri(digest(document)).uri);
};
