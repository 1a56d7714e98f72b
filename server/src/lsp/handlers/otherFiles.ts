import { digest, type OtherFiles, otherFiles, type XlDocument } from '@xlcfg/shared';
import type { Session } from '../session.ts';

/** The files of the workspace but for that of the document, once they are known. */
export const filesBeside = async (
  document: XlDocument,
  { workspace }: Pick<Session, 'workspace'>,
): Promise<OtherFiles> => {
  const all = await workspace.ready();
  return otherFiles(all, workspace.placed(digest(document)).uri);
};
