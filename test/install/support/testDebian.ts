/** The tests of the package for Debian: installed, used as its users do, removed; then the tarball in its place. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBlock } from '../../editors/terminal/support/page.ts';
import { WAIT_MS } from '../../support/limits.ts';
import { type Debian, installDebian } from './debian.ts';
import { packageFile } from './dist.ts';
import { testPrograms } from './testPrograms.ts';

export interface DebianRelease {
  readonly suite: string;
  /** What is installed besides that which every test needs. */
  readonly packages?: readonly string[];
  /** Tests that only this release has. */
  readonly more?: (debian: () => Debian, guest: string) => void;
}

const PACKAGES = ['nodejs', 'vim', 'neovim', 'nano', 'man-db', 'bash-completion', 'zsh', 'fish'];

const GUEST = '/etc/xen/web1.cfg';
const GUEST_TEXT = `# a guest
name = 'web1'
type = 'hvm'
memory = 512
memroy = 512
disk = [ 'tap:aio:/srv/a.img,xvda,w' ]
`;

/** What is wrong with the guest, by the lines of the file. */
export const PROBLEM_LINES = [5, 6];

/** The highlight group of Vim that each text of the guest gets. */
const GROUPS = {
  'a guest': 'xlcfgComment',
  name: 'xlcfgOption',
  "'web1": 'xlcfgQuote',
  'aio:': 'xlcfgPrefix',
};

const SCRIPTS = path.resolve(import.meta.dirname);
const script = (name: string): string => readFileSync(path.join(SCRIPTS, name), 'utf8');

/** Runs an editor with a script that writes what it sees, and returns that. */
export const seenBy = (
  machine: Debian,
  name: string,
  command: readonly string[],
  env: readonly string[] = [],
): unknown => {
  machine.write(`/root/${name}`, script(name));
  machine.write('/root/seen.json', 'null');
  const { stdout, stderr } = machine.run(['env', ...env, 'timeout', `${WAIT_MS / 1000}`, ...command]);
  const seen: unknown = JSON.parse(machine.read('/root/seen.json'));
  if (seen === null) throw new Error(`${command.join(' ')}: ${stdout}${stderr}`);
  return seen;
};

const linesOf = (problems: unknown): number[] =>
  (problems as readonly { readonly line: number }[]).map(({ line }) => line).sort((a, b) => a - b);

const COMPLETIONS: Readonly<Record<string, readonly string[]>> = {
  bash: [
    'bash',
    '-c',
    `. /usr/share/bash-completion/bash_completion
     if declare -F _comp_load >/dev/null; then _comp_load xlcfg; else __load_completion xlcfg; fi
     [[ $(complete -p xlcfg) =~ -F\\ ([^\\ ]+) ]] || exit 1
     COMP_WORDS=(xlcfg che) COMP_CWORD=1 COMP_LINE='xlcfg che' COMP_POINT=9
     "\${BASH_REMATCH[1]}" xlcfg che xlcfg
     printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: [
    'zsh',
    '-c',
    'autoload -U compinit; compinit -u -D; autoload +X $_comps[xlcfg]; whence -f $_comps[xlcfg]',
  ],
  fish: ['fish', '-c', "complete -C 'xlcfg che'"],
};

export const testDebian = ({ suite, packages = [], more }: DebianRelease): void => {
  let machine: Debian;
  let installedFiles: readonly string[];

  beforeAll(() => {
    machine = installDebian(suite, [...PACKAGES, ...packages]);
    machine.write(GUEST, GUEST_TEXT);
    const deb = machine.bring(packageFile('.deb'));
    const { code, stdout, stderr } = machine.run(['apt-get', 'install', '-y', deb]);
    if (code !== 0) throw new Error(stdout + stderr);
    installedFiles = machine.run(['dpkg', '-L', 'xlcfg']).stdout.trim().split('\n');
  });
  afterAll(() => machine.remove());

  describe('the package', () => {
    testPrograms(() => ({
      machine,
      folder: '/root/guests',
      xlcfg: ['xlcfg'],
      server: ['xlcfg-language-server'],
    }));

    test.each(['xlcfg', 'xlcfg-language-server'])('man %s', (page) => {
      const { code, stdout, stderr } = machine.run(['man', page]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(new RegExp(`^NAME\\n +${page}`, 'm'));
      expect(code).toBe(0);
    });

    test.each(Object.keys(COMPLETIONS))('%s completes xlcfg check', (shell) => {
      const { stdout, stderr } = machine.run(COMPLETIONS[shell] ?? []);
      expect(stdout, stderr).toMatch(/\bcheck\b/);
    });

    describe.each([
      ['vim', ['vim', '-u', 'DEFAULTS', '-es', '-N', '-c', 'syntax on']],
      ['nvim', ['nvim', '--headless']],
    ])('%s', (_, editor) => {
      test('recognizes and highlights a guest', () => {
        const seen = seenBy(
          machine,
          'read.vim',
          [...editor, '-c', 'source /root/read.vim', '-c', 'qall!', GUEST],
          [`PATTERNS=${JSON.stringify(Object.keys(GROUPS))}`],
        );
        expect(seen).toEqual({ filetype: 'xlcfg', groups: GROUPS });
      });

      test(':make lists the problems', () => {
        const seen = seenBy(machine, 'make.vim', [
          ...editor,
          '-c',
          'source /root/make.vim',
          '-c',
          'qall!',
          GUEST,
        ]);
        expect(linesOf(seen)).toEqual(PROBLEM_LINES);
      });
    });

    test('Neovim shows the diagnostics of the server', () => {
      machine.write('/root/.config/nvim/init.lua', findBlock('neovim.md', 'Neovim 0.7 to 0.10', 'lua'));
      const seen = seenBy(machine, 'diagnostics.lua', [
        'nvim',
        '--headless',
        GUEST,
        '-c',
        'luafile /root/diagnostics.lua',
      ]);
      expect(linesOf(seen)).toEqual(PROBLEM_LINES);
    });

    test('nano highlights a guest', () => {
      const screen = machine.onTerminal(['nano', '--view', GUEST], '\x18');
      const painted = (text: string): string =>
        new RegExp(`\\x1b\\[([\\d;]*)m[^\\x1b]*${text}`).exec(screen)?.[1] ?? '';
      expect(painted('# a guest')).not.toBe('');
      const colors = ['# a guest', 'name', 'memroy'].map(painted);
      expect(new Set(colors).size).toBe(3);
    });

    more?.(() => machine, GUEST);
  });

  describe('after the package is purged', () => {
    beforeAll(() => {
      const { code, stdout, stderr } = machine.run(['apt-get', 'purge', '-y', 'xlcfg']);
      if (code !== 0) throw new Error(stdout + stderr);
    });

    test('none of its files is left', () => {
      const files = installedFiles.filter((file) => file.includes('xlcfg'));
      expect(files.length).toBeGreaterThan(20);
      expect(files.filter((file) => machine.has(file))).toEqual([]);
    });

    describe('the tarball in /usr/local', () => {
      beforeAll(() => {
        const file = machine.bring(packageFile('.tar.gz'));
        const { code, stderr } = machine.run([
          'tar',
          '-xzf',
          file,
          '-C',
          '/usr/local',
          '--strip-components=1',
        ]);
        if (code !== 0) throw new Error(stderr);
      });

      testPrograms(() => ({
        machine,
        folder: '/root/others',
        xlcfg: ['xlcfg'],
        server: ['xlcfg-language-server'],
      }));

      test('man finds the pages', () => {
        expect(machine.run(['man', 'xlcfg']).stdout).toMatch(/^NAME\n +xlcfg/m);
      });

      test('Neovim highlights a guest', () => {
        const command = ['nvim', '--headless', '-c', 'source /root/read.vim', '-c', 'qall!', GUEST];
        const seen = seenBy(machine, 'read.vim', command, [
          `PATTERNS=${JSON.stringify(Object.keys(GROUPS))}`,
        ]);
        expect(seen).toEqual({ filetype: 'xlcfg', groups: GROUPS });
      });
    });
  });
};
