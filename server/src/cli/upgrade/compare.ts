/** Compares what two versions of Xen make of a file. */
import { compareVersions, type XenVersion } from '@xlcfg/shared';
import { analyze, isSkipped, readContent } from '../common/content.ts';
import type { Job } from '../common/jobs.ts';
import { type Failure, toFailure } from '../common/notice.ts';
import { toFileReport } from '../report/fileReport.ts';
import { type ComparedFile, SEVERITIES } from './report.ts';

export type Comparison =
  | { readonly kind: 'compared'; readonly file: ComparedFile }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The file does not look like a guest, and was to be compared only if it does. */
  | { readonly kind: 'skipped' };

/** Never rejects. */
export const compare = async (job: Job, from: XenVersion, to: XenVersion): Promise<Comparison> => {
  const { path, settings } = job;
  try {
    const content = await readContent(job);
    if (isSkipped(job, content)) return { kind: 'skipped' };
    const { text } = content;
    const comparison = compareVersions(analyze(path, content, settings), from, to);
    const problems = comparison.changes.map(({ kind, code = kind, span, message, fixes }) => ({
      code,
      severity: SEVERITIES[kind],
      span,
      message,
      fixes,
    }));
    return { kind: 'compared', file: { report: toFileReport({ path, text, problems }), comparison } };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(path, error) };
  }
};
