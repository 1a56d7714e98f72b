/** Checks files: each by itself, and then all of them together. */
import {
  compareProblems,
  createIndex,
  detached,
  type FileFacts,
  findSharedDevices,
  findWorkspaceProblems,
  type HostView,
  type Problem,
  sharedDeviceProblems,
} from '@xlcfg/shared';
import type { Job } from '../common/jobs.ts';
import type { Failure, Notice } from '../common/notice.ts';
import { addCounts, type Counts, countFindings, NO_FINDINGS } from '../report/counts.ts';
import { type AnalyzedFile, type FileReport, type PathOfUri, toFileReport } from '../report/fileReport.ts';
import type { Report } from '../report/format.ts';
import { createAnalysisStore } from './analysisStore.ts';
import { inspect } from './inspect.ts';

interface CheckEvents {
  /** Called with each file that cannot be read; the others are checked all the same. */
  readonly onFailure: (failure: Failure) => void;
  /** Called with each file about which the host did not answer in time. */
  readonly onNotice?: (notice: Notice) => void;
  /** Called with the path of each file that is skipped, since it does not look like a guest. */
  readonly onSkipped?: ((path: string) => void) | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CheckOptions extends CheckEvents {
  readonly host: HostView;
  /** Whether findings of other severities are counted, but not reported. */
  readonly errorsOnly: boolean;
}

export interface CheckResult extends Pick<Report, 'files' | 'fileCount' | 'skippedCount'> {
  /** The counts of all findings. */
  readonly found: Counts;
  /** The counts of the findings that are in the reports. */
  readonly reported: Counts;
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** Selects the problems that are reported, and counts these and all others. */
const createSelection = (errorsOnly: boolean) => {
  let found = NO_FINDINGS;
  let reported = NO_FINDINGS;
  return {
    select: (problems: readonly Problem[]): readonly Problem[] => {
      const selected = errorsOnly ? problems.filter(isError) : problems;
      found = addCounts(found, countFindings(problems));
      reported = addCounts(reported, countFindings(selected));
      return selected;
    },
    counts: () => ({ found, reported }),
  };
};

type Select = ReturnType<typeof createSelection>['select'];

/** A file that was inspected by itself. */
interface CheckedFile {
  readonly job: Job;
  readonly facts: FileFacts;
  readonly load: () => AnalyzedFile;
}

/** Inspects files, in order, and leaves out those that are skipped. */
const inspectAll = async (
  jobs: readonly Job[],
  select: Select,
  { host, onFailure, onNotice, onSkipped, onProgress }: Omit<CheckOptions, 'errorsOnly'>,
): Promise<{ readonly checked: readonly CheckedFile[]; readonly skippedCount: number }> => {
  const store = createAnalysisStore();
  const checked: CheckedFile[] = [];
  let skippedCount = 0;
  onProgress?.(0, jobs.length);
  for (const [index, job] of jobs.entries()) {
    const inspection = await inspect(job, host);
    if (inspection.kind === 'failed') onFailure(inspection.failure);
    else if (inspection.kind === 'skipped') {
      skippedCount++;
      onSkipped?.(job.path);
    } else {
      const { file, facts, isHostComplete } = inspection;
      if (!isHostComplete) onNotice?.({ path: file.path, message: HOST_TOO_SLOW });
      const { load, isCompressed } = store({ ...file, problems: select(file.problems) });
      checked.push({ job, facts: isCompressed ? detached(facts) : facts, load });
    }
    onProgress?.(index + 1, jobs.length);
  }
  return { checked, skippedCount };
};

const HOST_TOO_SLOW = 'this host takes too long to answer; some of what the file names was not looked up';

const NO_PROBLEMS: readonly Problem[] = [];

/** The problems that files cause for each other: a list for each file. */
const findCrossFileProblems = async (
  files: readonly CheckedFile[],
  isComplete: boolean,
  host: HostView,
  select: Select,
): Promise<readonly (readonly Problem[])[]> => {
  const workspace = createIndex();
  for (const { facts } of files) workspace.set(facts);
  const onHost = files.filter(({ job }) => job.settings.host).map(({ facts }) => facts);
  const devices = await findSharedDevices(onHost, host);
  return files.map(({ job, facts }) => {
    const problems = [
      ...findWorkspaceProblems({ file: facts, workspace, complete: isComplete }, job.settings),
      ...(job.settings.host ? sharedDeviceProblems({ file: facts, workspace, devices }, job.settings) : []),
    ];
    return problems.length > 0 ? select(problems) : NO_PROBLEMS;
  });
};

/** What the report on a file is made from. */
interface ReportSource {
  readonly load: () => AnalyzedFile;
  readonly crossFileProblems: readonly Problem[];
}

/** Makes reports one by one while they are iterated over. */
const createReports = (sources: readonly ReportSource[], pathOfUri: PathOfUri): Iterable<FileReport> => ({
  *[Symbol.iterator]() {
    for (const { load, crossFileProblems } of sources) {
      const file = load();
      const problems = [...file.problems, ...crossFileProblems].sort(compareProblems);
      yield toFileReport({ ...file, problems }, pathOfUri);
    }
  },
});

/**
 * Checks each file that looks like a guest or was named, in order. Every file is read and analyzed once; what the files
 * have to do with each other is known when all have been.
 */
export const check = async (
  jobs: readonly Job[],
  { errorsOnly, ...options }: CheckOptions,
): Promise<CheckResult> => {
  const { select, counts } = createSelection(errorsOnly);
  const { checked: files, skippedCount } = await inspectAll(jobs, select, options);
  // A user who names single files is likely to have others, which describe further guests.
  const isComplete = jobs.some(({ named }) => !named);
  const crossFile = await findCrossFileProblems(files, isComplete, options.host, select);
  const paths = new Map(files.map(({ job, facts }) => [facts.uri, job.path]));
  const sources = files.map(({ load }, index) => ({
    load,
    crossFileProblems: crossFile[index] ?? NO_PROBLEMS,
  }));
  return {
    files: createReports(sources, (uri) => paths.get(uri)),
    fileCount: files.length,
    skippedCount,
    ...counts(),
  };
};
