import { guestWithExample } from '@xlcfg/shared/src/docs/guestWithExample.ts';
import { DISK_PARAMETERS } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { existsIn, OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { GUEST_TYPES, type GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { describe, expect, test } from 'vitest';
import { encode } from '../bytes.ts';
import { RELEASES } from '../releases.ts';
import { withOracle } from './withOracle.ts';

interface Example {
  readonly text: string;
  readonly guestTypes: readonly GuestType[];
}

/** The examples of all that xl of a version knows. */
const examplesOf = (xenVersion: XenVersion): readonly Example[] =>
  [...OPTIONS, ...DISK_PARAMETERS, ...SPEC_LANGUAGES.flatMap(({ parameters }) => parameters)]
    .filter((entry) => existsIn(xenVersion, entry))
    .map((entry) => ({
      text: entry.example ?? '',
      guestTypes: 'guestTypes' in entry ? entry.guestTypes : GUEST_TYPES,
    }));

describe.each(RELEASES)('xl $name', (release) => {
  const { name, xenVersion } = release;
  const oracle = withOracle(release);

  test('every example is taken, for a guest of a type that has it', async () => {
    const examples = examplesOf(xenVersion);
    const files = examples.flatMap(({ text, guestTypes }) =>
      guestTypes.map((type) => ({ text, file: guestWithExample(text, type, xenVersion) })),
    );
    const answers = await oracle().create(files.map(({ file }) => encode(file)));
    const taken = new Set(files.flatMap(({ text }, at) => (answers[at]?.verdict === 'accept' ? text : [])));
    const refused = examples.filter(({ text }) => !taken.has(text));
    console.log(`examples, ${name}: ${examples.length - refused.length} of ${examples.length} are taken`);
    expect(refused.map(({ text }) => text)).toEqual([]);
  });
});
