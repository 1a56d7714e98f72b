/** The completions in real shells: typed keys, and the arguments of the resulting call. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands.ts';
import { COMPLETION_SCRIPTS } from '../../server/src/cli/completions/shells.ts';
import { runTypedLine, SHELLS } from './support/typing.ts';

const script = (shell: keyof typeof SHELLS): string => COMPLETION_SCRIPTS[shell](COMMANDS);

/** `--option=value` and `--option value` are equivalent. */
const words = (args: readonly string[]): string[] => args.flatMap((arg) => arg.split('='));

const NAMES = ['bash', 'zsh', 'fish'] as const;

const FILES = ['a guest.cfg', 'web1.cfg'];

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a command', 'xlcfg che\t', ['check']],
  [
    'an option, its value and a file',
    'xlcfg check --fo\tjs\tweb\t',
    ['check', '--format', 'json', 'web1.cfg'],
  ],
  ['a value after =', 'xlcfg format --quotes=dou\tweb1.cfg', ['format', '--quotes', 'double', 'web1.cfg']],
  ['a file with a space in its name', 'xlcfg fix a\t', ['fix', 'a guest.cfg']],
  ['a second file', 'xlcfg fix --diff web1.cfg a\t', ['fix', '--diff', 'web1.cfg', 'a guest.cfg']],
  ['a Xen version', 'xlcfg show --xen 4.21\tweb\t', ['show', '--xen', '4.21', 'web1.cfg']],
  ['an architecture', 'xlcfg check --arch a\tweb\t', ['check', '--arch', 'arm', 'web1.cfg']],
  ['an option of xl', 'xlcfg explain bootloader_a\t', ['explain', 'bootloader_args']],
  [
    'a rule after an option',
    'xlcfg explain --type hvm xend-o\t',
    ['explain', '--type', 'hvm', 'xend-option'],
  ],
  ['a shell', 'xlcfg completions zs\t', ['completions', 'zsh']],
  ['an option of one command', 'xlcfg schema --js\t', ['schema', '--json-schema']],
  ['nothing for an unknown word', 'xlcfg schema w\t', ['schema', 'w']],
];

describe.each(NAMES)('%s completes', (name) => {
  test.each(CASES)('%s', async (_, keys, called) => {
    expect(words(await runTypedLine(SHELLS[name], script(name), keys, FILES))).toEqual(called);
  });
});

test('shellcheck accepts the script for bash', () => {
  const check = () => execFileSync('shellcheck', ['--shell=bash', '-'], { input: script('bash') });
  expect(check).not.toThrow();
});
