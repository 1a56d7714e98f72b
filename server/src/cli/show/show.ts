/** The configuration that xl would make of a file. */
import { type EffectiveConfigText, effectiveConfigText, type Settings } from '@xlcfg/shared';
import { analyze, readContent } from '../common/content.ts';
import { type Failure, toFailure } from '../common/notice.ts';
import { STDIN_PATH } from '../common/paths.ts';
import { type FileReport, toFileReport } from '../report/fileReport.ts';

/** `annotated` is the JSON with comments on the origin of each value. */
export type Printed = Pick<EffectiveConfigText, 'json' | 'annotated'>;

export type ShowResult =
  | { readonly kind: 'accepted'; readonly printed: Printed }
  /** The report has the reasons why xl rejects the file. `printed` is there where it does so after it has printed that. */
  | { readonly kind: 'rejected'; readonly report: FileReport; readonly printed?: Printed }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Computes the effective configuration of one file. Never rejects.
 *
 * @param path a file, or `-` for standard input
 * @param maxSize in bytes
 */
export const show = async (path: string, settings: Settings, maxSize: number): Promise<ShowResult> => {
  try {
    const content = await readContent({ path, isStdin: path === STDIN_PATH, maxSize });
    const document = analyze(path, content, settings);
    if (document.kind.name !== 'guest') {
      const message = `no guest's configuration, it looks like ${document.kind.name}`;
      return { kind: 'failed', failure: { path, message } };
    }
    const printed = effectiveConfigText(document);
    const { refused, isPrinted } = printed;
    if (refused.length === 0) return { kind: 'accepted', printed };
    const report = toFileReport({ path, text: content.text, problems: refused });
    return { kind: 'rejected', report, ...(isPrinted && { printed }) };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(path, error) };
  }
};
