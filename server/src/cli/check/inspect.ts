/** Reads and analyzes one file. The result is plain data, without the syntax tree. */
import { compareProblems, digest, type FileFacts, type HostProblems, type HostView } from '@xlcfg/shared';
import { lookUpOnHost } from '../../lsp/hostLookUp.ts';
import { analyze, isSkipped, readContent } from '../common/content.ts';
import type { Job } from '../common/jobs.ts';
import { type Failure, toFailure } from '../common/notice.ts';
import type { AnalyzedFile } from '../report/fileReport.ts';

export interface InspectedFile {
  readonly kind: 'inspected';
  /** With the problems of the file itself. Those that other files cause are not known yet. */
  readonly file: AnalyzedFile;
  /** For the search for problems across files. */
  readonly facts: FileFacts;
  /** Whether the host answered everything in time. */
  readonly isHostComplete: boolean;
}

export type Inspection =
  | InspectedFile
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The file does not look like a guest, and was to be checked only if it does. */
  | { readonly kind: 'skipped' };

const NOT_ASKED: HostProblems = { problems: [], isComplete: true };

/**
 * Never rejects.
 *
 * @param host for files that are checked against it
 */
export const inspect = async (job: Job, host: HostView): Promise<Inspection> => {
  const { path, settings } = job;
  try {
    const content = await readContent(job);
    if (isSkipped(job, content)) return { kind: 'skipped' };
    const document = analyze(path, content, settings);
    const onHost = settings.host ? await lookUpOnHost(host, document) : NOT_ASKED;
    const problems =
      onHost.problems.length === 0
        ? document.problems
        : [...document.problems, ...onHost.problems].sort(compareProblems);
    const file = { path, text: content.text, problems };
    return { kind: 'inspected', file, facts: digest(document), isHostComplete: onHost.isComplete };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(path, error) };
  }
};
