/** The report as SARIF 2.1.0, the format of code scanning. */
import { ALL_RULES, ruleUrl, type Severity } from '@xlcfg/shared';
import { memoizeByObject } from '@xlcfg/shared/start';
import type {
  Artifact,
  ArtifactLocation,
  Invocation,
  Location,
  Message,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Tool,
} from 'sarif';
import type { Range } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Failure } from '../common/notice.ts';
import { STDIN_PATH } from '../common/paths.ts';
import type { FileReport, Finding, FindingFix, RelatedLocation } from './fileReport.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { ReportContext, ReportFormat } from './format.ts';
import { toJson } from './json.ts';
import { pathFromRoot, toFileUri, toUriReference } from './paths.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The symbolic name of the folder in which relative URIs begin. */
const ROOT = '%SRCROOT%';

/** The version is part of the name, and changes when fingerprints are computed differently. */
const FINGERPRINT = 'xlcfg/v1';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** By code. */
const indicesOf = memoizeByObject(
  (rules: readonly Rule[]): ReadonlyMap<string, number> =>
    new Map(rules.map(({ code }, index) => [code, index])),
);

type Rule = (typeof ALL_RULES)[number];

/** Plain text: what looks like a link of SARIF's message syntax is escaped. */
const toMessage = (text: string): Message => ({
  text: text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text,
});

const firstParagraph = (markdown: string): string => markdown.split('\n\n')[0] ?? markdown;

const toDescriptor = ({ code, severity, summary, details }: Rule, docsUrl: string): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: summary },
  fullDescription: { text: firstParagraph(details) },
  help: { text: `${summary}\n\n${details}`, markdown: `${summary}\n\n${details}` },
  helpUri: ruleUrl(docsUrl, code),
  defaultConfiguration: { level: LEVELS[severity] },
});

const toTool = ({ docsUrl }: ReportContext): Tool => ({
  driver: {
    name: 'xlcfg',
    version,
    semanticVersion: version,
    rules: ALL_RULES.map((rule) => toDescriptor(rule, docsUrl)),
  },
});

const toRegion = ({ start, end }: Range): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Where a file is; nothing for standard input, which is not a file. */
const toLocation = (context: ReportContext, path: string): ArtifactLocation => {
  if (path === STDIN_PATH) return {};
  const relative = pathFromRoot(context, path);
  return relative === undefined
    ? { uri: toFileUri(context.workingFolder, path) }
    : { uri: toUriReference(relative), uriBaseId: ROOT };
};

const toFix = (artifactLocation: ArtifactLocation, { title, edits }: FindingFix): SarifFix => ({
  description: toMessage(title),
  artifactChanges: [
    {
      artifactLocation,
      replacements: edits.map(({ range, newText }) => ({
        deletedRegion: toRegion(range),
        insertedContent: { text: newText },
      })),
    },
  ],
});

/** @param index the index of the file in the list of artifacts */
const toResults = (context: ReportContext, file: FileReport, index: number): Result[] => {
  const { path, findings } = file;
  const artifactLocation: ArtifactLocation = { ...toLocation(context, path), index };
  const fingerprints = fingerprintsOf(file);

  const toRelated = (related: RelatedLocation, id: number): Location => ({
    id,
    physicalLocation: {
      artifactLocation: related.path === path ? artifactLocation : toLocation(context, related.path),
      region: toRegion(related.range),
    },
    message: toMessage(related.message),
  });

  const toResult = ({ code, severity, message, range, ...finding }: Finding, position: number): Result => {
    const ruleIndex = indicesOf(ALL_RULES).get(code);
    const fixes = finding.fixes.filter(({ edits }) => edits.length > 0);
    return {
      ruleId: code,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[severity],
      message: toMessage(message),
      locations: [{ physicalLocation: { artifactLocation, region: toRegion(range) } }],
      ...(finding.related.length > 0 && { relatedLocations: finding.related.map(toRelated) }),
      partialFingerprints: { [FINGERPRINT]: fingerprints[position] ?? '' },
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(artifactLocation, fix)) }),
    };
  };

  return findings.map(toResult);
};

const toArtifact = (context: ReportContext, path: string): Artifact =>
  path === STDIN_PATH
    ? { description: { text: 'standard input' }, roles: ['analysisTarget'] }
    : { location: toLocation(context, path), roles: ['analysisTarget'] };

const toInvocation = (failures: readonly Failure[]): Invocation => ({
  executionSuccessful: failures.length === 0,
  ...(failures.length > 0 && {
    toolExecutionNotifications: failures.map(({ path, message }) => ({
      level: 'error',
      message: toMessage(`${path}: ${message}`),
    })),
  }),
});

/** A log of one run. The results come before the list of files, so that one pass over the files is enough. */
export const sarifFormat: ReportFormat = {
  description: 'SARIF 2.1.0, for code scanning',
  *write({ files, failures }, context) {
    const bases = { [ROOT]: { uri: toFileUri(context.repositoryRoot, '.').replace(/(?<!\/)\/*$/, '/') } };
    yield `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[{"tool":${toJson(toTool(context))},`;
    yield `"columnKind":"utf16CodeUnits","originalUriBaseIds":${toJson(bases)},"results":[`;
    const artifacts: Artifact[] = [];
    let separator = '';
    for (const file of files) {
      const results = toResults(context, file, artifacts.length);
      artifacts.push(toArtifact(context, file.path));
      for (const result of results) {
        yield separator + toJson(result);
        separator = ',';
      }
    }
    yield `],"artifacts":${toJson(artifacts)},"invocations":[${toJson(toInvocation(failures))}]}]}\n`;
  },
};
