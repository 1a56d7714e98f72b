/** The groups of Hyper-V interfaces that `viridian` turns on and off. Facts: parse_config_data, libxl_types.idl. */
import { optionByName } from '../schema/index.ts';

/** The groups by their numbers: those that can be turned off, in the order of the schema, which is that of libxl. */
export const VIRIDIAN_GROUPS: readonly string[] = (optionByName.get('viridian')?.values ?? [])
  .filter(({ negatable }) => negatable)
  .map(({ name }) => name);

const numberOfGroup: ReadonlyMap<string, number> = new Map(
  VIRIDIAN_GROUPS.map((name, number) => [name, number]),
);

/** The numbers of the groups in `defaults`; not every version has all of them. */
export const VIRIDIAN_DEFAULTS: readonly number[] = [
  'base',
  'freq',
  'time_ref_count',
  'apic_assist',
  'crash_ctl',
  'no_vp_limit',
  'cpu_hotplug',
].flatMap((name) => numberOfGroup.get(name) ?? []);

/** The width of libxl's sets (LIBXL_BUILDINFO_HVM_VIRIDIAN_ENABLE_DISABLE_WIDTH): `all` turns on so many groups. */
const SET_WIDTH = 64;

/** Sets of the numbers of groups. */
export interface ViridianSets {
  readonly enabled: ReadonlySet<number>;
  readonly disabled: ReadonlySet<number>;
}

/**
 * What xl hands to libxl for the items of the list. A group leaves the one set where it enters the other, except that
 * `all` adds every group and removes none.
 */
export function viridianSets(items: Iterable<string>): ViridianSets {
  const enabled = new Set<number>();
  const disabled = new Set<number>();
  for (const item of items) {
    const negated = item.startsWith('!');
    const number = numberOfGroup.get((negated ? item.slice(1) : item).toLowerCase());
    if (item === 'all') for (let one = 0; one < SET_WIDTH; one++) enabled.add(one);
    else if (number !== undefined) {
      (negated ? disabled : enabled).add(number);
      (negated ? enabled : disabled).delete(number);
    }
  }
  return { enabled, disabled };
}
