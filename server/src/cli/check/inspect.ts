/** Reads and analyzes one file. The result is plain data, without the syntax tree. */
import { digest, type FileFacts } from '@xlcfg/shared';
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
}

export type Inspection =
  | InspectedFile
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The file does not look like a guest, and was to be checked only if it does. */
  | { readonly kind: 'skipped' };

/** Never rejects. */
export const inspect = async (job: Job): Promise<Inspection> => {
  const { path, settings } = job;
  try {
    const content = await readContent(job);
    if (isSkipped(job, content)) return { kind: 'skipped' };
    const document = analyze(path, content, settings);
    const file = { path, text: content.text, problems: document.problems };
    return { kind: 'inspected', file, facts: digest(document) };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(path, error) };
  }
};
