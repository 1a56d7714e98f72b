/** What all formats of a release need to know. */
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from './files.ts';

export interface Release {
  /** Where the packages go. */
  readonly output: string;
  /** An empty folder for work in progress. */
  readonly work: string;
  /** When the version was made, in seconds since 1970: the time of the commit, or SOURCE_DATE_EPOCH. */
  readonly epoch: number;
}

/** The environment that makes the output of a program the same everywhere. */
const environment = ({ epoch }: Release): NodeJS.ProcessEnv => ({
  ...process.env,
  SOURCE_DATE_EPOCH: String(epoch),
  TZ: 'UTC',
  LC_ALL: 'C.UTF-8',
});

/** Runs a program. Throws if it fails. */
export const run = (release: Release, program: string, args: readonly string[], cwd: string = ROOT): string =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment(release),
  });

/** Runs programs at the same time, each a command of words. Throws if one fails. */
export const runTogether = async (
  release: Release,
  commands: readonly (readonly [program: string, ...args: string[]])[],
  cwd: string,
): Promise<void> => {
  const options = { cwd, env: environment(release) };
  await Promise.all(commands.map(([program, ...args]) => promisify(execFile)(program, args, options)));
};

/** The time of the release. Throws outside of a repository without SOURCE_DATE_EPOCH. */
export const epochOfRelease = (): number => {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return Number(given);
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }));
};
