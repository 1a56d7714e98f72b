/** The content of files and of standard input. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FileKindName, fileKind, openDocument, type Settings, type XlDocument } from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DecodedText, decode } from '../../node/encoding.ts';
import type { Target } from './targets.ts';

export interface Content extends DecodedText {
  /** Derived from path and text. Null: the file does not look like one of xl's. */
  readonly kind: FileKindName | null;
}

/** Everything on standard input. */
export const readStdin = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/**
 * Reads a file, or standard input.
 *
 * @throws the system's error
 */
export const readContent = async (target: Pick<Target, 'path' | 'isStdin'>): Promise<Content> => {
  const { text, encoding } = decode(target.isStdin ? await readStdin() : readFileSync(target.path));
  return { text, encoding, kind: fileKind(path.resolve(target.path), text, false) };
};

/** Whether a target is skipped, now that its content is known. */
export const isSkipped = ({ guestsOnly }: Target, { kind }: Content): boolean => guestsOnly && kind === null;

/**
 * The analysis of a file. A file of unknown kind counts as a guest: whoever names it wants to know.
 *
 * @param file its path, from which it gets its URI
 */
export const analyze = (
  file: string,
  { text, kind }: Pick<Content, 'text' | 'kind'>,
  settings: Settings,
): XlDocument =>
  openDocument(TextDocument.create(pathToFileURL(file).href, 'xlcfg', 0, text), settings, kind ?? 'guest');
