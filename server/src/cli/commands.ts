/** What the commands do with what they find: print it, and say how it went. */
import { DEFAULT_SETTINGS, type Release, type Settings } from '@xlcfg/shared';
import { type CheckedFile, check } from './check.ts';
import { type Failure, failure } from './failure.ts';
import { collect, STDIN, type Target } from './files.ts';
import { type FixResult, fix } from './fix.ts';
import { colours, complain, isBrokenPipe, print } from './output.ts';
import { addFile, type Count, NOTHING } from './report/count.ts';
import { escapeControls } from './report/display.ts';
import { jsonReport } from './report/json.ts';
import { counted, shownPath, textReport, textSummary } from './report/text.ts';

export const EXIT = { fine: 0, found: 1, trouble: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly xen: Release;
}

export interface FixOptions {
  readonly check?: true;
  readonly diff?: true;
  readonly xen: Release;
}

/** Tells of failures as they come, and remembers that there were some. */
const createFailures = () => {
  let any = false;
  return {
    report: (failed: Failure): void => {
      any = true;
      complain(failed);
    },
    exitCode: (otherwise: ExitCode): ExitCode => (any ? EXIT.trouble : otherwise),
  };
};

type Failures = ReturnType<typeof createFailures>;

const find = (paths: readonly string[], failures: Failures): readonly Target[] => {
  const { targets, failures: failed, notes } = collect(paths);
  failed.forEach(failures.report);
  notes.forEach(complain);
  return targets;
};

const settingsFor = (xen: Release): Settings => ({ ...DEFAULT_SETTINGS, xenVersion: xen });

/** Prints file by file. */
const printText = async (files: AsyncIterable<CheckedFile>): Promise<Count> => {
  const palette = colours();
  let count = NOTHING;
  for await (const file of files) {
    count = addFile(count, file.problems);
    const report = textReport(file, palette);
    if (report !== '') await print(report);
  }
  await print(textSummary(count));
  return count;
};

const printJson = async (files: AsyncIterable<CheckedFile>): Promise<Count> => {
  const all: CheckedFile[] = [];
  for await (const file of files) all.push(file);
  const count = all.reduce((sum, file) => addFile(sum, file.problems), NOTHING);
  await print(jsonReport(all, count));
  return count;
};

const PRINT = { text: printText, json: printJson };

/** Checks the files and prints the report. The exit code is the worst of: fine, errors found, a file not read. */
export const runCheck = async (
  paths: readonly string[],
  { format, xen }: CheckOptions,
): Promise<ExitCode> => {
  const failures = createFailures();
  const files = check(find(paths, failures), settingsFor(xen), failures.report);
  const { errors } = await PRINT[format](files);
  return failures.exitCode(errors > 0 ? EXIT.found : EXIT.fine);
};

/** What `fix` does with a file that changes, by its options. */
interface FixMode {
  /** Throws the system's error. */
  readonly act?: (result: FixResult) => void;
  readonly tell: (result: FixResult) => string | Uint8Array;
  /** How the last line calls what happened. Absent: the output is for a program, nothing is added to it. */
  readonly verb?: string;
  readonly exitCode: (changed: number) => ExitCode;
}

/** A diff is for `patch`, byte by byte; only where a person looks at it is it made harmless. */
const shownDiff = (diff: Buffer): string | Buffer =>
  process.stdout.isTTY ? diff.toString().split('\n').map(escapeControls).join('\n') : diff;

const MODES: Readonly<Record<'write' | 'check' | 'diff', FixMode>> = {
  write: {
    act: (result) => result.write(),
    tell: ({ path }) => `fixed ${shownPath(path)}\n`,
    verb: 'fixed',
    exitCode: () => EXIT.fine,
  },
  check: {
    tell: ({ path }) => `would fix ${shownPath(path)}\n`,
    verb: 'would be fixed',
    exitCode: (changed) => (changed > 0 ? EXIT.found : EXIT.fine),
  },
  diff: { tell: (result) => shownDiff(result.diff()), exitCode: () => EXIT.fine },
};

/** Files are fixed whether or not anybody still reads of it. */
const printIfRead = (content: string | Uint8Array): Promise<void> =>
  print(content).catch((error: unknown) => {
    if (!isBrokenPipe(error)) throw error;
  });

/** Fixes the files, or tells what would be fixed. */
export const runFix = async (paths: readonly string[], options: FixOptions): Promise<ExitCode> => {
  const failures = createFailures();
  const mode = MODES[options.diff ? 'diff' : options.check ? 'check' : 'write'];
  const targets = find(paths, failures).filter((target) => {
    if (target.path !== STDIN) return true;
    failures.report({ path: STDIN, message: 'standard input cannot be fixed, name a file' });
    return false;
  });
  let files = 0;
  let changed = 0;
  for await (const result of fix(targets, settingsFor(options.xen), failures.report)) {
    files += 1;
    if (!result.changed) continue;
    try {
      mode.act?.(result);
    } catch (error) {
      failures.report(failure(result.path, error));
      continue;
    }
    changed += 1;
    await printIfRead(mode.tell(result));
  }
  if (mode.verb !== undefined) await printIfRead(`${changed} of ${counted(files, 'file')} ${mode.verb}\n`);
  return failures.exitCode(mode.exitCode(changed));
};
