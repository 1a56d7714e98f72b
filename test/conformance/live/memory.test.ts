/** The proof of unspecified.ts: what xl says is the same whatever memory holds, but for what that table leaves out. */
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { generateOtherFile } from '../generate/otherFiles.ts';
import type { Memory, Question } from '../oracle.ts';
import { builtReleases } from '../programs.ts';
import { randomFor, scaled, times } from '../random.ts';
import {
  isVerdictOpen,
  specifiedAnswer,
  type Unspecified,
  unspecifiedFor,
  unspecifiedIn,
} from '../unspecified.ts';
import { withOracle } from './withOracle.ts';

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text));

const NOTHING: readonly Unspecified[] = [];

describe.each(builtReleases())('xl $name', (release) => {
  const oracle = withOracle(release);
  const unspecified = (file: Uint8Array): readonly Unspecified[] => unspecifiedIn(file, release.xenVersion);

  const inBothMemories =
    (
      question: Question,
      unspecifiedOf: (file: Uint8Array) => readonly Unspecified[] = () => NOTHING,
    ): Comparison =>
    async (texts) => {
      const files = texts.map(encode);
      const zeros = await oracle().inMemory('zeros', question, files);
      const digits = await oracle().inMemory('digits', question, files);
      return texts.map((text, at) => {
        const left = unspecifiedOf(encode(text));
        const [one, other] = [zeros[at], digits[at]];
        return one && other && !isVerdictOpen(left)
          ? differ(text, specifiedAnswer(one, left), specifiedAnswer(other, left))
          : undefined;
      });
    };

  test.for(['dryRun', 'create'] as const)(
    'guests have the same answer in both memories: %s',
    async (question) => {
      const random = randomFor(`memory ${release.name}`);
      const generated = times(scaled(release.share * 1_500), () =>
        random.chance(0.7) ? generateGuestFile(random) : generateMutatedFile(random, written),
      );
      await settleAll(
        `guests in two memories (${question}), xl ${release.name}`,
        [...written, ...generated],
        inBothMemories(question, unspecified),
      );
    },
  );

  test.for([
    ['xl.conf', 'global'],
    ['cpupool', 'pool'],
  ] as const)('files as %s have the same answer in both memories', async ([kind, question]) => {
    const random = randomFor(`memory: ${kind} ${release.name}`);
    const files = readFileCases(kind).map(({ bytes }) => decode(bytes));
    const generated = times(scaled(500), () => generateOtherFile(kind, random));
    await settleAll(
      `files as ${kind} in two memories, xl ${release.name}`,
      [...files, ...generated],
      inBothMemories(question),
    );
  });

  /** Whether memory, or chance, has a say in an answer once all but one part of what is unspecified is left out. */
  test.for(unspecifiedFor(release.xenVersion))('differs in a written case: $what', async (row) => {
    const files = written.map(encode).filter((file) => unspecified(file).includes(row));
    const ask = async (memory: Memory): Promise<unknown[]> =>
      (await oracle().inMemory(memory, 'dryRun', files)).map((answer, at) =>
        specifiedAnswer(
          answer,
          unspecified(files[at] ?? encode('')).filter((one) => one !== row),
        ),
      );
    expect(await ask('zeros')).not.toEqual(await ask('digits'));
  });
});
