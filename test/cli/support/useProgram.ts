import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll } from 'vitest';
import { type Bundles, buildBundles } from '../../server/support/bundles.ts';

export interface Run {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  readonly uid?: number;
  readonly gid?: number;
}

/** An environment in which nothing is coloured. */
export const PLAIN = { ...process.env, FORCE_COLOR: '', NO_COLOR: '' };

/** Runs a program to its end; the bytes of its output come as Latin-1, one character each, or as UTF-8. */
export const execute = async (
  program: string,
  args: readonly string[],
  { input, ...options }: RunOptions = {},
  encoding: BufferEncoding = 'utf8',
): Promise<Run> => {
  const child = spawn(program, args, { env: PLAIN, ...options });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding(encoding).on('data', (chunk) => {
      output[name] += chunk;
    });
  }
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'close');
  return { code, ...output };
};

export interface BuiltProgram {
  /** What was built, once the tests run. */
  readonly bundles: () => Bundles;
  readonly run: (args: readonly string[], options?: RunOptions, encoding?: BufferEncoding) => Promise<Run>;
}

/** The command line as it is shipped, for the tests of a file: built before them, removed after them. */
export const useProgram = (): BuiltProgram => {
  let built: Bundles | undefined;
  beforeAll(() => {
    built = buildBundles();
  });
  afterAll(() => built?.remove());
  const bundles = (): Bundles => {
    if (built === undefined) throw new Error('The program is built before the first test, not before that.');
    return built;
  };
  return {
    bundles,
    run: (args, options, encoding) => execute(process.execPath, [bundles().cli, ...args], options, encoding),
  };
};
