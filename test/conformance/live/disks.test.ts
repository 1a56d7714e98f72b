import { emptyFields } from '@xlcfg/shared/src/languages/disk/fields.ts';
import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import { describe, test } from 'vitest';
import type { AttachQuestion } from '../answers.ts';
import { type Comparison, differ, settleAll } from '../compare.ts';
import { generateDiskSpec } from '../generate/diskSpecs.ts';
import { generateVdevName } from '../generate/vdevNames.ts';
import { backendOf, fieldsOf, vdevOf } from '../judge.ts';
import { NO_FIELDS } from '../oracleFields.ts';
import { builtReleases } from '../programs.ts';
import { randomFor, scaled, times } from '../random.ts';
import { withOracle } from './withOracle.ts';

describe.each(builtReleases())('xl $name', (release) => {
  const oracle = withOracle(release);

  test('generated disk specs have the same verdict and the same fields', async () => {
    const random = randomFor(`disk specs ${release.name}`);
    const compare: Comparison = async (specs) =>
      (await oracle().disk(specs)).map(({ verdict, fields }, at) => {
        const spec = specs[at] ?? '';
        const theirs = verdict === 'accept' ? { ...emptyFields(), ...NO_FIELDS, ...fields } : null;
        return differ(spec, theirs, fieldsOf(spec, release));
      });
    await settleAll(
      `disk specs, xl ${release.name}`,
      times(scaled(40_000), () => generateDiskSpec(random)),
      compare,
    );
  });

  test('disks of generated specs are served by the same backend, or rejected, for every guest and target', async () => {
    const random = randomFor(`backends ${release.name}`);
    const compare =
      (guestType: GuestType, target: AttachQuestion['target']): Comparison =>
      async (specs) =>
        (await oracle().attach(specs.map((spec) => ({ spec, guestType, target })))).map(
          ({ verdict, backend }, at) => {
            const spec = specs[at] ?? '';
            const fields = fieldsOf(spec, release);
            // Without a backend it is the parser that refused: its scanner ends the program where it is stuck.
            const refused = backend === undefined ? 'syntax' : null;
            const theirs = verdict === 'accept' ? backend : verdict === 'reject' ? refused : verdict;
            return differ(spec, theirs, fields ? backendOf(fields, guestType, release) : 'syntax');
          },
        );
    const specs = times(scaled(4_000), () => generateDiskSpec(random));
    for (const guestType of ['pv', 'pvh', 'hvm'] as const) {
      // Whether a target is there is the host's affair, so that only what is there is asked about.
      for (const target of ['file', 'block'] as const) {
        await settleAll(
          `backends of ${guestType} disks, ${target}, xl ${release.name}`,
          specs,
          compare(guestType, target),
        );
      }
    }
  });

  test('generated vdev names have the same device number, disk and partition', async () => {
    const random = randomFor(`vdev names ${release.name}`);
    const compare: Comparison = async (names) =>
      (await oracle().vdev(names)).map((answer, at) => {
        const name = names[at] ?? '';
        return differ(name, answer, vdevOf(name));
      });
    await settleAll(
      `vdev names, xl ${release.name}`,
      times(scaled(10_000), () => generateVdevName(random)),
      compare,
    );
  });
});
