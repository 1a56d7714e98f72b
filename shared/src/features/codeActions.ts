/**
 * Quick fixes for what is at a place, for all of its kind, and the fix of everything that keeps the file's meaning;
 * refactorings of what is at a place, and of the whole file.
 */

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { editedDocument } from '../document/editedDocument.ts';
import type { Edit, Fix, GeneratedFix } from '../edits/edit.ts';
import { mergeFixes } from '../edits/mergeEdits.ts';
import type { Problem } from '../rules/problem.ts';
import { type Span, span } from '../span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { firstFixes, fixAll } from './fixAll.ts';
import { fixpointEdits } from './fixpoint.ts';
import { cmdlineEdits } from './refactor/cmdline.ts';
import { createMacGenerator, isSingleSetting, randomUuid } from './refactor/generate.ts';
import { refactoringsAt } from './refactor/index.ts';
import type { RandomBytes, RefactorTools } from './refactor/refactoring.ts';

/** For "fix all" commands and on save; editors ask for it by name. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.xlcfg`;

/** The kind of the action that brings a whole file to today's syntax, by name or in a menu of what to do to a file. */
export const MODERNIZE_KIND = `${CodeActionKind.Source}.modernize.xlcfg`;

/** The kinds of actions that `codeActions` gives, for the server's capabilities. */
export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
  MODERNIZE_KIND,
];

export interface CodeActionOptions extends RefactorTools {
  /** The folder of the reference pages. */
  readonly docsUrl?: string;
  /** What other files make a problem of this one. Absent: nothing, or it is not known. */
  readonly acrossFiles?: readonly Problem[];
  /** Whether the editor shows actions that are not possible here, with the reason. */
  readonly showsDisabled?: boolean;
}

export interface OfferedAction extends CodeAction {
  /** From the fix, see {@link Fix.changesLineEndings}. Not part of the protocol: the server leaves it out. */
  readonly changesLineEndings?: true;
}

/** The actions for a range. `context.only` restricts the kinds. */
export function codeActions(
  doc: XlDocument,
  range: Range,
  context: CodeActionContext,
  options: CodeActionOptions = {},
): OfferedAction[] {
  const only = context.only ?? undefined;
  // The empty kind is that of all actions.
  const wanted = (kind: string): boolean =>
    only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const selected = span(doc.text.offsetAt(range.start), doc.text.offsetAt(range.end));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(doc, selected, options) : []),
    // What is not possible is news only for who asked for refactorings.
    ...(wanted(CodeActionKind.RefactorRewrite)
      ? refactorActions(doc, selected, options, options.showsDisabled === true && only !== undefined)
      : []),
    // Asked for by kind only: with the quick fixes of every place it would be noise.
    ...(only !== undefined && wanted(FIX_ALL_KIND) ? fixAllAction(doc) : []),
    ...(only !== undefined && wanted(MODERNIZE_KIND) ? modernizeAction(doc, MODERNIZE_KIND) : []),
  ];
}

function refactorActions(
  doc: XlDocument,
  selected: Span,
  tools: RefactorTools,
  withDisabled: boolean,
): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  const actions = refactoringsAt(doc, selected, tools).flatMap((offer): CodeAction[] => {
    const { title } = offer;
    if ('edits' in offer) return [{ title, kind, edit: editOf(doc, offer.edits) }];
    return withDisabled ? [{ title, kind, disabled: { reason: offer.disabled } }] : [];
  });
  return isOldAt(doc, selected) ? [...actions, ...modernizeAction(doc, kind)] : actions;
}

/** True where something deprecated is, so that the whole file may be old. */
const isOldAt = (doc: XlDocument, selected: Span): boolean =>
  doc.problems.some((problem) => problem.tag === 'deprecated' && isAt(problem, selected));

function modernizeAction(doc: XlDocument, kind: string): CodeAction[] {
  const edits = modernizeEdits(doc);
  return edits.length > 0 ? [{ title: 'Modernize file', kind, edit: editOf(doc, edits) }] : [];
}

/** So many problems at most make a place. */
const NARROW = 20;

const toTextEdits = ({ text }: XlDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ start, end, newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));

const editOf = (doc: XlDocument, edits: readonly Edit[]): WorkspaceEdit => ({
  changes: { [doc.text.uri]: toTextEdits(doc, edits) },
});

const isAt = ({ span, scope = span }: Problem, { start, end }: Span): boolean =>
  scope.start <= end && start <= scope.end;

function quickFixes(doc: XlDocument, selected: Span, options: CodeActionOptions): OfferedAction[] {
  const { acrossFiles = [], docsUrl } = options;
  const here = [...doc.problems, ...acrossFiles]
    .filter((problem) => isAt(problem, selected))
    .map(fixGenerator(doc, options))
    .filter(({ fixes }) => fixes);
  // Finding the best fixes would try each on the whole file, which a long selection does not need.
  const isNarrow = here.length <= NARROW;
  const actions = new Map<string, OfferedAction>();
  for (const problem of here) {
    for (const fix of problem.fixes ?? []) {
      // Two problems of one spec may have the same fix.
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
  { title, edits, changesLineEndings }: Fix,
  diagnostic: ReturnType<typeof toDiagnostic>,
  preferred: boolean,
): OfferedAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  ...(preferred ? { isPreferred: true } : {}),
  ...(changesLineEndings ? { changesLineEndings } : {}),
  edit: editOf(doc, edits),
});

const isRed = ({ problems }: XlDocument): boolean => problems.some(({ severity }) => severity === 'error');

/**
 * Not where xl accepts the file, and would reject what the fix makes of it. A cured name, or brackets around a value, make
 * xl read what it has ignored so far, and that may be wrong in itself.
 */
function isPreferred(doc: XlDocument, { edits, preferred = false, safe }: Fix): boolean {
  if (!preferred || safe || isRed(doc)) return preferred;
  return !isRed(editedDocument(doc, edits));
}

/** The preferred fixes of all problems of one rule, where there are several. */
function fixAllOfCode(doc: XlDocument, code: string): CodeAction[] {
  const problems = doc.problems.filter((problem) => problem.code === code);
  const fixes = firstFixes(problems, ({ preferred }) => preferred);
  const edits = mergeFixes(fixes);
  if (fixes.length < 2 || edits.length < 2) return [];
  return [
    {
      title: `Fix all ${code} problems`,
      kind: CodeActionKind.QuickFix,
      edit: editOf(doc, edits),
    },
  ];
}

function fixAllAction(doc: XlDocument): CodeAction[] {
  const edits = fixAll(doc);
  if (edits.length === 0) return [];
  return [
    {
      title: 'Apply all safe fixes',
      kind: FIX_ALL_KIND,
      edit: editOf(doc, edits),
    },
  ];
}

/** Gives another text at each call; undefined where there is none. */
type Generator = () => string | undefined;

/** What each generator needs to know of the document is read once. */
const GENERATORS: Readonly<
  Record<GeneratedFix['generates'], (doc: XlDocument, random: RandomBytes, tools: RefactorTools) => Generator>
> = {
  mac: (doc, random, { workspace }) => createMacGenerator(doc, random, workspace),
  uuid: (doc, random) => () => (isSingleSetting(doc, 'uuid') ? randomUuid(random) : undefined),
};

/** Adds the fix that a problem wants generated to its fixes. Without random bytes nothing is added. */
function fixGenerator(doc: XlDocument, tools: RefactorTools): (problem: Problem) => Problem {
  const generators = new Map<GeneratedFix['generates'], Generator>();
  const next = (generates: GeneratedFix['generates'], random: RandomBytes): string | undefined => {
    const generator = generators.get(generates) ?? GENERATORS[generates](doc, random, tools);
    generators.set(generates, generator);
    return generator();
  };
  return (problem) => {
    const { generatedFix, fixes = [], span } = problem;
    const newText = generatedFix && tools.random && next(generatedFix.generates, tools.random);
    if (!generatedFix || newText === undefined) return problem;
    const fix = { title: generatedFix.title, edits: [{ start: span.start, end: span.end, newText }] };
    return { ...problem, fixes: [...fixes, fix] };
  };
}

/**
 * The edits that bring a file to today's syntax, in the order of the text: all fixes that change nothing for xl, again
 * and again until there are none, and the refactorings that replace an old way to say something, `root` and `extra`.
 * xl makes the same of the file before and after; what has no equal today stays, and its problem with it.
 */
export const modernizeEdits = (doc: XlDocument): Edit[] => fixpointEdits(doc, [fixAll, cmdlineEdits]);
