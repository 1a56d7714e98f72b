/** Temporary folders in which programs are run. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

export interface Sandbox extends Disposable {
  readonly path: string;
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  /** Runs a script in `folder` until the first failing command, like a pipeline. Combines stdout and stderr. */
  readonly sh: (script: string, options?: ShOptions) => ScriptResult;
}

export interface ShOptions {
  /** Relative to the sandbox. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ScriptResult {
  readonly code: number | null;
  readonly output: string;
}

/** A folder with a home folder and a git identity, removed at the end of the block. */
export const makeSandbox = (): Sandbox => {
  const root = mkdtempSync(path.join(tmpdir(), 'xlcfg-place-'));
  const at = (name: string): string => path.join(root, name);
  mkdirSync(at('bin'));
  mkdirSync(at('home'));
  writeFileSync(
    at('home/.gitconfig'),
    '[user]\n\tname = Somebody\n\temail = somebody@example.org\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n',
  );
  return {
    path: root,
    at,
    write: (name, content) => {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    },
    sh: (script, { folder = '.', env = {} } = {}) => {
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
        {
          cwd: at(folder),
          encoding: 'utf8',
          maxBuffer: 1 << 26,
          env: {
            ...process.env,
            // How npm reaches its registry is the machine's business.
            npm_config_userconfig: process.env.npm_config_userconfig ?? path.join(homedir(), '.npmrc'),
            npm_config_cache: process.env.npm_config_cache ?? path.join(homedir(), '.npm'),
            // What was fetched for this workspace need not be asked for again.
            npm_config_prefer_offline: 'true',
            PATH: `${at('bin')}${path.delimiter}${process.env.PATH}`,
            HOME: at('home'),
            npm_config_prefix: root,
            PRE_COMMIT_HOME: at('home/pre-commit'),
            LANG: 'C.UTF-8',
            ...env,
          },
        },
      );
      return { code: status, output: `${stdout}${stderr}` };
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** Puts a program on the PATH of the sandbox. */
export const installProgram = ({ at }: Sandbox, name: string, script: string): void => {
  writeFileSync(at(`bin/${name}`), script);
  chmodSync(at(`bin/${name}`), 0o755);
};

/** Parses YAML. Throws if it is invalid. */
export const readYaml = (text: string): unknown => {
  const program = 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  // YAML reads the word `on` as true, which JSON has as a key of that name.
  return JSON.parse(stdout);
};
