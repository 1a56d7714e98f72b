/** What is known about one checked file, as plain data: the output formats need nothing else. Pure. */
import { type Fix, type Problem, type Related, rangeOf, type Severity, type Span } from '@xlcfg/shared';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';

/** Ranges are those of the language server protocol: zero-based lines, columns in UTF-16 code units. */
export interface RelatedLocation {
  /** As given on the command line; the URI of a file that was not given there. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

export interface FindingEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface FindingFix {
  readonly title: string;
  /** Whether `xlcfg fix` applies it: xl makes the same of the file before and after. */
  readonly safe: boolean;
  readonly edits: readonly FindingEdit[];
}

export interface Finding {
  /** The code of the rule. */
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  /** The offset in the text at which the line of `range.start` begins. */
  readonly lineStart: number;
  readonly message: string;
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly FindingFix[];
}

export interface FileReport {
  /** As given on the command line; for a file in a folder, the folder as given joined with the path from there. */
  readonly path: string;
  /** Formats quote from it. It is here once, because one line may have thousands of findings. */
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** The path, as given on the command line, of the file that a URI leads to. */
export type PathOfUri = (uri: string) => string | undefined;

const NONE: readonly never[] = [];

/** A file and the problems that its analysis found. */
export interface AnalyzedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * The report on a file, with its findings in the order of its problems.
 *
 * @param pathOfUri for problems that point at other files
 */
export const toFileReport = (
  { path, text, problems }: AnalyzedFile,
  pathOfUri: PathOfUri = () => undefined,
): FileReport => {
  const document = TextDocument.create('', 'xlcfg', 0, text);
  const rangeIn = (span: Span): Range => rangeOf({ text: document }, span);

  const toRelated = ({ span, message, location }: Related): RelatedLocation =>
    location
      ? { path: pathOfUri(location.uri) ?? location.uri, range: location.range, message }
      : { path, range: rangeIn(span), message };

  const toFix = ({ title, safe = false, edits }: Fix): FindingFix => ({
    title,
    safe,
    edits: edits.map((edit) => ({ range: rangeIn(edit), newText: edit.newText })),
  });

  const toFinding = ({ code, severity, span, message, related, fixes }: Problem): Finding => {
    const range = rangeIn(span);
    return {
      code,
      severity,
      range,
      lineStart: document.offsetAt({ line: range.start.line, character: 0 }),
      message,
      related: related?.map(toRelated) ?? NONE,
      fixes: fixes?.map(toFix) ?? NONE,
    };
  };

  return { path, text, findings: problems.map(toFinding) };
};
