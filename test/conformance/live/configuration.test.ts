/** The whole configuration, to the last digit, random values by their form. */
import { describe, test } from 'vitest';
import { decode, encode } from '../bytes.ts';
import { readFileCases, readStringCases } from '../cases.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { comparePrinted } from '../configuration.ts';
import { generateDiskFile } from '../generate/diskFiles.ts';
import { generateGuestFile } from '../generate/guestFiles.ts';
import { open } from '../judge.ts';
import { builtReleases } from '../programs.ts';
import { type Random, randomFor, scaled, times } from '../random.ts';
import { isVerdictOpen, unspecifiedIn } from '../unspecified.ts';
import { withOracle } from './withOracle.ts';

const generated = (random: Random): string =>
  random.chance(0.8) ? generateGuestFile(random) : generateDiskFile(random);

const BATCH = 1_000;

describe.each(builtReleases())('xl $name', (release) => {
  const oracle = withOracle(release);

  const compare: Comparison = async (texts) =>
    (await oracle().print(texts.map(encode))).map((json, at) => {
      const text = texts[at] ?? '';
      const found = json === undefined ? undefined : comparePrinted(json, open(text, 'guest', release));
      return (
        found && {
          input: JSON.stringify(text),
          xl: `${found.path} ${found.xl}`,
          ours: `${found.path} ${found.ours}`,
        }
      );
    });

  /** Those that xl takes, whatever memory holds: the others have no configuration. */
  async function taken(texts: readonly string[]): Promise<string[]> {
    const specified = texts.filter((text) => !isVerdictOpen(unspecifiedIn(encode(text), release.xenVersion)));
    const printed = await oracle().print(specified.map(encode));
    return specified.filter((_, at) => printed[at] !== undefined);
  }

  test('the configurations of the written files and strings are those that it prints', async () => {
    const written = readFileCases()
      .map(({ bytes }) => decode(bytes))
      .concat(readStringCases().map(({ text }) => text));
    await settleAll(`configurations of written files, xl ${release.name}`, await taken(written), compare);
  });

  test('the configurations of generated files are those that it prints', async () => {
    const random = randomFor(`configurations ${release.name}`);
    const wanted = scaled(release.share * 5_000);
    const texts: string[] = [];
    while (texts.length < wanted) texts.push(...(await taken(times(BATCH, () => generated(random)))));
    await settleAll(`configurations of generated files, xl ${release.name}`, texts.slice(0, wanted), compare);
  });
});
