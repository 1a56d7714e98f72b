import { DISK_PARAMETERS } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { existsIn, OPTIONS } from '@xlcfg/shared/src/schema/index.ts';
import { GUEST_TYPES, type GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { expect, test } from 'vitest';
import { guestWithExample } from '../../support/examples.ts';
import { encode } from '../bytes.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

interface Example {
  readonly text: string;
  readonly guestTypes: readonly GuestType[];
}

/** The examples of all that xl 4.17 knows. */
const EXAMPLES: readonly Example[] = [
  ...OPTIONS,
  ...DISK_PARAMETERS,
  ...SPEC_LANGUAGES.flatMap(({ parameters }) => parameters),
]
  .filter((entry) => existsIn('4.17', entry))
  .map((entry) => ({
    text: entry.example ?? '',
    guestTypes: 'guestTypes' in entry ? entry.guestTypes : GUEST_TYPES,
  }));

test('every example is taken, for a guest of a type that has it', async () => {
  const files = EXAMPLES.flatMap(({ text, guestTypes }) =>
    guestTypes.map((type) => ({ text, file: guestWithExample(text, type, '4.17') })),
  );
  const answers = await oracle().create(files.map(({ file }) => encode(file)));
  const taken = new Set(files.flatMap(({ text }, at) => (answers[at]?.verdict === 'accept' ? text : [])));
  const refused = EXAMPLES.filter(({ text }) => !taken.has(text));
  console.log(`examples: ${EXAMPLES.length - refused.length} of ${EXAMPLES.length} are taken`);
  expect(refused.map(({ text }) => text)).toEqual([]);
});
