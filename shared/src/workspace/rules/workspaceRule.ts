/** What a rule across files is. One file a rule, or a few of one shape; all are listed in index.ts. */
import type { Related } from '../../rules/problem.ts';
import type { Finding, Rule } from '../../rules/rule.ts';
import { quoted } from '../../rules/text.ts';
import {
  areAboutOne,
  type Fact,
  type FactKind,
  type FileFacts,
  type PlacedFact,
  type Workspace,
} from '../facts.ts';

export interface WorkspaceContext {
  /** The file that is judged. */
  readonly file: FileFacts;
  /** All files, this one among them or not. */
  readonly workspace: Workspace;
  /** Whether the workspace has every file that a person would look into. */
  readonly complete: boolean;
}

/** What a rule finds of a fact, which is its place. */
export type WorkspaceFinding = Omit<Finding, 'span'> & { readonly fact: Fact };

/** Never an error: xl reads one file at a time, and takes it. */
export type WorkspaceRule = Pick<Rule, 'code' | 'severity' | 'summary' | 'details'> & {
  readonly check: (context: WorkspaceContext) => Iterable<WorkspaceFinding>;
};

/** More places than these tell a person nothing. */
const MAX_RELATED = 5;

const names = new WeakMap<FileFacts, { readonly name: string | undefined }>();

/** The name of the guest that a file describes. */
export function nameOf(file: FileFacts | undefined): string | undefined {
  if (!file) return undefined;
  const known = names.get(file) ?? { name: file.facts.find(({ kind }) => kind === 'name')?.key };
  names.set(file, known);
  return known.name;
}

/**
 * The facts of other guests about what a fact is about, the first few. Guests of one name are left out: xl does not
 * run two of them.
 */
export function elsewhere(
  { file, workspace }: WorkspaceContext,
  fact: Fact,
  fits: (other: Fact) => boolean = () => true,
): PlacedFact[] {
  const name = nameOf(file);
  const found: PlacedFact[] = [];
  for (const other of workspace.find(fact.kind, fact.key)) {
    if (other.uri === file.uri || !areAboutOne(fact, other.fact) || !fits(other.fact)) continue;
    if (name !== undefined && nameOf(workspace.file(other.uri)) === name) continue;
    found.push(other);
    if (found.length === MAX_RELATED) break;
  }
  return found;
}

export const factsOfKind = ({ facts }: FileFacts, kind: FactKind): Fact[] =>
  facts.filter((fact) => fact.kind === kind);

/** The last part of the path of a file, as a person knows it. */
export function fileName(uri: string): string {
  const name = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The guest of another file, for a sentence: `"web2" (web2.cfg)`. */
export function guestOf({ workspace }: WorkspaceContext, { uri }: PlacedFact): string {
  const name = nameOf(workspace.file(uri));
  return name === undefined ? `The guest of ${fileName(uri)}` : `${quoted(name)} (${fileName(uri)})`;
}

/** The places of facts in other files. */
export const relatedPlaces = (places: readonly PlacedFact[], message: string): readonly Related[] =>
  places.map(({ uri, fact: { start, end, range } }) => ({
    span: { start, end },
    message,
    elsewhere: { uri, range },
  }));
