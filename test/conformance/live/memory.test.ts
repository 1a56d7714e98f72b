/** The proof of unspecified.ts: what xl says is the same whatever memory holds, but for what that table leaves out. */
import { expect, test } from 'vitest';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { generateOtherFile } from '../generate/otherFiles.ts';
import type { Memory, Question } from '../oracle.ts';
import { randomFor, scaled, times } from '../random.ts';
import {
  isVerdictOpen,
  specifiedAnswer,
  UNSPECIFIED,
  type Unspecified,
  unspecifiedIn,
} from '../unspecified.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text));

const NOTHING: readonly Unspecified[] = [];

const inBothMemories =
  (question: Question, unspecifiedOf: typeof unspecifiedIn = () => NOTHING): Comparison =>
  async (texts) => {
    const files = texts.map(encode);
    const zeros = await oracle().inMemory('zeros', question, files);
    const digits = await oracle().inMemory('digits', question, files);
    return texts.map((text, at) => {
      const unspecified = unspecifiedOf(encode(text));
      const [one, other] = [zeros[at], digits[at]];
      return one && other && !isVerdictOpen(unspecified)
        ? differ(text, specifiedAnswer(one, unspecified), specifiedAnswer(other, unspecified))
        : undefined;
    });
  };

test.for(['dryRun', 'create'] as const)(
  'guests have the same answer in both memories: %s',
  async (question) => {
    const random = randomFor('memory');
    const generated = times(scaled(3_000), () =>
      random.chance(0.7) ? generateGuestFile(random) : generateMutatedFile(random, written),
    );
    await settleAll(
      `guests in two memories (${question})`,
      [...written, ...generated],
      inBothMemories(question, unspecifiedIn),
    );
  },
);

test.for([
  ['xl.conf', 'global'],
  ['cpupool', 'pool'],
] as const)('files as %s have the same answer in both memories', async ([kind, question]) => {
  const random = randomFor(`memory: ${kind}`);
  const files = readFileCases(kind).map(({ bytes }) => decode(bytes));
  const generated = times(scaled(500), () => generateOtherFile(kind, random));
  await settleAll(`files as ${kind} in two memories`, [...files, ...generated], inBothMemories(question));
});

/** Whether memory, or chance, has a say in an answer once all but one part of what is unspecified is left out. */
test.for(UNSPECIFIED)('differs in a written case: $what', async (row) => {
  const files = written.map(encode).filter((file) => unspecifiedIn(file).includes(row));
  const ask = async (memory: Memory): Promise<unknown[]> =>
    (await oracle().inMemory(memory, 'dryRun', files)).map((answer, at) =>
      specifiedAnswer(
        answer,
        unspecifiedIn(files[at] ?? encode('')).filter((one) => one !== row),
      ),
    );
  expect(await ask('zeros')).not.toEqual(await ask('digits'));
});
