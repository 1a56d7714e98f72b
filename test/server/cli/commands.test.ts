/** What has to hold for the table of commands, and what is generated from it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../../server/package.json';
import { type Command, completionOf, flagOf } from '../../../server/src/cli/command/command.ts';
import { manPage } from '../../../server/src/cli/command/manPage.ts';
import { createProgram } from '../../../server/src/cli/command/parser.ts';
import { COMMANDS } from '../../../server/src/cli/commands.ts';
import { COMPLETIONS } from '../../../server/src/cli/completions/shells.ts';

const sentences = ({ description, arguments: args, options, exits, examples }: Command): string[] => [
  ...args.map((one) => one.description),
  ...Object.values(options).map((one) => one.description),
  ...Object.values(exits),
  ...examples.map(({ does }) => does),
  description.replace(/\.$/, ''),
];

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s', (_, command) => {
  test('has its texts in one form', () => {
    expect(command.description).toMatch(/^[A-Z].*\.$/);
    expect(command.summary).toMatch(/^[a-z].*[^.]$/);
    expect(sentences(command).filter((text) => text === '' || text.endsWith('.'))).toEqual([]);
  });

  test('has examples that it can parse', async () => {
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
      await createProgram([recorded], () => {}).parseAsync([command.name, ...words], { from: 'user' });
      expect(called, call).toBeDefined();
    }
  });

  test('has conflicts among its own options, told once', () => {
    for (const [key, { conflicts = [] }] of Object.entries(command.options)) {
      for (const other of conflicts) {
        expect(Object.keys(command.options)).toContain(other);
        expect(command.options[other]?.conflicts ?? []).not.toContain(key);
      }
    }
  });
});

/** The words of a command line up to where its output goes, as a shell reads them. */
const wordsOf = (line: string): string[] => {
  const [call = ''] = line.split(/ [|<>] /);
  return [...call.matchAll(/'([^']*)'|(\S+)/g)].map(([, inner, word]) => inner ?? word ?? '');
};

test('a flag of one command has no value in another', () => {
  const kinds = new Map<string, boolean>();
  for (const { options } of COMMANDS) {
    for (const [key, option] of Object.entries(options)) {
      const hasValue = completionOf(option) !== undefined;
      expect(kinds.get(key) ?? hasValue, key).toBe(hasValue);
      kinds.set(key, hasValue);
    }
  }
});

test('the manual page is as the commands have it (npm run docs)', () => {
  const committed = readFileSync(new URL('../../../server/man/xlcfg.1', import.meta.url), 'utf8');
  expect(committed).toBe(manPage(COMMANDS, version));
});

test.each(Object.entries(COMPLETIONS))(
  'the completions for %s have every command and option',
  (_, script) => {
    const text = script(COMMANDS);
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(name);
      for (const key of Object.keys(options)) expect(text).toContain(flagOf(key).slice(2));
    }
  },
);
