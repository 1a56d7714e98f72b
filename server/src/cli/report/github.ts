/** The report for GitHub Actions: workflow commands, shown as annotations in a pull request. Pure. */
import type { Severity } from '@xlcfg/shared';
import { escapeControls } from '../../terminalText.ts';
import type { Failure } from '../common/notice.ts';
import { displayPath, STDIN_PATH } from '../common/paths.ts';
import type { Finding } from './fileReport.ts';
import type { ReportContext, ReportFormat } from './format.ts';
import { pathFromRoot } from './paths.ts';
import { relatedText, summaryText } from './text.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

const percentEncode = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const escapeData = (text: string): string => text.replace(/[%\r\n]/g, percentEncode);

/** A colon or a comma would end the property. */
const escapeProperty = (text: string): string => text.replace(/[%\r\n:,]/g, percentEncode);

const workflowCommand = (
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
};

const annotation = (context: ReportContext, path: string, finding: Finding): string => {
  const { code, severity, range, message, related } = finding;
  const { start, end } = range;
  return workflowCommand(
    COMMANDS[severity],
    {
      ...(path !== STDIN_PATH && { file: escapeControls(pathFromRoot(context, path) ?? path) }),
      line: start.line + 1,
      endLine: end.line + 1,
      // GitHub does not understand the columns of a range over several lines.
      ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
      title: code,
    },
    [...message.split('\n').map(escapeControls), ...related.map(relatedText)].join('\n'),
  );
};

const failureAnnotation = ({ path, message }: Failure): string =>
  workflowCommand('error', { title: 'xlcfg' }, `${displayPath(path)}: ${escapeControls(message)}`);

export const githubFormat: ReportFormat = {
  description: 'annotations of GitHub Actions',
  *write(report, context) {
    for (const { path, findings } of report.files) {
      yield findings.map((finding) => annotation(context, path, finding)).join('');
    }
    yield report.failures.map(failureAnnotation).join('');
    yield summaryText(report, context);
  },
};
