import { test } from 'vitest';
import { compareFile } from '../agree.ts';
import { encode } from '../bytes.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { askFiles } from '../interview.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

const compare: Comparison = async (texts) =>
  (await askFiles(oracle(), texts.map(encode))).map((answer, at) => compareFile(texts[at] ?? '', answer)[0]);

test.for([
  ['files about disks', generateDiskFile, 2_000],
  ['files of everything', generateGuestFile, 5_000],
] as const)('%s are taken or refused alike, and are the same guest', async ([what, generate, count]) => {
  const random = randomFor(what);
  await settleAll(
    what,
    times(scaled(count), () => generate(random)),
    compare,
  );
});
