/** Where values come from that the schema does not have: the document, the other files, chance. */

import { firstSorted } from '../../binarySearch.ts';
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

/** As many keys of other files are looked at more closely: nobody wants to see more of them. */
const MOST_OF_OTHERS = 200;

type CountedKey = readonly [key: string, files: number];

const compareKeys = ([a, files]: CountedKey, [b, more]: CountedKey): number =>
  more - files || (a < b ? -1 : 1);

/**
 * The keys of the facts of a kind: first those of the document itself, then those of other files, of most files first.
 *
 * @param prefix of the keys that are wanted
 */
export function knownKeys(
  { doc, offset, workspace }: KnownSource,
  kind: FactKind,
  prefix = '',
): readonly string[] {
  if (!workspace) return [];
  const { uri } = doc.text;
  const file = workspace.file(uri);
  const facts = file ? factsOfKind(file, kind) : [];
  const own = facts.filter((fact) => fact.key.startsWith(prefix) && !touches(fact, offset));
  const inFile = new Set(facts.map(({ key }) => key));
  const others = firstSorted(keysOfOthers(), MOST_OF_OTHERS, compareKeys);
  return [...new Set([...own.map(({ key }) => key), ...others.map(([key]) => key)])];

  function* keysOfOthers(): Generator<CountedKey> {
    for (const counted of workspace?.keys(kind) ?? []) {
      const [key, files] = counted;
      if (key.startsWith(prefix) && files > (inFile.has(key) ? 1 : 0)) yield counted;
    }
  }
}
