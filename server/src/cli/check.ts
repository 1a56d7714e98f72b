/** `xlcfg check`: the problems of files, and those that the files of one run make of each other. */
import { pathToFileURL } from 'node:url';
import {
  createIndex,
  digest,
  findWorkspaceProblems,
  inOrder,
  openDocument,
  type Problem,
  type Settings,
  type Workspace,
  type XlDocument,
} from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decoded } from '../node/encoding.ts';
import { type Failure, failure } from './failure.ts';
import { read, STDIN, type Target } from './files.ts';

export interface CheckedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly text: TextDocument;
  /** Also those that other files make of it. In the order of the text. */
  readonly problems: readonly Problem[];
  /** The paths, as given, of the files that problems may point at, by their URIs. Absent: they point at none. */
  readonly paths?: ReadonlyMap<string, string>;
}

const uriOf = (path: string): string => pathToFileURL(path).href;

/** The analysis of a text that is no editor's. */
export const analyse = (path: string, text: string, settings: Settings): XlDocument =>
  openDocument(TextDocument.create(uriOf(path), 'xlcfg', 0, text), settings);

/** Reads what can be read once only the first time, and then gives it again. */
const createReader = (): ((target: Target) => Promise<Decoded | undefined>) => {
  let input: Promise<Decoded | undefined> | undefined;
  return (target) => {
    if (target.path !== STDIN) return read(target);
    input ??= read(target);
    return input;
  };
};

/**
 * The facts of all files, without their texts. A file that cannot be read has none: that is told when it is checked.
 */
const survey = async (
  targets: readonly Target[],
  settings: Settings,
  readOnce: ReturnType<typeof createReader>,
): Promise<Workspace> => {
  const index = createIndex();
  for (const target of targets) {
    const content = await readOnce(target).catch(() => undefined);
    if (content === undefined) continue;
    const document = analyse(target.path, content.text, settings);
    if (document.kind.name === 'guest') index.set(digest(document));
  }
  return index;
};

/**
 * Checks each target that is a guest's configuration or was named, in order. Where there are several, each is read
 * twice: what they have to do with each other is known only after all were read, and all of them may not fit into the
 * memory.
 *
 * @param onFailure told of each file that cannot be read; the others are checked all the same
 */
export async function* check(
  targets: readonly Target[],
  settings: Settings,
  onFailure: (failure: Failure) => void,
): AsyncGenerator<CheckedFile> {
  const readOnce = createReader();
  const workspace = targets.length > 1 ? await survey(targets, settings, readOnce) : createIndex();
  const paths = new Map(targets.map(({ path }) => [uriOf(path), path]));
  // Who names single files has others.
  const complete = targets.some(({ named }) => !named);
  for (const target of targets) {
    try {
      const content = await readOnce(target);
      if (content === undefined) continue;
      const document = analyse(target.path, content.text, settings);
      const across = findWorkspaceProblems({ file: digest(document), workspace, complete }, settings);
      const problems = [...document.problems, ...across].sort(inOrder);
      yield { path: target.path, text: document.text, problems, paths };
    } catch (error) {
      onFailure(failure(target.path, error));
    }
  }
}
