/** Problems as diagnostics of the Language Server Protocol. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
} from 'vscode-languageserver-types';
import type { XlDocument } from '../document/document.ts';
import { rangeOf } from '../document/positions.ts';
import { compareProblems } from '../rules/findProblems.ts';
import type { Problem } from '../rules/problem.ts';
import type { Severity } from '../severity.ts';
import type { Span } from '../span.ts';
import type { WorkspaceProblem } from '../workspace/rules/findProblems.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary };

/** The section on a rule in the pages of documentation below `docsUrl`. */
export const ruleUrl = (docsUrl: string, code: string): string =>
  `${docsUrl.replace(/\/$/, '')}/rules.md#${code}`;

/** One diagnostic. `docsUrl`: where the pages of documentation are; without it there is no link. */
export const toDiagnostic = (doc: XlDocument, problem: Problem, docsUrl?: string): Diagnostic =>
  build(problem, (span) => ({ uri: doc.text.uri, range: rangeOf(doc, span) }), docsUrl);

/** The diagnostic of a problem across files, in a file that is not at hand. */
export const toWorkspaceDiagnostic = (problem: WorkspaceProblem, uri: string, docsUrl?: string): Diagnostic =>
  build(problem, () => ({ uri, range: problem.range }), docsUrl);

function build(problem: Problem, placeOf: (span: Span) => Location, docsUrl?: string): Diagnostic {
  const { code, severity, span, message, tag, related } = problem;
  const diagnostic: Diagnostic = {
    range: placeOf(span).range,
    severity: SEVERITIES[severity],
    source: 'xlcfg',
    code,
    message,
  };
  if (docsUrl !== undefined) diagnostic.codeDescription = { href: ruleUrl(docsUrl, code) };
  if (tag) diagnostic.tags = [TAGS[tag]];
  if (related) {
    diagnostic.relatedInformation = related.map((one) => ({
      location: one.location ?? placeOf(one.span),
      message: one.message,
    }));
  }
  return diagnostic;
}

/** All problems of the document, and those that other files make of it, in the order of the text. */
export const toDiagnostics = (
  doc: XlDocument,
  docsUrl?: string,
  acrossFiles: readonly Problem[] = [],
): Diagnostic[] =>
  [...doc.problems, ...acrossFiles]
    .sort(compareProblems)
    .map((problem) => toDiagnostic(doc, problem, docsUrl));
