/** The command line as it is shipped, as a process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
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

/** Starts the bundle at `cli`. */
export const start = (
  cli: string,
  args: readonly string[],
  { input, cwd, env }: RunOptions = {},
): Running => {
  const child = spawn(process.execPath, [cli, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: environment(env),
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      output[name] += chunk;
    });
  }
  child.stdin.on('error', () => {}).end(input);
  const ended = once(child, 'close').then(([code]) => ({ code, ...output }));
  return {
    child,
    ended,
    waitFor: (text, offset = 0) =>
      vi.waitFor(
        () => {
          const found = output.stdout.indexOf(text, offset);
          if (found < 0) throw new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(output)}`);
          return found + text.length;
        },
        { timeout: 60_000, interval: 20 },
      ),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** Runs it to its end. */
export const run = (cli: string, args: readonly string[], options?: RunOptions): Promise<Run> =>
  start(cli, args, options).ended;
