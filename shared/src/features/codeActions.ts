/** Quick fixes for what is at a place, for all of its kind, and the fix of everything that keeps the file's meaning. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import { RULES } from '../rules/index.ts';
import type { Edit, Fix } from '../rules/problem.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { XlDocument } from './document.ts';
import { applyEdits, mergeFixes } from './edits.ts';
import { firstFixes, fixAll } from './fixAll.ts';
import { openDocument } from './open.ts';

/** For "fix all" commands and on save; editors ask for it by name. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.xlcfg`;

/** The kinds of actions that `codeActions` gives, for the server's capabilities. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/** The actions for a range. `context.only` restricts the kinds. */
export function codeActions(
  doc: XlDocument,
  range: Range,
  context: CodeActionContext,
  docsUrl?: string,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(doc, range, docsUrl) : []),
    // Asked for by kind only: with the quick fixes of every place it would be noise.
    ...(context.only !== undefined && wanted(FIX_ALL_KIND) ? fixAllAction(doc) : []),
  ];
}

/** So many problems at most make a place. */
const NARROW = 20;

const toTextEdits = ({ text }: XlDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ start, end, newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));

function quickFixes(doc: XlDocument, range: Range, docsUrl?: string): CodeAction[] {
  const start = doc.text.offsetAt(range.start);
  const end = doc.text.offsetAt(range.end);
  const here = doc.problems.filter(
    ({ span, scope = span, fixes }) => fixes && scope.start <= end && start <= scope.end,
  );
  // Which fixes of a long selection are the best nobody asks, and each would be tried on the whole file.
  const isNarrow = here.length <= NARROW;
  const actions = new Map<string, CodeAction>();
  for (const problem of here) {
    for (const fix of problem.fixes ?? []) {
      // Two problems of one spec may have one cure.
      const key = JSON.stringify(fix.edits);
      const known = actions.get(key);
      const diagnostic = toDiagnostic(doc, problem, docsUrl);
      if (known) known.diagnostics?.push(diagnostic);
      else actions.set(key, quickFix(doc, fix, diagnostic, isNarrow && isPreferred(doc, fix)));
    }
  }
  const codes = new Set(here.map(({ code }) => code));
  return [...actions.values(), ...[...codes].flatMap((code) => fixAllOfCode(doc, code))];
}

const quickFix = (
  doc: XlDocument,
  { title, edits }: Fix,
  diagnostic: ReturnType<typeof toDiagnostic>,
  preferred: boolean,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  ...(preferred ? { isPreferred: true } : {}),
  edit: { changes: { [doc.text.uri]: toTextEdits(doc, edits) } },
});

const isRed = ({ problems }: XlDocument): boolean => problems.some(({ severity }) => severity === 'error');

/**
 * Not where xl takes the file, and would refuse what the fix makes of it. A cured name, or brackets around a value, make
 * xl read what it has ignored so far, and that may be wrong in itself.
 */
function isPreferred(doc: XlDocument, { edits, preferred = false, safe }: Fix): boolean {
  if (!preferred || safe || isRed(doc)) return preferred;
  const { uri, languageId, version } = doc.text;
  const edited = TextDocument.create(uri, languageId, version, applyEdits(doc.text.getText(), edits));
  return !isRed(openDocument(edited, doc.settings, doc.kind.name));
}

/** The preferred fixes of all problems of one rule, where there are several. */
function fixAllOfCode(doc: XlDocument, code: string): CodeAction[] {
  const problems = doc.problems.filter((problem) => problem.code === code);
  const fixes = firstFixes(problems, ({ preferred }) => preferred);
  const edits = mergeFixes(fixes);
  if (fixes.length < 2 || edits.length < 2) return [];
  const summary = RULES.find((rule) => rule.code === code)?.summary ?? code;
  return [
    {
      title: `Fix all in this file: ${summary.replace(/\.$/, '').replace(/`/g, '')}`,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [doc.text.uri]: toTextEdits(doc, edits) } },
    },
  ];
}

function fixAllAction(doc: XlDocument): CodeAction[] {
  const edits = fixAll(doc);
  if (edits.length === 0) return [];
  return [
    {
      title: 'Fix everything that keeps what xl makes of the file',
      kind: FIX_ALL_KIND,
      edit: { changes: { [doc.text.uri]: toTextEdits(doc, edits) } },
    },
  ];
}
