import { test } from 'vitest';
import { compareFile } from '../agree.ts';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { askFiles } from '../interview.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

/** What is thousands of levels deep is for the grammar's tests. */
const LONGEST = 5_000;

const compare: Comparison = async (texts) =>
  (await askFiles(oracle(), texts.map(encode))).map((answer, at) => compareFile(texts[at] ?? '', answer)[0]);

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text))
  .filter((text) => text.length < LONGEST);

const mutated = (random: Random): string => generateMutatedFile(random, written);

test.for([
  ['files about disks', generateDiskFile, 2_000],
  ['files of everything', generateGuestFile, 5_000],
  ['written files with changes', mutated, 3_000],
] as const)('%s are taken or refused alike, and are the same guest', async ([what, generate, count]) => {
  const random = randomFor(what);
  await settleAll(
    what,
    times(scaled(count), () => generate(random)),
    compare,
  );
});
