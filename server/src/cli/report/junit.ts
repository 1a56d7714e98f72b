/**
 * The report as JUnit XML, which most CI servers show: a test suite for each file. Errors and warnings are failed tests,
 * other findings are the output of passed tests. Pure.
 */
import picocolors from 'picocolors';
import { escapeControls, escapeLines } from '../../terminalText.ts';
import type { Failure } from '../common/notice.ts';
import { displayPath } from '../common/paths.ts';
import { countFindings } from './counts.ts';
import type { FileReport, Finding } from './fileReport.ts';
import type { ReportFormat } from './format.ts';
import { findingText } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // XML parsers replace a line feed in an attribute with a space.
  '\n': '&#10;',
};

/** Control characters, which XML forbids, must have been escaped before. */
const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);

const escapeAttribute = (text: string): string => text.replace(/[&<>"\n]/g, (char) => ENTITIES[char] ?? char);

type Attributes = Readonly<Record<string, string | number>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');

const NO_COLORS = picocolors.createColors(false);

interface TestOutcome {
  readonly element: 'failure' | 'error' | 'system-out';
  readonly attributes: Attributes;
  readonly text: string;
}

/** @param outcome absent: the test passed without output */
const testcase = (suite: string, name: string, outcome?: TestOutcome): string => {
  const start = `    <testcase${attributesText({ classname: suite, name })}`;
  if (!outcome) return `${start}/>\n`;
  const { element, attributes, text } = outcome;
  return `${start}>\n      <${element}${attributesText(attributes)}>${escapeText(text)}</${element}>\n    </testcase>\n`;
};

interface SuiteCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

const testsuite = (name: string, { tests, failures, errors }: SuiteCounts, testcases: string): string =>
  `  <testsuite${attributesText({ name, tests, failures, errors })}>\n${testcases}  </testsuite>\n`;

const outcomeOf = (file: FileReport, finding: Finding): TestOutcome => {
  const { severity, message } = finding;
  const text = findingText(file, finding, NO_COLORS);
  return severity === 'error' || severity === 'warning'
    ? { element: 'failure', attributes: { type: severity, message: escapeLines(message) }, text }
    : { element: 'system-out', attributes: {}, text };
};

const findingCase = (file: FileReport, finding: Finding): string => {
  const { line, character } = finding.range.start;
  const name = `${finding.code} ${line + 1}:${character + 1}`;
  return testcase(displayPath(file.path), name, outcomeOf(file, finding));
};

const fileSuite = (file: FileReport): string => {
  const { findings, path } = file;
  const name = displayPath(path);
  const { errors, warnings } = countFindings(findings);
  return testsuite(
    name,
    { tests: Math.max(1, findings.length), failures: errors + warnings, errors: 0 },
    findings.length === 0
      ? testcase(name, 'no problems')
      : findings.map((finding) => findingCase(file, finding)).join(''),
  );
};

const failureSuite = ({ path, message }: Failure): string => {
  const name = displayPath(path);
  const text = escapeControls(message);
  return testsuite(
    name,
    { tests: 1, failures: 0, errors: 1 },
    testcase(name, 'can be read', {
      element: 'error',
      attributes: { type: 'not read', message: text },
      text,
    }),
  );
};

export const junitFormat: ReportFormat = {
  description: "JUnit's XML, for CI servers",
  *write({ files, failures }) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xlcfg">\n';
    for (const file of files) yield fileSuite(file);
    for (const failure of failures) yield failureSuite(failure);
    yield '</testsuites>\n';
  },
};
