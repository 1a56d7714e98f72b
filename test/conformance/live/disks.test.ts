import { emptyFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { test } from 'vitest';
import type { AttachQuestion } from '../answers.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateDiskSpec } from '../generate/diskSpecs.ts';
import { generateVdevName } from '../generate/vdevNames.ts';
import { backendOf, fieldsOf, vdevOf } from '../judge.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

const oracle = withOracle();

test('generated disk specs have the same verdict and the same fields', async () => {
  const random = randomFor('disk specs');
  const compare: Comparison = async (specs) =>
    (await oracle().disk(specs)).map(({ verdict, fields }, at) => {
      const spec = specs[at] ?? '';
      const theirs = verdict === 'accept' ? { ...emptyFields(), ...fields } : null;
      return differ(spec, theirs, fieldsOf(spec));
    });
  await settleAll(
    'disk specs',
    times(scaled(100_000), () => generateDiskSpec(random)),
    compare,
  );
});

test('disks of generated specs are served by the same backend, or refused, for every guest and target', async () => {
  const random = randomFor('backends');
  const compare =
    (guestType: GuestType, target: AttachQuestion['target']): Comparison =>
    async (specs) =>
      (await oracle().attach(specs.map((spec) => ({ spec, guestType, target })))).map(
        ({ verdict, backend }, at) => {
          const spec = specs[at] ?? '';
          const fields = fieldsOf(spec);
          // Without a backend it is the parser that refused: its scanner ends the program where it is stuck.
          const refused = backend === undefined ? 'syntax' : null;
          const theirs = verdict === 'accept' ? backend : verdict === 'reject' ? refused : verdict;
          return differ(spec, theirs, fields ? backendOf(fields, guestType) : 'syntax');
        },
      );
  const specs = times(scaled(10_000), () => generateDiskSpec(random));
  for (const guestType of ['pv', 'pvh', 'hvm'] as const) {
    // Whether a target is there is the host's affair, so that only what is there is asked about.
    for (const target of ['file', 'block'] as const) {
      await settleAll(`backends of ${guestType} disks, ${target}`, specs, compare(guestType, target));
    }
  }
});

test('generated vdev names have the same device number, disk and partition', async () => {
  const random = randomFor('vdev names');
  const compare: Comparison = async (names) =>
    (await oracle().vdev(names)).map((answer, at) => {
      const name = names[at] ?? '';
      return differ(name, answer, vdevOf(name));
    });
  await settleAll(
    'vdev names',
    times(scaled(10_000), () => generateVdevName(random)),
    compare,
  );
});
