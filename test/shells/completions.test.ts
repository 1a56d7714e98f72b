/** The completions in the real shells: keys in, what the program is called with out. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands/index.ts';
import { COMPLETIONS } from '../../server/src/cli/completions/index.ts';
import { SHELLS, type } from './support/typing.ts';

const script = (shell: keyof typeof SHELLS): string => COMPLETIONS[shell](COMMANDS);

/** `--option=value` and `--option value` are one to the program. */
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
  [
    'a value behind a sign',
    'xlcfg format --quotes=dou\tweb1.cfg',
    ['format', '--quotes', 'double', 'web1.cfg'],
  ],
  ['a file with a blank in its name', 'xlcfg fix a\t', ['fix', 'a guest.cfg']],
  ['a file behind another', 'xlcfg fix --diff web1.cfg a\t', ['fix', '--diff', 'web1.cfg', 'a guest.cfg']],
  ['a release', 'xlcfg show --xen 4.21\tweb\t', ['show', '--xen', '4.21', 'web1.cfg']],
  ['an option of xl', 'xlcfg explain bootloader_a\t', ['explain', 'bootloader_args']],
  [
    'a rule, behind an option',
    'xlcfg explain --type hvm xend-o\t',
    ['explain', '--type', 'hvm', 'xend-option'],
  ],
  ['a shell', 'xlcfg completions zs\t', ['completions', 'zsh']],
  ['an option of a command alone', 'xlcfg schema --js\t', ['schema', '--json-schema']],
  ['nothing that it does not know', 'xlcfg schema w\t', ['schema', 'w']],
];

describe.each(NAMES)('%s completes', (name) => {
  test.each(CASES)('%s', async (_, keys, called) => {
    expect(words(await type(SHELLS[name], script(name), keys, FILES))).toEqual(called);
  });
});

test('the script of bash is to the liking of shellcheck', () => {
  const check = () => execFileSync('shellcheck', ['--shell=bash', '-'], { input: script('bash') });
  expect(check).not.toThrow();
});
