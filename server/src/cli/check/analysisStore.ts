/** Keeps what the reports on many files need until all files have been analyzed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AnalyzedFile } from '../report/fileReport.ts';

export interface StoredFile {
  readonly load: () => AnalyzedFile;
  /** Whether it no longer refers to the text, so that nothing else should. */
  readonly isCompressed: boolean;
}

/**
 * In bytes, approximately. Compression takes a third of the time of the analysis, but only begins after some ten
 * thousand files.
 */
const MAX_UNCOMPRESSED = 128 * 1024 * 1024;

/** In bytes, approximately. */
const PROBLEM_SIZE = 600;

const compress = (file: AnalyzedFile): StoredFile => {
  const compressed = deflateRawSync(JSON.stringify(file), { level: 1 });
  return { isCompressed: true, load: () => JSON.parse(inflateRawSync(compressed).toString()) };
};

/** Returns a function that stores a file: as it is, or compressed where those before take `maxUncompressed` bytes. */
export const createAnalysisStore = (
  maxUncompressed = MAX_UNCOMPRESSED,
): ((file: AnalyzedFile) => StoredFile) => {
  let size = 0;
  return (file) => {
    size += file.text.length + file.problems.length * PROBLEM_SIZE;
    return size > maxUncompressed ? compress(file) : { isCompressed: false, load: () => file };
  };
};
