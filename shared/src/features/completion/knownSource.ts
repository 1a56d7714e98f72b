/** Where values come from that the schema does not have: the document, the other files, chance. */
import type { XlDocument } from '../../document/document.ts';
import type { OfferedValue } from '../../languages/language.ts';
import { OLDEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import { touches } from '../../span.ts';
import { type FactKind, factsOfKind, type Workspace } from '../../workspace/facts.ts';
import type { CompletionTools } from './tools.ts';

export interface KnownSource {
  readonly doc: XlDocument;
  /** The cursor: what is being typed there is not known yet. In UTF-16 code units. */
  readonly offset: number;
  readonly random: CompletionTools['random'];
  readonly workspace: Workspace | undefined;
  readonly folderContents: NonNullable<CompletionTools['folderContents']>;
}

/** A value that is not of the schema, and so of every version. */
export const known = (name: string, note: string): OfferedValue => ({
  name,
  note,
  since: OLDEST_XEN_VERSION,
});

/** The keys of the facts of a kind: first those of the document itself, then those of other files, of most files first. */
export function knownKeys({ doc, offset, workspace }: KnownSource, kind: FactKind): readonly string[] {
  if (!workspace) return [];
  const { uri } = doc.text;
  const file = workspace.file(uri);
  const own = file ? factsOfKind(file, kind).filter((fact) => !touches(fact, offset)) : [];
  const others = [...workspace.keys(kind)]
    .filter(([key]) => workspace.isShared(kind, key, uri))
    .sort(([a, files], [b, more]) => more - files || (a < b ? -1 : 1));
  return [...new Set([...own.map(({ key }) => key), ...others.map(([key]) => key)])];
}
