/** What a finding is recognized by after its file has changed. */
import { createHash } from 'node:crypto';
import { lineAt } from './excerpt.ts';
import type { FileReport } from './fileReport.ts';

/** In characters: only so much of a line counts, as a line may be the whole file. */
const MAX_LINE_LENGTH = 1000;

/**
 * One fingerprint for each finding of a file, in their order. It depends on the rule and on the line without its
 * whitespace, so that it stays the same when the line moves, is formatted, or other lines change. Equal findings are
 * told apart by a counter.
 */
export const fingerprintsOf = ({ text, findings }: FileReport): string[] => {
  const seen = new Map<string, number>();
  return findings.map(({ code, lineStart }) => {
    const line = lineAt(text, lineStart, 0, MAX_LINE_LENGTH).replace(/\s+/g, '');
    const hash = createHash('sha256').update(`${code}\n${line}`).digest('hex').slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
};
