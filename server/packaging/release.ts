/** What all formats of a release need to know. */
import { execFileSync } from 'node:child_process';
import { ROOT } from './files.ts';

export interface Release {
  /** Where the packages go. */
  readonly output: string;
  /** An empty folder for work in progress. */
  readonly work: string;
  /** When the version was made, in seconds since 1970: the time of the commit, or SOURCE_DATE_EPOCH. */
  readonly epoch: number;
}

/** Runs a program with what makes its output the same everywhere. Throws if it fails. */
export const run = (
  { epoch }: Release,
  program: string,
  args: readonly string[],
  cwd: string = ROOT,
): string =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });

/** The time of the release. Throws outside of a repository without SOURCE_DATE_EPOCH. */
export const epochOfRelease = (): number => {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return Number(given);
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }));
};
