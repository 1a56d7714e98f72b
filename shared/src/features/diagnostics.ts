/** Problems as diagnostics of the Language Server Protocol. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import type { Problem, Severity } from '../rules/problem.ts';
import type { Span } from '../span.ts';
import type { XlDocument } from './document.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary };

/** The range of a span of the document's text. */
export const rangeOf = ({ text }: XlDocument, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** The section on a rule in the pages of documentation below `docsUrl`. */
export const ruleUrl = (docsUrl: string, code: string): string =>
  `${docsUrl.replace(/\/$/, '')}/rules.md#${code}`;

/** One diagnostic. `docsUrl`: where the pages of documentation are; without it there is no link. */
export function toDiagnostic(doc: XlDocument, problem: Problem, docsUrl?: string): Diagnostic {
  const { code, severity, span, message, tag, related } = problem;
  return {
    range: rangeOf(doc, span),
    severity: SEVERITIES[severity],
    source: 'xlcfg',
    code,
    message,
    ...(docsUrl === undefined ? {} : { codeDescription: { href: ruleUrl(docsUrl, code) } }),
    ...(tag ? { tags: [TAGS[tag]] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri: doc.text.uri, range: rangeOf(doc, one.span) },
            message: one.message,
          })),
        }
      : {}),
  };
}

/** All problems of the document, in the order of the text. */
export const toDiagnostics = (doc: XlDocument, docsUrl?: string): Diagnostic[] =>
  doc.problems.map((problem) => toDiagnostic(doc, problem, docsUrl));
