/** What an editor offers about a rule that reports something at a place, besides its fixes. */
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { silenceEdit } from '../directives/silenceEdits.ts';
import type { XlDocument } from '../document/document.ts';
import { editedDocument } from '../document/editedDocument.ts';
import { rangeOf } from '../document/positions.ts';
import type { Edit } from '../edits/edit.ts';
import type { Problem } from '../rules/problem.ts';
import { toDiagnostic } from './diagnostics.ts';

/** With more rules than this, the selection is long, and a list of them would be no help. */
const MAX_RULES = 5;

export interface RuleActionOptions {
  /** What other files make a problem of this one. */
  readonly acrossFiles?: readonly Problem[];
  readonly docsUrl?: string;
  /** Further actions about a rule that only the program around the language can carry out. */
  readonly furtherActions?: (code: string) => readonly Pick<CodeAction, 'title' | 'command'>[];
}

/** For each rule that reports something in the range: silence it on the line or in the file, and further actions. */
export function ruleActions(
  doc: XlDocument,
  range: Range,
  { acrossFiles = [], docsUrl, furtherActions = () => [] }: RuleActionOptions = {},
): CodeAction[] {
  const from = doc.text.offsetAt(range.start);
  const to = doc.text.offsetAt(range.end);
  const byCode = new Map<string, Problem[]>();
  for (const problem of [...doc.problems, ...acrossFiles]) {
    const { start, end } = problem.span;
    if (start > to || end < from) continue;
    byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  }
  if (byCode.size > MAX_RULES) return [];
  return [...byCode].flatMap(([code, problems]) => {
    const diagnostics: Diagnostic[] = problems.map((problem) => toDiagnostic(doc, problem, docsUrl));
    return [...silenceActions(doc, code, problems), ...furtherActions(code)].map((action) => ({
      ...action,
      kind: CodeActionKind.QuickFix,
      diagnostics,
    }));
  });
}

/** False if the problem only moves: what is missing in a file, for example, is reported at its first line. */
function isEffective(doc: XlDocument, edit: Edit, code: string): boolean {
  const count = ({ problems }: XlDocument): number => problems.filter((one) => one.code === code).length;
  const before = count(doc);
  // Only other files make a problem of it.
  return before === 0 || count(editedDocument(doc, [edit])) < before;
}

function silenceActions(doc: XlDocument, code: string, [first]: readonly Problem[]): CodeAction[] {
  if (!first) return [];
  return (['line', 'file'] as const).flatMap((scope) => {
    const edit = silenceEdit(doc.file, scope, code, first.span.start);
    if (!edit || !isEffective(doc, edit, code)) return [];
    const changes = { [doc.text.uri]: [{ range: rangeOf(doc, edit), newText: edit.newText }] };
    return [{ title: `Disable ${code} for this ${scope}`, edit: { changes } }];
  });
}
