/** The report for people. Pure. */
import type { Problem, Related, Severity, Span } from '@xlcfg/shared';
import type { createColors } from 'picocolors';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFile } from '../check/inspect.ts';
import { STDIN } from '../common/targets.ts';
import { type Count, isFixable } from './counts.ts';
import { escapeControls, excerpt } from './excerpt.ts';
import type { Format } from './format.ts';
import { relatedPlace } from './paths.ts';

export type Colours = ReturnType<typeof createColors>;

const SEVERITY_COLOUR: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** A path as it is printed: without what a terminal would act on. */
export const shownPath = (path: string): string => (path === STDIN ? '<stdin>' : escapeControls(path));

/** `path:line:column`, both from one; columns count UTF-16 code units, as editors do. */
const place = (path: string, { line, character }: Position): string =>
  `${shownPath(path)}:${line + 1}:${character + 1}`;

const placeOfRelated = (file: CheckedFile, related: Related): string => {
  const { path, range } = relatedPlace(file, related);
  return place(path, range.start);
};

/** The line, without its end. No character but those of its end is looked at: each of its problems asks for it. */
const lineOf = (text: TextDocument, line: number): string => {
  const whole = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  let { length } = whole;
  while (length > 0 && '\r\n'.includes(whole.charAt(length - 1))) length--;
  return whole.slice(0, length);
};

/** The first line of the span with a mark below the span, which begins at `start`. */
const sourceLines = (
  text: TextDocument,
  span: Span,
  start: Position,
  colours: Colours,
  colour: 'red' | 'yellow' | 'blue' | 'cyan',
) => {
  const line = lineOf(text, start.line);
  const shown = excerpt(line, {
    start: start.character,
    // In another line it is beyond the end of this one.
    end: start.character + span.end - span.start,
  });
  const number = String(start.line + 1);
  return [
    `  ${colours.dim(`${number} |`)} ${shown.source}`,
    `  ${colours.dim(`${' '.repeat(number.length)} |`)} ${colours[colour](shown.underline)}`,
  ];
};

/** A message in its lines, without what a terminal would act on. */
export const messageLines = (message: string): string[] => message.split('\n').map(escapeControls);

/** A problem with its place, its line of the file and an empty line at the end. */
export const problemLines = (file: CheckedFile, problem: Problem, colours: Colours): string[] => {
  const { path, text } = file;
  const colour = SEVERITY_COLOUR[problem.severity];
  const severity = colours[colour](problem.severity);
  const message = messageLines(problem.message).join('\n  ');
  const start = text.positionAt(problem.span.start);
  return [
    `${colours.bold(`${place(path, start)}:`)} ${severity} ${problem.code}: ${message}`,
    ...sourceLines(text, problem.span, start, colours, colour),
    ...(problem.related ?? []).map(
      (related) => `  ${placeOfRelated(file, related)}: ${escapeControls(related.message)}`,
    ),
    ...(isFixable(problem) ? [`  ${colours.green('fix available: xlcfg fix')}`] : []),
    '',
  ];
};

/** The problems of a file, an empty line after each. */
const textsOf = (file: CheckedFile, colours: Colours): readonly string[] =>
  file.problems.map((problem) => `${problemLines(file, problem, colours).join('\n')}\n`);

/** All of them; nothing for a file without problems. */
export const textReport = (file: CheckedFile, colours: Colours): string => textsOf(file, colours).join('');

/** `1 file`, `2 files`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The last line of the report. */
export const textSummary = ({ files, errors, warnings, notes, fixable }: Count): string => {
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ].join(', ');
  const fixes = fixable > 0 ? ` (${fixable} can be fixed with xlcfg fix)` : '';
  return `${counted(files, 'file')} checked: ${found || 'no problems'}${fixes}\n`;
};

/** Problem by problem, with a summary at the end. */
export const textFormat: Format = ({ colours, quiet }) => ({
  problems: (file) => textsOf(file, colours),
  file: ({ texts }) => texts.join(''),
  end: ({ count }) => (quiet && count.errors === 0 ? '' : textSummary(count)),
});
