/** `xlcfg check`: the problems of files, and those that the files of one run make of each other. */
import { pathToFileURL } from 'node:url';
import {
  createIndex,
  detached,
  digest,
  type FileFacts,
  findWorkspaceProblems,
  inOrder,
  openDocument,
  type Problem,
  type Settings,
  type XlDocument,
} from '@xlcfg/shared';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decoded } from '../node/encoding.ts';
import { type Failure, failure } from './failure.ts';
import { isInput, read, type Target } from './files.ts';

/** A file that is to be checked, under its settings. */
export interface Job extends Target {
  readonly settings: Settings;
}

/** Who is told of what happens meanwhile. */
export interface CheckEvents {
  /** A file cannot be read; the others are checked all the same. */
  readonly onFailure: (failure: Failure) => void;
  /** So many files were looked into. */
  readonly onProgress?: (done: number, total: number) => void;
}

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
    if (!isInput(target)) return read(target);
    input ??= read(target);
    return input;
  };
};

/** What one file is by itself. */
interface Inspected {
  readonly facts: FileFacts;
  readonly text: TextDocument;
  readonly problems: readonly Problem[];
}

const inspect = ({ path, settings }: Job, { text }: Decoded): Inspected => {
  const document = analyse(path, text, settings);
  return { facts: digest(document), text: document.text, problems: document.problems };
};

/** In UTF-16 code units: of so much text what was found in it is kept until all files were read. */
const MAX_KEPT = 64 * 1024 * 1024;

/** What is left of a file once it was looked into; nothing: it is looked into again. */
type Kept = { readonly inspected?: Inspected } | { readonly failure: Failure };

/**
 * Checks each file that is a guest's configuration or was named, in order. What the files have to do with each other is
 * known only after all were read. Where they are too many to be kept until then, the rest is read a second time.
 */
export async function* check(
  jobs: readonly Job[],
  { onFailure, onProgress }: CheckEvents,
): AsyncGenerator<CheckedFile> {
  const readOnce = createReader();
  const workspace = createIndex();
  const kept = new Map<Job, Kept>();
  let size = 0;
  for (const [index, job] of jobs.entries()) {
    onProgress?.(index, jobs.length);
    try {
      const content = await readOnce(job);
      if (content === undefined) continue;
      const inspected = inspect(job, content);
      size += content.text.length;
      const isKept = size <= MAX_KEPT;
      kept.set(job, isKept ? { inspected } : {});
      const { facts } = inspected;
      if (facts.facts.length > 0) workspace.set(isKept ? facts : detached(facts));
    } catch (error) {
      kept.set(job, { failure: failure(job.path, error) });
    }
  }
  onProgress?.(jobs.length, jobs.length);
  const paths = new Map(jobs.map(({ path }) => [uriOf(path), path]));
  // Who names single files has others.
  const complete = jobs.some(({ named }) => !named);
  for (const [job, what] of kept) {
    kept.delete(job);
    if ('failure' in what) {
      onFailure(what.failure);
      continue;
    }
    const { path, settings } = job;
    try {
      const content = what.inspected ? undefined : await readOnce(job);
      const inspected = what.inspected ?? (content && inspect(job, content));
      if (inspected === undefined) continue;
      const { facts, text, problems: own } = inspected;
      const across = findWorkspaceProblems({ file: facts, workspace, complete }, settings);
      yield { path, text, problems: [...own, ...across].sort(inOrder), paths };
    } catch (error) {
      onFailure(failure(path, error));
    }
  }
}
