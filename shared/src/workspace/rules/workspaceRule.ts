/** The definition of a rule across files. All of them are listed in index.ts. */

import { memoizeByObject } from '../../memoize.ts';
import type { Related } from '../../rules/problem.ts';
import type { Finding, RuleDescription } from '../../rules/rule.ts';
import { spanOf } from '../../span.ts';
import { fileName } from '../../text/fileName.ts';
import { quoted } from '../../text/sentences.ts';
import {
  type Fact,
  type FileFacts,
  factsOfKind,
  type PlacedFact,
  sameSubject,
  type Workspace,
} from '../facts.ts';

export interface WorkspaceContext {
  /** The file whose problems are searched. */
  readonly file: FileFacts;
  /** All files, with or without this one. */
  readonly workspace: Workspace;
  /** Whether the workspace has all files of its folders. */
  readonly complete: boolean;
}

/** A finding about a fact, which gives the span. */
export type WorkspaceFinding = Omit<Finding, 'span'> & { readonly fact: Fact };

/** Never an error: xl reads one file at a time, and accepts it. */
export interface WorkspaceRule extends RuleDescription {
  readonly check: (context: WorkspaceContext) => Iterable<WorkspaceFinding>;
}

const NONE: readonly PlacedFact[] = [];

/** More related positions are not worth listing. */
export const MAX_RELATED = 5;

/** The name of the guest that a file describes. */
export function guestNameOf(file: FileFacts | undefined): string | undefined {
  if (!file) return undefined;
  return factsOfKind(file, 'name')[0]?.key;
}

/** Places in one order, and for each of them where the next one of another guest is; a file without a name is one. */
interface FactRow {
  readonly places: readonly PlacedFact[];
  readonly nextGuest: readonly number[];
}

/** The workspace gives a new list of places whenever one of their files changes, so that a row can be kept by its list. */
const rowsOf = memoizeByObject((workspace: Workspace) =>
  memoizeByObject((places: readonly PlacedFact[]): FactRow => {
    const names = places.map(({ uri }) => {
      const name = guestNameOf(workspace.file(uri));
      return name === undefined ? `file ${uri}` : `guest ${name}`;
    });
    const nextGuest = new Array<number>(places.length);
    for (let at = places.length - 1; at >= 0; at--) {
      const next = nextGuest[at + 1];
      nextGuest[at] = next !== undefined && names[at] === names[at + 1] ? next : at + 1;
    }
    return { places, nextGuest };
  }),
);

/** The facts about disks that may be written to. */
const writersOf = memoizeByObject((places: readonly PlacedFact[]) =>
  places.filter(({ fact }) => fact.writable === true),
);

/**
 * The first few facts of other guests about the same subject. Guests of the same name are left out: xl does not run two of
 * them. The time does not grow with the number of files: every file may have the same CD image.
 *
 * @param onlyWriters leaves out those that do not write
 */
export function factsOfOtherGuests(
  { file, workspace }: WorkspaceContext,
  fact: Fact,
  { onlyWriters = false }: { readonly onlyWriters?: boolean } = {},
): readonly PlacedFact[] {
  if (!workspace.isShared(fact.kind, fact.key, file.uri)) return NONE;
  const all = workspace.find(fact.kind, fact.key);
  const { places, nextGuest } = rowsOf(workspace)(onlyWriters ? writersOf(all) : all);
  const name = guestNameOf(file);
  const found: PlacedFact[] = [];
  for (let at = 0; found.length < MAX_RELATED; ) {
    const other = places[at];
    if (!other) break;
    const isSameGuest =
      other.uri === file.uri || (name !== undefined && guestNameOf(workspace.file(other.uri)) === name);
    if (isSameGuest) {
      at = nextGuest[at] ?? at + 1;
      continue;
    }
    if (sameSubject(fact, other.fact)) found.push(other);
    at++;
  }
  return found;
}

/** The guest of another file, for a message: `"web2" (web2.cfg)`. */
export function describeGuestOf({ workspace }: WorkspaceContext, { uri }: PlacedFact): string {
  const name = guestNameOf(workspace.file(uri));
  return name === undefined ? `The guest of ${fileName(uri)}` : `${quoted(name)} (${fileName(uri)})`;
}

/** The locations of facts in other files. */
export const relatedFacts = (places: readonly PlacedFact[], message: string): readonly Related[] =>
  places.map(
    ({ uri, file, fact }): Related => ({
      span: spanOf(fact),
      message,
      location: { uri, range: file.rangeOf(fact) },
    }),
  );
