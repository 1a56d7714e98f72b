/** xl as it is built for Arm, which an emulator runs: a few hundred files, with all that is asked of a file. */
import { describe, expect, test } from 'vitest';
import { compareFile, disagreementOf } from '../agree.ts';
import { decode, encode } from '../bytes.ts';
import { idOf, readArmCases, readFileCases } from '../cases.ts';
import { settle, settleAreas } from '../compare.ts';
import { generateArmFile } from '../generate/armFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { builtArmReleases } from '../programs.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { readRecordedArmFiles } from '../recordings.ts';
import { count } from '../tally.ts';
import { withOracle } from './withOracle.ts';

/** What is long takes the emulator longest. */
const LONGEST = 2_000;

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .filter((text) => text.length < LONGEST);

/** A guest of everything, with memory: without, it is rejected for that, whatever else is in the file. */
const anyGuest = (random: Random): string => `${generateGuestFile(random)}\nmemory = 512\n`;

const mutated = (random: Random): string => generateMutatedFile(random, written);

describe.each(builtArmReleases())('xl $name', (release) => {
  const oracle = withOracle(release);

  test('the written files are taken as recorded, and as we judge them', async () => {
    const cases = readArmCases();
    const answers = await oracle().create(cases.map(({ bytes }) => bytes));
    const recorded = readRecordedArmFiles();
    expect(answers).toEqual(cases.map((one) => recorded.get(idOf(one))?.[release.name]));
    const compared = answers.map((answer, at) =>
      compareFile(release, decode(cases[at]?.bytes ?? Buffer.of()), answer),
    );
    count(compared);
    settleAreas(
      `written files, xl ${release.name}`,
      compared.map((one, at) => ({
        area: cases[at]?.area ?? '',
        parting: [disagreementOf(one) ?? []].flat(),
      })),
    );
  });

  test.for([
    ['files for Arm', generateArmFile, 5_000],
    ['files of everything', anyGuest, 4_000],
    ['written files with changes', mutated, 2_500],
  ] as const)('%s are taken or rejected alike, and are the same guest', async ([what, generate, size]) => {
    const random = randomFor(`${what} ${release.name}`);
    const texts = times(scaled(release.share * size), () => generate(random));
    const compared = (await oracle().create(texts.map(encode))).map((answer, at) =>
      compareFile(release, texts[at] ?? '', answer),
    );
    count(compared);
    // Not shortened: that asks of hundreds of files.
    const apart = compared.flatMap((one) => disagreementOf(one) ?? []);
    settle(`${what}, xl ${release.name}`, texts.length, apart);
  });
});
