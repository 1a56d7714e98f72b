/** The report for people. Pure. */
import { ARCHITECTURE_NAMES, SEVERITY_LABELS, type Severity } from '@xlcfg/shared';
import type { Position } from 'vscode-languageserver-textdocument';
import { type Colors, escapeControls, escapeLines } from '../../terminalText.ts';
import { displayPath } from '../common/paths.ts';
import { pluralize } from '../common/pluralize.ts';
import { isFixable } from './counts.ts';
import { excerptOf } from './excerpt.ts';
import type { FileReport, Finding, RelatedLocation } from './fileReport.ts';
import type { HostReport, Report, ReportContext, ReportFormat } from './format.ts';

const SEVERITY_COLORS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** `path:line:column`, both one-based; columns count UTF-16 code units, as editors do. */
const locationText = (path: string, { line, character }: Position): string =>
  `${displayPath(path)}:${line + 1}:${character + 1}`;

/** One line: the location and the message. */
export const relatedText = ({ path, range, message }: RelatedLocation): string =>
  `${locationText(path, range.start)}: ${escapeControls(message)}`;

const excerptLines = (text: string, finding: Finding, colors: Colors): readonly string[] => {
  const { source, underline } = excerptOf(text, finding);
  const lineNumber = String(finding.range.start.line + 1);
  return [
    `  ${colors.dim(`${lineNumber} |`)} ${source}`,
    `  ${colors.dim(`${' '.repeat(lineNumber.length)} |`)} ${colors[SEVERITY_COLORS[finding.severity]](underline)}`,
  ];
};

/** A finding with its source line, in lines that all end with a line feed. */
export const findingText = ({ path, text }: FileReport, finding: Finding, colors: Colors): string => {
  const { code, severity, range, message, related } = finding;
  const location = colors.bold(`${locationText(path, range.start)}:`);
  return [
    `${location} ${colors[SEVERITY_COLORS[severity]](SEVERITY_LABELS[severity])} ${code}: ${escapeLines(message).replaceAll('\n', '\n  ')}`,
    ...excerptLines(text, finding, colors),
    ...related.map((location) => `  ${relatedText(location)}`),
    ...(isFixable(finding) ? [`  ${colors.green('fix available: xlcfg fix')}`] : []),
    '',
  ].join('\n');
};

/** All findings of a file, an empty line after each; nothing for a file without findings. */
export const fileText = (file: FileReport, colors: Colors): string =>
  file.findings.map((finding) => `${findingText(file, finding, colors)}\n`).join('');

/** The last line of the report; nothing for a quiet run without errors, nor where nothing could be read. */
export const summaryText = (
  {
    fileCount,
    skippedCount,
    counts,
    failures,
  }: Pick<Report, 'fileCount' | 'skippedCount' | 'counts' | 'failures'>,
  { quiet, verbose }: Pick<ReportContext, 'quiet' | 'verbose'>,
): string => {
  const { errors, warnings, notes, fixable } = counts;
  if (quiet && errors === 0) return '';
  // The failures have said it already.
  if (fileCount === 0 && skippedCount === 0 && failures.length > 0) return '';
  const found = [
    ...(errors > 0 ? [pluralize(errors, 'error')] : []),
    ...(warnings > 0 ? [pluralize(warnings, 'warning')] : []),
    ...(notes > 0 ? [pluralize(notes, 'info')] : []),
  ].join(', ');
  const fixes = fixable > 0 ? ` (${fixable} can be fixed with xlcfg fix)` : '';
  const skipped =
    skippedCount > 0
      ? `, ${pluralize(skippedCount, 'other file')} skipped${verbose ? '' : ' (--verbose names them)'}`
      : '';
  const nothing = fileCount === 0 ? 'no xl config files found' : 'no problems';
  return `${pluralize(fileCount, 'file')} checked: ${found || nothing}${fixes}${skipped}\n`;
};

/** The first line of a report on files that were checked against a host. */
const hostText = ({ root, isXen, isDom0, xenVersion, architecture }: HostReport): string => {
  const facts = [
    xenVersion ? `Xen ${xenVersion}` : isXen ? 'Xen of an unknown version' : 'no Xen',
    ...(architecture ? [ARCHITECTURE_NAMES[architecture]] : []),
    ...(isXen && !isDom0 ? ['not dom0'] : []),
  ];
  return `Checked against the host at ${displayPath(root)}: ${facts.join(', ')}\n\n`;
};

export const textFormat: ReportFormat = {
  description: 'human-readable',
  *write(report, context) {
    if (report.host && !context.quiet) yield hostText(report.host);
    for (const file of report.files) yield fileText(file, context.colors);
    yield summaryText(report, context);
  },
};
