/** The content of files and of standard input. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FileKindName, fileKind, type Settings, type XlDocument } from '@xlcfg/shared';
import { type DecodedText, openDecodedText } from '../../decodedText.ts';
import { decode } from '../../node/encoding.ts';
import { assertWhole } from '../rewrite/journal.ts';
import { MEGABYTE, realPathOf, type Target } from './targets.ts';

export interface Content extends DecodedText {
  /** Derived from path and text. Null: the file does not look like one of xl's. */
  readonly kind: FileKindName | null;
}

/** @param size in bytes, as far as it is known */
const assertSize = (size: number, { maxSize }: SizeLimit): void => {
  if (size <= maxSize) return;
  throw new Error(`exceeds the size limit of ${maxSize / MEGABYTE} MB (see --max-size)`);
};

/**
 * Everything on standard input.
 *
 * @throws where it is more than the limit
 */
export const readStdin = async (source: SizeLimit): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    assertSize(size, source);
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
};

const readFile = (source: Source): Buffer => {
  const { path: file } = source;
  assertWhole(realPathOf(file));
  assertSize(statSync(file).size, source);
  const content = readFileSync(file);
  // A pipe has no size before it is read.
  assertSize(content.length, source);
  return content;
};

type SizeLimit = Pick<Target, 'maxSize'>;
type Source = Pick<Target, 'path' | 'isStdin' | 'maxSize'>;

/**
 * Reads a file, or standard input.
 *
 * @throws the system's error, or one that gives the reason
 */
export const readContent = async (target: Source): Promise<Content> => {
  const { text, encoding } = decode(target.isStdin ? await readStdin(target) : readFile(target));
  return { text, encoding, kind: fileKind(path.resolve(target.path), text, false) };
};

/** Whether a target is skipped, now that its content is known. */
export const isSkipped = ({ guestsOnly }: Target, { kind }: Content): boolean => guestsOnly && kind === null;

/**
 * The analysis of a file. A file of unknown kind counts as a guest: whoever names it wants to know.
 *
 * @param file its path, from which it gets its URI
 */
export const analyze = (file: string, content: Content, settings: Settings): XlDocument =>
  openDecodedText(pathToFileURL(file).href, content, settings, content.kind ?? 'guest');
