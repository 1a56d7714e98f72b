/** What `xlcfg upgrade` reports, against the real xl of the release before and of the one after. */
import { describe, test } from 'vitest';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { generateMutatedFile } from '../generate/mutatedFiles.ts';
import { builtReleases } from '../programs.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { compareUpgrade } from '../upgrades.ts';
import { withOracle } from './withOracle.ts';

/** What is thousands of levels deep is for the grammar's tests. */
const LONGEST = 5_000;

const written = readFileCases()
  .map(({ bytes }) => decode(bytes))
  .concat(readStringCases().map(({ text }) => text))
  .filter((text) => text.length < LONGEST);

const generated = (random: Random): string =>
  random.chance(0.6)
    ? generateGuestFile(random)
    : random.chance(0.25)
      ? generateDiskFile(random)
      : generateMutatedFile(random, written);

const releases = builtReleases();
const pairs = releases.flatMap((from) =>
  releases.filter((to) => to !== from).map((to) => ({ from, to, name: `${from.name} to ${to.name}` })),
);

describe.each(pairs)('from $name', ({ from, to, name }) => {
  const [before, after] = [withOracle(from), withOracle(to)];

  const compare: Comparison = async (texts) => {
    const bytes = texts.map(encode);
    const [old, young] = [await before().create(bytes), await after().create(bytes)];
    return texts.map((text, at) => {
      const [first, second] = [old[at], young[at]];
      if (!first || !second) throw new Error('xl did not answer');
      return compareUpgrade(text, { release: from, answer: first }, { release: to, answer: second });
    });
  };

  test('written files', () => settleAll(`upgrades of written files, ${name}`, written, compare));

  test('generated files', () => {
    const random = randomFor(`upgrades ${name}`);
    return settleAll(
      `upgrades of generated files, ${name}`,
      times(scaled(2_000), () => generated(random)),
      compare,
    );
  });
});
