/** What `fix` and `format` have in common: which files, and whether they are written, named or shown as a diff. */
import type { SettingValues } from '../../settings/settingValues.ts';
import type { FlagOption, OptionValues } from '../command/command.ts';
import { EXIT, type ExitCode, WrongCall } from '../command/exitCode.ts';
import { failure } from '../common/failure.ts';
import { createFailures, findJobs, ONLY_GUESTS_OPTION } from '../common/options.ts';
import { complain, printIfRead, shownText } from '../common/output.ts';
import { STDIN } from '../common/targets.ts';
import { counted, shownPath } from '../report/text.ts';
import { type Change, type Rewritten, rewrite } from './rewrite.ts';

export interface Words {
  /** fix */
  readonly verb: string;
  /** fixed */
  readonly done: string;
}

/** The options of a command that changes files. */
export const REWRITING_OPTIONS = {
  check: {
    kind: 'flag',
    conflicts: ['diff'],
    description: 'write nothing, exit with 1 if a file would change',
  },
  diff: { kind: 'flag', description: 'write nothing, print a diff for patch -p0' },
  onlyGuests: ONLY_GUESTS_OPTION,
} as const satisfies Readonly<Record<string, FlagOption>>;

export const REWRITING_EXITS = {
  0: 'done',
  1: '--check and a file would change',
  2: 'a wrong call or a file not read or written',
} as const;

export const REWRITING_NOTES: readonly string[] = [
  'A file is written whole or not at all. What comes on standard input goes to standard output.',
];

/** What is done with a file that changes, by the options. */
interface Mode {
  /** Gives what a person should know of it. Throws the system's error. */
  readonly act?: (file: Rewritten) => string | undefined;
  readonly tell: (file: Rewritten, words: Words) => string | Uint8Array;
  /** How the last line calls what happened. Absent: the output is for a program, nothing is added to it. */
  readonly outcome?: (words: Words) => string;
  readonly exitCode: (changed: number) => ExitCode;
}

const MODES: Readonly<Record<'write' | 'filter' | 'check' | 'diff', Mode>> = {
  write: {
    act: (file) => file.write(),
    tell: ({ path }, { done }) => `${done} ${shownPath(path)}\n`,
    outcome: ({ done }) => done,
    exitCode: () => EXIT.fine,
  },
  filter: { tell: (file) => file.content(), exitCode: () => EXIT.fine },
  check: {
    tell: ({ path }, { verb }) => `would ${verb} ${shownPath(path)}\n`,
    outcome: ({ done }) => `would be ${done}`,
    exitCode: (changed) => (changed > 0 ? EXIT.found : EXIT.fine),
  },
  diff: { tell: (file) => shownText(file.diff()), exitCode: () => EXIT.fine },
};

const modeFor = (
  paths: readonly string[],
  { check, diff }: OptionValues<typeof REWRITING_OPTIONS>,
): keyof typeof MODES => {
  if (diff) return 'diff';
  if (check) return 'check';
  if (!paths.includes(STDIN)) return 'write';
  if (paths.some((path) => path !== STDIN)) throw new WrongCall('standard input comes without other files');
  return 'filter';
};

/**
 * Rewrites the files, or tells what would be rewritten.
 *
 * @param given what the command line says of settings
 */
export const runRewriting = async (
  paths: readonly string[],
  options: OptionValues<typeof REWRITING_OPTIONS>,
  given: SettingValues,
  change: Change,
  words: Words,
): Promise<ExitCode> => {
  const name = modeFor(paths, options);
  const mode = MODES[name];
  const failures = createFailures();
  let files = 0;
  let changed = 0;
  for await (const file of rewrite(
    await findJobs(paths, given, failures, { onlyGuests: options.onlyGuests }),
    change,
    failures.report,
  )) {
    files += 1;
    if (!file.changed && name !== 'filter') continue;
    try {
      const message = mode.act?.(file);
      if (message !== undefined) complain({ path: file.path, message });
    } catch (error) {
      failures.report(failure(file.path, error));
      continue;
    }
    changed += 1;
    await printIfRead(mode.tell(file, words));
  }
  if (mode.outcome) {
    await printIfRead(`${changed} of ${counted(files, 'file')} ${mode.outcome(words)}\n`);
  }
  return failures.exitCode(mode.exitCode(changed));
};
