/** The defaults on the pages: libxl makes the same of a guest with an option set to its default as of one without it. */
import { describe, expect, test } from 'vitest';
import { encode } from '../bytes.ts';
import { type Disagreement, settle } from '../compare.ts';
import { type DefaultProbe, defaultProbes } from '../generate/defaultProbes.ts';
import { type Change, changesBetween } from '../jsonChanges.ts';
import { builtArmReleases, builtReleases } from '../programs.ts';
import { withOracle } from './withOracle.ts';

/**
 * What libxl has not decided when it has filled in its defaults, but QEMU, its builder or the scheduler does: a text or
 * switch that it does not print (numbers it leaves out where they are 0), or no amount of memory.
 */
const isLeftOpen = ([path, written]: Change, filledIn: unknown): boolean =>
  filledIn === undefined
    ? typeof written === 'string' || path.includes('/sched_params')
    : filledIn === 0 && path.endsWith('_memkb');

interface Filled {
  readonly probe: DefaultProbe;
  readonly withoutOption: unknown;
  /** Undefined where libxl rejects it. */
  readonly withDefault: unknown;
}

function partingOf({ probe, withoutOption, withDefault }: Filled): Disagreement | undefined {
  const input = `${probe.line} (${probe.guestType})`;
  if (withDefault === undefined) return { input, xl: 'rejected', ours: 'the default' };
  const filledIn = new Map(changesBetween(withDefault, withoutOption).map(([path, value]) => [path, value]));
  const changes = changesBetween(withoutOption, withDefault).filter(
    (change) => !isLeftOpen(change, filledIn.get(change[0])),
  );
  return changes.length === 0
    ? undefined
    : { input, xl: `it makes ${JSON.stringify(changes)}`, ours: 'no difference' };
}

describe.each([...builtReleases(), ...builtArmReleases()])('xl $name', (release) => {
  const oracle = withOracle(release);

  test('the default of every option is what libxl fills in without it', async () => {
    const probes = defaultProbes(release);
    const [withoutOption, withDefault] = await Promise.all([
      oracle().fillIn(probes.map((probe) => encode(probe.withoutOption))),
      oracle().fillIn(probes.map((probe) => encode(probe.withDefault))),
    ]);
    // An option may be one of a guest that libxl rejects: `pci` for PVH.
    const filled = probes
      .map((probe, at) => ({ probe, withoutOption: withoutOption[at], withDefault: withDefault[at] }))
      .filter((one) => one.withoutOption !== undefined);
    expect(filled.length).toBeGreaterThan(probes.length / 2);
    settle(
      `defaults, xl ${release.name}`,
      filled.length,
      filled.flatMap((one) => partingOf(one) ?? []),
    );
  });
});
