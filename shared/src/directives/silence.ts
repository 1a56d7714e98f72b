/**
 * Comments that silence rules:
 *
 *     # xlcfg-disable-file CODE, CODE
 *     # xlcfg-disable-next-line CODE
 *     disk = [ ... ]  # xlcfg-disable-line CODE
 *
 * Without a code they silence every rule.
 */

import { lastStartingBy } from '../binarySearch.ts';
import type { Edit } from '../edits/edit.ts';
import { lineEndAt, lineStartAt } from '../lines.ts';
import { memoizeByObject } from '../memoize.ts';
import { compareSpans, type Span } from '../span.ts';
import type { Comment, ConfigFile } from '../syntax/index.ts';

const DIRECTIVE = /^#[ \t]*xlcfg-disable-(file|line|next-line)\b[ \t:]*([a-z0-9, \t-]*)/;

type Scope = 'file' | 'line' | 'next-line';

export interface Directive {
  readonly scope: Scope;
  /** None: every rule. */
  readonly codes: readonly string[];
  /** Offset of the file, in UTF-16 code units: where a further code goes. */
  readonly end: number;
}

const isScope = (text: string | undefined): text is Scope =>
  text === 'file' || text === 'line' || text === 'next-line';

/** What a comment silences; undefined for any other comment. */
export function directiveIn({ start, text }: Comment): Directive | undefined {
  const [whole = '', scope, names = ''] = DIRECTIVE.exec(text) ?? [];
  if (!isScope(scope)) return undefined;
  const codes = names.split(/[,\s]+/).filter((name) => name !== '');
  return { scope, codes, end: start + whole.replace(/(?<![,\s])[,\s]+$/, '').length };
}

/** Rule codes, or all of them. */
type Codes = readonly string[] | 'all';

/** The rules that comments silence between two offsets, both inclusive. Plain data. */
export interface Silence extends Span {
  readonly codes: Codes;
}

const union = (a: Codes, b: Codes): Codes =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...a, ...b])];

/** What the comments of a file silence: first for the whole file, then for lines in the order of the text. */
export const silencesOf = memoizeByObject(({ comments, text }: ConfigFile): readonly Silence[] => {
  let everywhere: Codes = [];
  const byStart = new Map<number, Silence>();
  for (const comment of comments) {
    const directive = directiveIn(comment);
    if (!directive) continue;
    const { scope, codes: listed } = directive;
    const codes: Codes = listed.length === 0 ? 'all' : listed;
    if (scope === 'file') everywhere = union(everywhere, codes);
    else {
      const line = lineOf(text, comment, scope);
      const known = byStart.get(line.start);
      byStart.set(line.start, { ...line, codes: union(known?.codes ?? [], codes) });
    }
  }
  return [{ start: 0, end: text.length, codes: everywhere }, ...[...byStart.values()].sort(compareSpans)];
});

const isNeverSilenced = (): boolean => false;

/** Tells whether a rule is silenced at an offset (UTF-16 code units). */
export function silencedBy(silences: readonly Silence[]): (code: string, offset: number) => boolean {
  if (silences.every(({ codes }) => codes.length === 0)) return isNeverSilenced;
  const codesOf = ({ codes }: Silence): ReadonlySet<string> | 'all' =>
    codes === 'all' ? 'all' : new Set(codes);
  const [whole, ...rest] = silences;
  const everywhere = whole ? codesOf(whole) : new Set<string>();
  const lines = rest.map((line) => ({ ...line, codes: codesOf(line) }));
  return (code, offset) => {
    if (everywhere === 'all' || everywhere.has(code)) return true;
    const codes = lineAt(lines, offset)?.codes;
    return codes === 'all' || (codes?.has(code) ?? false);
  };
}

/**
 * Whether edits would separate a silenced line from its comment, or move another line there: those that add or remove line
 * endings.
 */
export function movesSilencedLines(file: ConfigFile, edits: readonly Edit[]): boolean {
  const [, ...lines] = silencesOf(file);
  return edits.some(
    ({ start, end, newText }) =>
      (newText + file.text.slice(start, end)).includes('\n') &&
      // The line ending before a line belongs to the line of the comment.
      start <= (lastStartingBy(lines, end + 1)?.end ?? -1),
  );
}

function lineOf(text: string, comment: Comment, scope: Scope): Span {
  // A comment ends with its line.
  if (scope === 'line') return { start: lineStartAt(text, comment.start), end: comment.end };
  return { start: comment.end + 1, end: lineEndAt(text, comment.end + 1) };
}

function lineAt<L extends Span>(lines: readonly L[], offset: number): L | undefined {
  const line = lastStartingBy(lines, offset);
  return line && offset <= line.end ? line : undefined;
}
