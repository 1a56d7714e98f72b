/** The command line as it is shipped, as a process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../../../support/eventually.ts';
import { cliCommand, inShell } from '../../../support/programs.ts';

export interface Run {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Beside the environment of the tests. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  readonly uid?: number;
  readonly gid?: number;
}

/** Plain output, wherever the tests run. */
const environment = (env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  FORCE_COLOR: '',
  NO_COLOR: '',
  GITHUB_WORKSPACE: '',
  ...env,
});

/** A program that runs. */
export interface Running extends AsyncDisposable {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Run>;
  /** Waits until the output has this, from `offset` on, and gives the offset behind it. */
  readonly waitFor: (text: string, offset?: number) => Promise<number>;
}

/** Starts a program; the bytes of its output come as Latin-1, one character each, or as UTF-8. */
const startProgram = (
  program: string,
  args: readonly string[],
  { input, env, ...options }: RunOptions = {},
  encoding: BufferEncoding = 'utf8',
): Running => {
  const child = spawn(program, args, { ...options, env: environment(env) });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding(encoding).on('data', (chunk) => {
      output[name] += chunk;
    });
  }
  child.stdin.on('error', () => {}).end(input);
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  return {
    child,
    ended,
    waitFor: (text, offset = 0) =>
      eventually(() => {
        const found = output.stdout.indexOf(text, offset);
        if (found < 0) throw new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(output)}`);
        return found + text.length;
      }),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** Runs a program to its end. */
export const execute = (...call: Parameters<typeof startProgram>): Promise<Run> =>
  startProgram(...call).ended;

/** Starts the command line. */
export const start = (args: readonly string[], options?: RunOptions, encoding?: BufferEncoding): Running =>
  startProgram(cliCommand[0], [...cliCommand.slice(1), ...args], options, encoding);

/** Runs it to its end. */
export const run = (...call: Parameters<typeof start>): Promise<Run> => start(...call).ended;

/** Runs it to its end, which a signal makes if it takes more seconds of processor time, however busy the machine is. */
export const runWithin = (seconds: number, args: readonly string[], options?: RunOptions): Promise<Run> =>
  execute('sh', ['-c', `ulimit -t ${seconds}; exec ${inShell(cliCommand)} "$@"`, 'sh', ...args], options);
