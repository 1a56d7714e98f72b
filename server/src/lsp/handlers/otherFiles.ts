import { digest, type OtherFiles, otherFiles, type XlDocument } from '@xlcfg/shared';
import type { Session } from '../session.ts';

/** The files of the workspace but for that of the document, once they are known. */
export const otherFilesOf = async (
  document: XlDocument,
  { workspace }: Pick<Session, 'workspace'>,
): Promise<OtherFiles> => {
  const all = await workspace.scanned();
  return otherFiles(all, workspace.withWorkspaceUri(digest(document)).uri);
};
