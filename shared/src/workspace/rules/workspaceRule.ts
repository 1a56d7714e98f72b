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
  factsAbout,
  guestNameOf,
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

/**
 * For each file of a list where in it the next file of another guest is; a file without a name is a guest. The workspace
 * gives a new list whenever a guest in it changes.
 */
const nextGuestsOf = memoizeByObject((workspace: Workspace) =>
  memoizeByObject((uris: readonly string[]): readonly number[] => {
    const names = uris.map((uri) => guestNameOf(workspace.file(uri)));
    const nextGuests = new Array<number>(uris.length);
    for (let at = uris.length - 1; at >= 0; at--) {
      const next = nextGuests[at + 1];
      const isSame = names[at] !== undefined && names[at] === names[at + 1];
      nextGuests[at] = next !== undefined && isSame ? next : at + 1;
    }
    return nextGuests;
  }),
);

/** So many files of one guest are passed one by one, as that is faster than finding out where each guest ends. */
const FEW_FILES = 100;

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
  const { kind, key } = fact;
  // One look at the kind spares one at each of the thousands of keys that a file may have.
  if (!workspace.sharesAny(kind) && workspace.file(file.uri) === file) return NONE;
  if (!workspace.isShared(kind, key, file.uri)) return NONE;
  const uris = workspace.filesWith(kind, key, { onlyWriters });
  const name = guestNameOf(file);
  const found: PlacedFact[] = [];
  for (let at = 0, skipped = 0; found.length < MAX_RELATED; ) {
    const uri = uris[at];
    if (uri === undefined) break;
    const other = workspace.file(uri);
    if (uri === file.uri || other === undefined || (name !== undefined && guestNameOf(other) === name)) {
      skipped += 1;
      at = (skipped > FEW_FILES ? nextGuestsOf(workspace)(uris)[at] : undefined) ?? at + 1;
      continue;
    }
    for (const placed of factsAbout(other, fact)) {
      if (sameSubject(fact, placed.fact) && (!onlyWriters || placed.fact.writable)) found.push(placed);
    }
    at++;
  }
  return found.slice(0, MAX_RELATED);
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
