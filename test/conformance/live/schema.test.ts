import { describe, test } from 'vitest';
import { compareFile, disagreementOf } from '../agree.ts';
import { encode } from '../bytes.ts';
import { type Comparison, settleAll } from '../compare.ts';
import { schemaProbes } from '../generate/schemaProbes.ts';
import { builtArmReleases, builtReleases } from '../programs.ts';
import { withOracle } from './withOracle.ts';

describe.each([...builtReleases(), ...builtArmReleases()])('xl $name', (release) => {
  const oracle = withOracle(release);

  test('the words and ranges of every option are those of xl', async () => {
    const compare: Comparison = async (texts) =>
      (await oracle().create(texts.map(encode))).map((answer, at) =>
        disagreementOf(compareFile(release, texts[at] ?? '', answer)),
      );
    await settleAll(`words and ranges, xl ${release.name}`, schemaProbes(release), compare);
  });
});
