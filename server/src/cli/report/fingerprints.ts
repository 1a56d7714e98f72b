/** What a problem is recognised by after its file has changed. */
import { createHash } from 'node:crypto';
import type { Problem } from '@xlcfg/shared';
import type { CheckedFile } from '../check/inspect.ts';

/** No more of a line counts: a line can be the whole file. */
const MAX_LENGTH = 1000;

/** The line that a problem begins in; blanks, which a formatter may change, do not count. */
const lineOf = ({ text }: CheckedFile, { span }: Problem): string => {
  const { line } = text.positionAt(span.start);
  const start = text.offsetAt({ line, character: 0 });
  const end = text.offsetAt({ line: line + 1, character: 0 });
  return text
    .getText()
    .slice(start, Math.min(end, start + MAX_LENGTH))
    .replace(/\s+/g, '');
};

/**
 * One fingerprint a problem, in their order: the same after lines were moved or other lines changed. Of problems that
 * look the same in one file the first is told from the second by their order.
 */
export const fingerprints = (file: CheckedFile): string[] => {
  const seen = new Map<string, number>();
  return file.problems.map((problem) => {
    const hash = createHash('sha256')
      .update(`${problem.code}\n${lineOf(file, problem)}`)
      .digest('hex')
      .slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
};
