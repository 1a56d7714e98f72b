import { describe, test } from 'vitest';
import { compareFile, disagreementOf } from '../agree.ts';
import type { FileAnswer } from '../answers.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, differ, settleAll, settleResults } from '../compare.ts';
import { generateDifference } from '../generate/differences.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateErrorPath } from '../generate/errorPaths.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { builtReleases } from '../programs.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { count } from '../tally.ts';
import { withOracle } from './withOracle.ts';

/** What is thousands of levels deep is for the grammar's tests. */
const LONGEST = 5_000;

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text))
  .filter((text) => text.length < LONGEST);

const mutated = (random: Random): string => generateMutatedFile(random, written);

describe.each(builtReleases())('xl $name', (release) => {
  const oracle = withOracle(release);

  test.for([
    ['files about disks', generateDiskFile, 2_000],
    ['files of everything', generateGuestFile, 5_000],
    ['written files with changes', mutated, 3_000],
    [
      'files of what is different here',
      (random: Random) => generateDifference(random, release.xenVersion),
      2_000,
    ],
    ['files for the errors of libxl', generateErrorPath, 2_000],
  ] as const)('%s are taken or rejected alike, and are the same guest', async ([what, generate, size]) => {
    const random = randomFor(`${what} ${release.name}`);
    const texts = times(scaled(release.share * size), () => generate(random));
    const compare = async (some: readonly string[]) =>
      (await oracle().create(some.map(encode))).map((answer, at) =>
        compareFile(release, some[at] ?? '', answer),
      );
    const compared = await compare(texts);
    count(compared);
    await settleResults(`${what}, xl ${release.name}`, texts, compared.map(disagreementOf), async (some) =>
      (await compare(some)).map(disagreementOf),
    );
  });

  test('one run through all stages says what `xl create -n` says', async () => {
    const random = randomFor(`dry runs ${release.name}`);
    const texts = times(scaled(release.share * 1_000), () =>
      random.pick([generateGuestFile, generateErrorPath, mutated])(random),
    );
    const compare: Comparison = async (some) => {
      const alone = await oracle().dryRun(some.map(encode));
      const all = await oracle().create(some.map(encode));
      // Where memory decides about the dry run, the stages after it may leave only one answer.
      return some.map((text, at) =>
        alone[at]?.verdict === 'open' ? undefined : differ(text, dryPart(alone[at]), dryPart(all[at])),
      );
    };
    await settleAll(`dry runs, xl ${release.name}`, texts, compare);
  });
});

/** What `xl create -n` must say of a file. */
const dryPart = (answer: FileAnswer | undefined): unknown => ({
  isRefused: answer?.stage === 'dry',
  isOpen: answer?.verdict === 'open',
  json: answer?.json ?? null,
});
