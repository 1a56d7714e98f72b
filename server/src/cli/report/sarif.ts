/** The report as SARIF 2.1.0, the format that code scanning takes. Streamed: what is known last comes last. */
import { ALL_RULES, type Fix, type Problem, ruleUrl, type Severity } from '@xlcfg/shared';
import type {
  Artifact,
  ArtifactLocation,
  Invocation,
  Location,
  Message,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Tool,
} from 'sarif';
import type { Range } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { CheckedFile } from '../check/inspect.ts';
import type { Failure } from '../common/failure.ts';
import { STDIN } from '../common/targets.ts';
import { fingerprints } from './fingerprints.ts';
import type { Format, ReportContext } from './format.ts';
import { toJson } from './json.ts';
import { encodedWay, rangeOf, relatedPlace, uriFrom, wayFromRoot } from './paths.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name of the folder that relative URIs begin in. */
const ROOT = '%SRCROOT%';

/** Another number where the way to make fingerprints changes. */
const FINGERPRINT = 'xlcfg/v1';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const RULE_INDEX: ReadonlyMap<string, number> = new Map(ALL_RULES.map(({ code }, index) => [code, index]));

/** Plain text in which nothing that a file says is taken for a link. */
const message = (text: string): Message => ({
  text: text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text,
});

const firstParagraph = (markdown: string): string => markdown.split('\n\n')[0] ?? markdown;

const descriptor = (
  { code, severity, summary, details }: (typeof ALL_RULES)[number],
  docsUrl: string,
): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: summary },
  fullDescription: { text: firstParagraph(details) },
  help: { text: `${summary}\n\n${details}`, markdown: `${summary}\n\n${details}` },
  helpUri: ruleUrl(docsUrl, code),
  defaultConfiguration: { level: LEVELS[severity] },
});

const tool = ({ docsUrl }: ReportContext): Tool => ({
  driver: {
    name: 'xlcfg',
    version,
    semanticVersion: version,
    rules: ALL_RULES.map((rule) => descriptor(rule, docsUrl)),
  },
});

const region = ({ start, end }: Range): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Standard input is no file: the report calls it by its place in the list of files. */
const locate = (context: ReportContext, path: string, index?: number): ArtifactLocation => {
  const number = index === undefined ? {} : { index };
  if (path === STDIN) return number;
  const way = wayFromRoot(context, path);
  return way === undefined
    ? { uri: uriFrom(context.folder, path), ...number }
    : { uri: encodedWay(way), uriBaseId: ROOT, ...number };
};

const fixOf = (artifactLocation: ArtifactLocation, file: CheckedFile, { title, edits }: Fix): SarifFix => ({
  description: message(title),
  artifactChanges: [
    {
      artifactLocation,
      replacements: edits.map((edit) => ({
        deletedRegion: region(rangeOf(file.text, edit)),
        insertedContent: { text: edit.newText },
      })),
    },
  ],
});

const relatedLocations = (
  context: ReportContext,
  file: CheckedFile,
  own: ArtifactLocation,
  problem: Problem,
) =>
  problem.related?.map((one, id): Location => {
    const { path, range } = relatedPlace(file, one);
    const artifactLocation = path === file.path ? own : locate(context, path);
    return {
      id,
      physicalLocation: { artifactLocation, region: region(range) },
      message: message(one.message),
    };
  });

const resultOf = (
  context: ReportContext,
  file: CheckedFile,
  artifactLocation: ArtifactLocation,
  problem: Problem,
  fingerprint: string,
): Result => {
  const physicalLocation: PhysicalLocation = {
    artifactLocation,
    region: region(rangeOf(file.text, problem.span)),
  };
  const related = relatedLocations(context, file, artifactLocation, problem);
  const fixes = problem.fixes?.filter(({ edits }) => edits.length > 0) ?? [];
  const ruleIndex = RULE_INDEX.get(problem.code);
  return {
    ruleId: problem.code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[problem.severity],
    message: message(problem.message),
    locations: [{ physicalLocation }],
    ...(related && { relatedLocations: related }),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(artifactLocation, file, fix)) }),
  };
};

const artifact = (context: ReportContext, path: string): Artifact =>
  path === STDIN
    ? { description: { text: 'standard input' }, roles: ['analysisTarget'] }
    : { location: locate(context, path), roles: ['analysisTarget'] };

const invocation = (failures: readonly Failure[]): Invocation => ({
  executionSuccessful: failures.length === 0,
  ...(failures.length > 0 && {
    toolExecutionNotifications: failures.map((failure) => ({
      level: 'error',
      message: message(`${failure.path}: ${failure.message}`),
    })),
  }),
});

/** Stands for the number of the file. In the texts of JSON no quotation mark stands without a backslash before it. */
const UNNUMBERED = -1;
const ROOM = `"index":${UNNUMBERED}`;

/** One run. Its results are written as they are found, before the list of files. */
export const sarifFormat: Format = (context) => ({
  begin: () => {
    const bases = { [ROOT]: { uri: uriFrom(context.root, '.').replace(/(?<!\/)\/*$/, '/') } };
    return (
      `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[{"tool":${toJson(tool(context))},` +
      `"columnKind":"utf16CodeUnits","originalUriBaseIds":${toJson(bases)},"results":[`
    );
  },
  problems: (file) => {
    const location = locate(context, file.path, UNNUMBERED);
    const marks = fingerprints(file);
    return file.problems.map((problem, at) =>
      toJson(resultOf(context, file, location, problem, marks[at] ?? '')),
    );
  },
  file: ({ texts, number }) => texts.join(',').replaceAll(ROOM, `"index":${number}`),
  separator: ',',
  end: ({ failures, paths }) => {
    const artifacts = paths.map((path) => artifact(context, path));
    return `],"artifacts":${toJson(artifacts)},"invocations":[${toJson(invocation(failures))}]}]}\n`;
  },
});
