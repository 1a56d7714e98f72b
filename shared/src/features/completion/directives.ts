/** Comments that silence rules: `# xlcfg-disable-line CODE, CODE`. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { ALL_RULES } from '../../allRules.ts';
import type { XlDocument } from '../../document/document.ts';
import { editedDocument } from '../../document/editedDocument.ts';
import { lineEndAt, lineStartAt } from '../../lines.ts';
import { type Span, span } from '../../span.ts';
import type { InComment } from './context.ts';
import { itemOf, ordinal } from './items.ts';
import type { CompletionTools } from './tools.ts';

const DIRECTIVES: Readonly<Record<string, string>> = {
  'xlcfg-disable-line': 'silences rules on this line',
  'xlcfg-disable-next-line': 'silences rules on the next line',
  'xlcfg-disable-file': 'silences rules in this file',
};

const DIRECTIVE = /^#[ \t]*(xlcfg-[a-z-]*)$/;
const CODES =
  /^#[ \t]*xlcfg-disable-(line|next-line|file)[ \t:]+((?:[a-z0-9-]+[ \t]*(?:,[ \t]*|[ \t]))*)([a-z0-9-]*)$/;

/** The directives, or the codes of rules after one. None in any other comment. */
export function directiveItems(
  doc: XlDocument,
  { comment }: InComment,
  offset: number,
  { suggestCommand }: CompletionTools,
): CompletionItem[] {
  const typed = doc.file.text.slice(comment.start, offset);
  const rest = /^[a-z0-9-]*/.exec(doc.file.text.slice(offset, comment.end))?.[0] ?? '';
  const [, begun] = DIRECTIVE.exec(typed) ?? [];
  if (begun !== undefined) {
    const replaced = span(offset - begun.length, offset + rest.length);
    return Object.entries(DIRECTIVES).map(([label, detail], index) =>
      itemOf(doc, replaced, {
        label,
        kind: CompletionItemKind.Keyword,
        detail,
        newText: `${label} `,
        sortText: ordinal(index),
        suggestCommand,
        data: { kind: 'directive' },
      }),
    );
  }
  const [, scope, listed = '', code = ''] = CODES.exec(typed) ?? [];
  if (scope === undefined) return [];
  const replaced = span(offset - code.length, offset + rest.length);
  return codeItems(doc, replaced, found(doc, comment, scope), new Set(listed.split(/[ \t,]+/)));
}

/** The codes, first those that have something to say there. */
function codeItems(
  doc: XlDocument,
  replaced: Span,
  here: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): CompletionItem[] {
  return ALL_RULES.filter(({ code }) => !listed.has(code)).map(({ code, summary }) =>
    itemOf(doc, replaced, {
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: here.has(code) ? `found here: ${summary}` : summary,
      newText: code,
      sortText: `${here.has(code) ? 0 : 1}${code}`,
      data: { kind: 'rule', code },
    }),
  );
}

/** The codes of the problems that the comment is about, as they are without it. */
function found(doc: XlDocument, comment: Span, scope: string): ReadonlySet<string> {
  const without = editedDocument(doc, [{ start: comment.start, end: comment.end, newText: '' }]);
  const start = scope === 'next-line' ? comment.start + 1 : lineStartAt(without.file.text, comment.start);
  const end = scope === 'file' ? Number.POSITIVE_INFINITY : lineEndAt(without.file.text, start);
  return new Set(
    without.problems
      .filter((problem) => scope === 'file' || (problem.span.start >= start && problem.span.start <= end))
      .map(({ code }) => code),
  );
}
