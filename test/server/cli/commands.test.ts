/** What holds for the definition of every command, and what is generated from the definitions. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../../server/package.json';
import { serverManPage } from '../../../server/scripts/serverManPage.ts';
import { type Command, completionOf, flagOf } from '../../../server/src/cli/command/command.ts';
import { manPage } from '../../../server/src/cli/command/manPage.ts';
import { createParser } from '../../../server/src/cli/command/parser.ts';
import { COMMANDS } from '../../../server/src/cli/commands.ts';
import { COMPLETION_SCRIPTS } from '../../../server/src/cli/completions/shells.ts';

/** Its texts that are phrases, without a full stop. */
const phrasesOf = ({ description, arguments: args, options, exitCodes, examples }: Command): string[] => [
  ...args.map((one) => one.description),
  ...Object.values(options).map((one) => one.description),
  ...Object.values(exitCodes),
  ...examples.map((one) => one.description),
  description.replace(/\.$/, ''),
];

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s', (_, command) => {
  test('has a sentence as its description, and phrases elsewhere', () => {
    expect(command.description).toMatch(/^[A-Z].*\.$/);
    expect(command.summary).toMatch(/^[a-z].*[^.]$/);
    expect(phrasesOf(command).filter((text) => text === '' || text.endsWith('.'))).toEqual([]);
  });

  test('has examples that can be parsed', async () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { call } of command.examples) {
      const [name, ...words] = wordsOf(call);
      expect(name).toBe(command.name);
      let called: readonly string[] | undefined;
      const recorded: Command = {
        ...command,
        run: async ({ args }) => {
          called = args;
          return 0;
        },
      };
      await createParser([recorded], () => {}).parseAsync([command.name, ...words], { from: 'user' });
      expect(called, call).toBeDefined();
    }
  });

  test('has conflicts between its own options, each on one side only', () => {
    for (const [key, { conflicts = [] }] of Object.entries(command.options)) {
      for (const other of conflicts) {
        expect(Object.keys(command.options)).toContain(other);
        expect(command.options[other]?.conflicts ?? []).not.toContain(key);
      }
    }
  });
});

/** The words of a command line as a shell reads them, up to a pipe or a redirection. */
const wordsOf = (line: string): string[] => {
  const [call = ''] = line.split(/ [|<>] /);
  return [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, inner, word]) => inner ?? word ?? '');
};

test('an option has a value in all commands or in none', () => {
  const kinds = new Map<string, boolean>();
  for (const { options } of COMMANDS) {
    for (const [key, option] of Object.entries(options)) {
      const hasValue = completionOf(option) !== undefined;
      expect(kinds.get(key) ?? hasValue, key).toBe(hasValue);
      kinds.set(key, hasValue);
    }
  }
});

test.each([
  ['xlcfg.1', manPage(COMMANDS, version)],
  ['xlcfg-language-server.1', serverManPage(version)],
])('the manual page %s is up to date (npm run docs)', (name, page) => {
  const committed = readFileSync(new URL(`../../../server/man/${name}`, import.meta.url), 'utf8');
  expect(committed).toBe(page);
});

test.each(Object.entries(COMPLETION_SCRIPTS))(
  'the completion script for %s has every command and option',
  (_, script) => {
    const text = script(COMMANDS);
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(name);
      for (const key of Object.keys(options)) expect(text).toContain(flagOf(key).slice(2));
    }
  },
);
