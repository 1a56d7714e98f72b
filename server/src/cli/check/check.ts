/** `xlcfg check`: the problems of files, and those that the files of one run make of each other. */
import { createIndex, detached, type FileFacts, findWorkspaceProblems, type Problem } from '@xlcfg/shared';
import { type Failure, failure } from '../common/failure.ts';
import { isInput, readInput } from '../common/targets.ts';
import { add, type Count, NOTHING } from '../report/counts.ts';
import type { Across, Job, Outcome, Said, Task, Told } from './inspect.ts';

/** Who is told of what happens meanwhile. */
export interface CheckEvents {
  /** A file cannot be read; the others are checked all the same. */
  readonly onFailure: (failure: Failure) => void;
  /** So many files were looked into. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file that was checked. */
export interface Checked {
  /** As given on the command line. */
  readonly path: string;
  /** What is said of its problems, those that other files make of it among them, in the order of the text. */
  readonly texts: readonly string[];
  /** All that was found. */
  readonly found: Count;
  /** Of what was found, what is said. */
  readonly reported: Count;
}

/** In characters: so much of the report is kept until all files were read. */
const MAX_KEPT = 64 * 1024 * 1024;

/** So many files are looked into between two lines that tell how far it is. */
const STEP = 16;

/** Of so many files is known, before the first of them is told of, what the others make of them. */
const STRETCH = 4096;

const inputTask = async (job: Job): Promise<Task> => {
  try {
    return { job, input: await readInput() };
  } catch (error) {
    return { job, input: failure(job.path, error) };
  }
};

/** What is left of a file once it was looked into; of one that was let go, only what other files need to know. */
type Left = Outcome | { readonly kind: 'let go'; readonly facts?: FileFacts };

const factsOf = (left: Left | undefined): FileFacts | undefined =>
  left && 'facts' in left ? left.facts : undefined;

/** Keeps of the outcomes as much as there is room for. */
const createKeeper = (): ((outcome: Outcome) => Left) => {
  let size = 0;
  return (outcome) => {
    if (outcome.kind !== 'told') return outcome;
    const { facts, told } = outcome;
    for (const { text } of told.said) size += text.length;
    return size <= MAX_KEPT ? outcome : { kind: 'let go', ...(facts && { facts: detached(facts) }) };
  };
};

/** The paths, as they were given, of the files that problems point at. */
const pathsIn = (problems: readonly Problem[], paths: ReadonlyMap<string, string>): Across['paths'] =>
  new Map(
    problems.flatMap(({ related = [] }) =>
      related.flatMap(({ location }): [string, string][] => {
        const path = location && paths.get(location.uri);
        return location && path !== undefined ? [[location.uri, path]] : [];
      }),
    ),
  );

/** The order of the text. */
const inOrder = (a: Said, b: Said): number =>
  a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** What is said of one file, by one look at it or by two. */
const merged = (path: string, looks: readonly Told[]): Checked => ({
  path,
  texts: looks
    .flatMap(({ said }) => said)
    .sort(inOrder)
    .map(({ text }) => text),
  found: { ...looks.map(({ found }) => found).reduce(add, NOTHING), files: 1 },
  reported: { ...looks.map(({ reported }) => reported).reduce(add, NOTHING), files: 1 },
});

/**
 * Checks each file that is a guest's configuration or was named, in order. What the files have to do with each other is
 * known only after all were read: those for which it matters are read once more, and those of which there was no room
 * to keep what is said of them are looked into once more.
 */
export async function* check(
  jobs: readonly Job[],
  inspect: (task: Task) => Outcome,
  { onFailure, onProgress }: CheckEvents,
): AsyncGenerator<Checked> {
  const tasks: Task[] = [];
  for (const job of jobs) tasks.push(isInput(job) ? await inputTask(job) : { job });
  const workspace = createIndex();
  const paths = new Map<string, string>();
  const keep = createKeeper();
  const all: Left[] = [];
  onProgress?.(0, tasks.length);
  for (const task of tasks) {
    const left = keep(inspect(task));
    const facts = factsOf(left);
    if (facts) {
      workspace.set(facts);
      paths.set(facts.uri, task.job.path);
    }
    all.push(left);
    if (all.length % STEP === 0 || all.length === tasks.length) onProgress?.(all.length, tasks.length);
  }

  // Who names single files has others.
  const complete = jobs.some(({ named }) => !named);
  /** The task with what other files make of its file. */
  const informed = (task: Task, file: FileFacts | undefined): Task => {
    if (!file) return task;
    const problems = findWorkspaceProblems({ file, workspace, complete }, task.job.settings);
    return problems.length > 0 ? { ...task, across: { problems, paths: pathsIn(problems, paths) } } : task;
  };
  for (let start = 0; start < tasks.length; start += STRETCH) {
    const again: Task[] = [];
    const stretch = tasks.slice(start, start + STRETCH).map((task, at) => {
      const left = all[start + at];
      const full = informed(task, factsOf(left));
      const known = left?.kind !== 'let go';
      const isAgain = !known || full.across !== undefined;
      if (isAgain) again.push({ ...full, known });
      return { path: task.job.path, first: known ? left : undefined, isAgain };
    });
    const anew = again.map(inspect).values();
    for (const { path, first, isAgain } of stretch) {
      const looks = [first, isAgain ? anew.next().value : undefined].filter((look) => look !== undefined);
      const failed = looks.find((look) => look.kind === 'failure');
      if (failed) onFailure(failed.failure);
      const told = looks.flatMap((look) => (look.kind === 'told' ? look.told : []));
      if (!failed && told.length > 0) yield merged(path, told);
    }
  }
}
