/**
 * The report as JUnit's XML, which most CI servers show: a suite a file. Errors and warnings are tests that fail,
 * everything else is told by a test that passes. Pure.
 */
import type { Problem } from '@xlcfg/shared';
import picocolors from 'picocolors';
import type { CheckedFile } from '../check/inspect.ts';
import type { Failure } from '../common/failure.ts';
import { escapeControls } from './excerpt.ts';
import type { FilePart, Format } from './format.ts';
import { messageLines, problemLines, shownPath } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // In an attribute it would be read as a blank.
  '\n': '&#10;',
};

/** Text that was made harmless for a terminal has no character that XML forbids. */
const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);

const escapeAttribute = (text: string): string => text.replace(/[&<>"\n]/g, (char) => ENTITIES[char] ?? char);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');

const PLAIN = picocolors.createColors(false);

const isFailing = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';

/** What a test says, by the element that says it. */
const testcase = (
  suite: string,
  name: string,
  [element, properties, text]: readonly [string, Readonly<Record<string, string>>, string] | readonly [] = [],
): string => {
  const start = `    <testcase${attributes({ classname: suite, name })}`;
  return element === undefined
    ? `${start}/>\n`
    : `${start}>\n      <${element}${attributes(properties ?? {})}>${escapeText(text ?? '')}</${element}>\n    </testcase>\n`;
};

const suite = (
  name: string,
  counts: { readonly tests: number; readonly failures: number; readonly errors: number },
  testcases: string,
): string => `  <testsuite${attributes({ name, ...counts })}>\n${testcases}  </testsuite>\n`;

const problemCase = (file: CheckedFile, problem: Problem): string => {
  const { line, character } = file.text.positionAt(problem.span.start);
  const text = problemLines(file, problem, PLAIN).join('\n');
  return testcase(
    shownPath(file.path),
    `${problem.code} ${line + 1}:${character + 1}`,
    isFailing(problem)
      ? ['failure', { type: problem.severity, message: messageLines(problem.message).join('\n') }, text]
      : ['system-out', {}, text],
  );
};

const fileSuite = ({ path, texts, count }: FilePart): string => {
  const name = shownPath(path);
  return suite(
    name,
    { tests: Math.max(1, texts.length), failures: count.errors + count.warnings, errors: 0 },
    texts.length === 0 ? testcase(name, 'no problems') : texts.join(''),
  );
};

const failureSuite = ({ path, message }: Failure): string => {
  const name = shownPath(path);
  const shown = escapeControls(message);
  return suite(
    name,
    { tests: 1, failures: 0, errors: 1 },
    testcase(name, 'can be read', ['error', { type: 'not read', message: shown }, shown]),
  );
};

export const junitFormat: Format = () => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xlcfg">\n',
  problems: (file) => file.problems.map((problem) => problemCase(file, problem)),
  file: fileSuite,
  end: ({ failures }) => `${failures.map(failureSuite).join('')}</testsuites>\n`,
});
