/** Where programs run: this machine, or another system in a folder. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Machine {
  /** Absolute paths, as the programs see them. */
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  readonly run: (command: readonly string[], input?: string) => Outcome;
  readonly start: (command: readonly string[]) => ChildProcessWithoutNullStreams;
}

/** Nothing of the environment of the tests: what is installed must work by itself. */
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  DEBIAN_FRONTEND: 'noninteractive',
};

/**
 * @param root the folder that stands for `/` of the machine
 * @param prefix what runs a command there
 */
const machine = (root: string, prefix: readonly string[]): Machine => {
  const split = (command: readonly string[]): [string, string[]] => {
    const [program = '', ...args] = [...prefix, ...command];
    return [program, args];
  };
  const at = (file: string): string => path.join(root, file);
  return {
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    run: (command, input = '') => {
      const options = { env: ENVIRONMENT, input, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
      const { status, stdout, stderr, error } = spawnSync(...split(command), options);
      if (error) throw error;
      return { code: status, stdout, stderr };
    },
    start: (command) => spawn(...split(command), { env: ENVIRONMENT, stdio: 'pipe' }),
  };
};

export const thisMachine = machine('/', []);

/** The machine whose file system is in the folder. */
export const machineIn = (root: string): Machine => machine(root, ['chroot', root]);
