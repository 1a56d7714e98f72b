/**
 * Comments that silence rules:
 *
 *     # xlcfg-disable-file CODE, CODE
 *     # xlcfg-disable-next-line CODE
 *     disk = [ ... ]  # xlcfg-disable-line CODE
 *
 * Without a code they silence every rule.
 */
import type { Comment, ConfigFile } from '../syntax/index.ts';

const DIRECTIVE = /^#[ \t]*xlcfg-disable-(file|line|next-line)\b[ \t:]*([a-z0-9, \t-]*)/;

/** Rule codes, or all of them. */
type Codes = ReadonlySet<string> | 'all';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly codes: Codes;
}

const union = (a: Codes, b: Codes): Codes => (a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]));

const includes = (codes: Codes, code: string): boolean => codes === 'all' || codes.has(code);

/** Tells whether a rule is silenced at an offset (UTF-16 code units). */
export function silencedBy(file: ConfigFile): (code: string, offset: number) => boolean {
  let everywhere: Codes = new Set<string>();
  const byStart = new Map<number, Line>();
  for (const comment of file.comments) {
    const [, scope, names = ''] = DIRECTIVE.exec(comment.text) ?? [];
    if (!scope) continue;
    const listed = names.split(/[,\s]+/).filter((name) => name !== '');
    const codes: Codes = listed.length === 0 ? 'all' : new Set(listed);
    if (scope === 'file') everywhere = union(everywhere, codes);
    else {
      const line = lineOf(file.text, comment, scope);
      const known = byStart.get(line.start);
      byStart.set(line.start, { ...line, codes: known ? union(known.codes, codes) : codes });
    }
  }
  const lines = [...byStart.values()].sort((a, b) => a.start - b.start);
  return (code, offset) => {
    if (includes(everywhere, code)) return true;
    const line = lineAt(lines, offset);
    return line !== undefined && includes(line.codes, code);
  };
}

function lineOf(text: string, comment: Comment, scope: string): { start: number; end: number } {
  // A comment goes up to the end of its line.
  const endOf = (from: number): number => {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  };
  if (scope === 'line') return { start: text.lastIndexOf('\n', comment.start) + 1, end: comment.end };
  return { start: comment.end + 1, end: endOf(comment.end + 1) };
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = lines[low - 1];
  return line && offset <= line.end ? line : undefined;
}
