import { applyEdits, formatDocument } from '@xlcfg/shared';
import type { FormatSettings } from '@xlcfg/shared/src/settings.ts';
import { test } from 'vitest';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { open } from '../../support/documents.ts';
import type { FileAnswer } from '../answers.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, type Disagreement, differ, settleAll } from '../compare.ts';
import { generateConfigText } from '../generate/configTexts.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { createRandom, type Random, randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

interface Asked {
  readonly settings: FormatSettings;
  readonly options: FormattingOptions;
}

/** Options for a text: any combination, the same one each time that the text is asked about. */
function askedFor(text: string): Asked {
  const random = createRandom([...text].reduce((sum, one) => Math.imul(sum, 31) + one.charCodeAt(0), 7));
  return {
    settings: {
      lineWidth: random.pick([20, 40, 100]),
      quotes: random.pick(['keep', 'double', 'single']),
      lists: random.pick(['keep', 'fit', 'split']),
    },
    options: {
      tabSize: random.pick([2, 4, 8]),
      insertSpaces: random.chance(0.7),
      trimTrailingWhitespace: random.chance(0.7),
      insertFinalNewline: random.chance(0.7),
      trimFinalNewlines: random.chance(0.7),
    },
  };
}

function format(text: string): string {
  const { settings, options } = askedFor(text);
  return applyEdits(text, formatDocument(open(text, { format: settings }), options));
}

/** Where something is in the file, and the memory that a crash tells of. */
const PLACES = /:\d+(?::|(?=: ))|\bline \d+\b|0x[0-9a-f]{6,}/g;

const differing = (text: string, before: FileAnswer, after: FileAnswer): Disagreement | undefined =>
  differ(text, withoutPlaces(before), withoutPlaces(after));

const withoutPlaces = ({ verdict, messages, json }: FileAnswer): unknown => ({
  verdict,
  messages: messages.map((message) => message.replace(PLACES, ':')),
  json: json ?? null,
});

/** What xl says in its dry run and, where it takes the file, on the way to the guest. */
const asks = [
  (texts: readonly string[]) => oracle().dryRun(texts.map(encode)),
  (texts: readonly string[]) => oracle().create(texts.map(encode)),
];

const compare: Comparison = async (texts) => {
  const formatted = texts.map(format);
  const answers = await Promise.all(
    asks.map(async (ask) => [await ask(texts), await ask(formatted)] as const),
  );
  return texts.map((text, at) =>
    answers
      .map(([before, after]) => {
        const [one, other] = [before[at], after[at]];
        return one && other && differing(text, one, other);
      })
      .find((found) => found !== undefined),
  );
};

/** What is thousands of levels deep is for the grammar's tests. */
const LONGEST = 5_000;

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text))
  .filter((text) => text.length < LONGEST);

const bytesOfCases = readFileCases().map(({ bytes }) => decode(bytes));

/** Blanks, line feeds, comments and semicolons where nobody needs them. */
function untidy(text: string, random: Random): string {
  const odd = ['', '', ' ', '   ', '\t', ' # note\n', '\n', '\n\n', ' ;'];
  return text
    .split(/(?<=[=[\],\n])|(?=[=[\],\n])/)
    .map((part) => (random.chance(0.25) ? part + random.pick(odd) : part))
    .join('');
}

test.for([
  ['files of everything', generateGuestFile, 3_000],
  ['files of everything, untidy', (random: Random) => untidy(generateGuestFile(random), random), 5_000],
  ['written files, untidy', (random: Random) => untidy(random.pick(written), random), 3_000],
  ['written files with changes', (random: Random) => generateMutatedFile(random, written), 3_000],
  ['texts', (random: Random) => decode(generateConfigText(random, bytesOfCases)), 10_000],
] as const)('%s are the same to xl when they are formatted', async ([what, generate, count]) => {
  const random = randomFor(`formatting: ${what}`);
  const texts = times(scaled(count), () => generate(random)).filter((text) => format(text) !== text);
  await settleAll(`${what} that formatting changes`, texts, compare);
});

test('the written files are the same to xl when they are formatted', async () => {
  const changed = written.filter((text) => format(text) !== text);
  await settleAll('written files that formatting changes', changed, compare);
});
