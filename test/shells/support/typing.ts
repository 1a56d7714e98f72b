/** Typing in an interactive shell: keys are sent to a terminal once the prompt is shown. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../../support/eventually.ts';

export interface Shell {
  /** Starts an interactive shell that reads only the files in its home folder. */
  readonly command: string;
  /** The files in its home folder, by name. `completions` is the script that xlcfg prints. */
  readonly home: (completions: string) => Readonly<Record<string, string>>;
}

/** The prompt. */
const PROMPT = 'ready::';

/** In two parts, so that the echo of its definition isn't mistaken for a prompt. */
const [BEFORE, AFTER] = [PROMPT.slice(0, 3), PROMPT.slice(3)];

export const SHELLS: Readonly<Record<'bash' | 'zsh' | 'fish', Shell>> = {
  bash: {
    command: 'bash --noprofile --rcfile rc -i',
    home: (completions) => ({
      rc: `PS1='${BEFORE}''${AFTER}'\nPATH=$HOME:$PATH\nbind 'set bell-style none'\nsource completions\n`,
      completions,
    }),
  },
  zsh: {
    command: 'zsh -i',
    home: (completions) => ({
      '.zshrc': `PATH=$HOME:$PATH\nfpath=($HOME $fpath)\nautoload -U compinit\ncompinit -u\nPS1='${BEFORE}''${AFTER}'\n`,
      _xlcfg: completions,
    }),
  },
  fish: {
    command: 'fish -i',
    home: (completions) => ({
      '.config/fish/config.fish': `set -g fish_greeting\nset -gx PATH $HOME $PATH\nfunction fish_prompt\n  printf '%s%s' '${BEFORE}' '${AFTER}'\nend\n`,
      '.config/fish/completions/xlcfg.fish': completions,
      // Without this folder each shell reads all manual pages of the system, in the background.
      '.local/share/fish/generated_completions/README': '',
    }),
  },
};

/** Writes its arguments, one per line, atomically. */
const STUB = `#!/bin/sh
printf '%s\\n' "$@" > "$HOME/called.new" && mv "$HOME/called.new" "$HOME/called"
`;

const until = (what: string, holds: () => boolean): Promise<void> =>
  eventually(() => {
    if (!holds()) throw new Error(`no ${what}`);
  });

/**
 * Types a line into a shell with the completions, and presses Return.
 *
 * @param files names of files in the current folder of the shell
 * @returns the arguments of xlcfg
 */
export const runTypedLine = async (
  { command, home }: Shell,
  completions: string,
  keys: string,
  files: readonly string[],
): Promise<readonly string[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlcfg-shell-'));
  const at = (name: string): string => path.join(folder, name);
  const all = { xlcfg: STUB, ...home(completions), ...Object.fromEntries(files.map((name) => [name, ''])) };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }
  chmodSync(at('xlcfg'), 0o755);
  // The program that gives it a terminal comes with every Debian.
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'xterm', LANG: 'C.UTF-8', SHELL: '/bin/sh' },
    detached: true,
  });
  try {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    await until(`prompt of ${command}`, () => output.includes(PROMPT));
    child.stdin.write(`${keys}\r`);
    await until(`call after ${JSON.stringify(keys)}: ${output}`, () => existsSync(at('called')));
    const called = readFileSync(at('called'), 'utf8').trimEnd().split('\n');
    // A shell writes its history when it ends: the folder goes only after that.
    child.stdin.write('exit\r');
    await until(`end of ${command}`, () => child.exitCode !== null);
    return called;
  } finally {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
};
