/** The report for GitHub Actions: workflow commands, which it shows beside the lines of a pull request. Pure. */
import type { Problem, Severity } from '@xlcfg/shared';
import type { CheckedFile } from '../check/inspect.ts';
import { STDIN } from '../common/targets.ts';
import { escapeControls } from './excerpt.ts';
import type { Format, ReportContext } from './format.ts';
import { rangeOf, relatedPlace, wayFromRoot } from './paths.ts';
import { messageLines, shownPath, textSummary } from './text.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

const encoded = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const escapeData = (text: string): string => text.replace(/[%\r\n]/g, encoded);

/** A colon or a comma would end the property. */
const escapeProperty = (text: string): string => text.replace(/[%\r\n:,]/g, encoded);

const command = (
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeData(message)}\n`;
};

const annotation = (context: ReportContext, file: CheckedFile, problem: Problem): string => {
  const { start, end } = rangeOf(file.text, problem.span);
  const related = (problem.related ?? []).map((one) => {
    const { path, range } = relatedPlace(file, one);
    return `${shownPath(path)}:${range.start.line + 1}:${range.start.character + 1}: ${escapeControls(one.message)}`;
  });
  return command(
    COMMANDS[problem.severity],
    {
      ...(file.path !== STDIN && {
        file: escapeControls(wayFromRoot(context, file.path) ?? file.path),
      }),
      line: start.line + 1,
      endLine: end.line + 1,
      // Columns of several lines are not understood.
      ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
      title: problem.code,
    },
    [...messageLines(problem.message), ...related].join('\n'),
  );
};

/** One command a problem; the summary, and what could not be read, at the end. */
export const githubFormat: Format = (context) => ({
  problems: (file) => file.problems.map((problem) => annotation(context, file, problem)),
  file: ({ texts }) => texts.join(''),
  end: ({ count, failures }) =>
    failures
      .map(({ path, message }) =>
        command('error', { title: 'xlcfg' }, `${shownPath(path)}: ${escapeControls(message)}`),
      )
      .join('') + (context.quiet && count.errors === 0 ? '' : textSummary(count)),
});
