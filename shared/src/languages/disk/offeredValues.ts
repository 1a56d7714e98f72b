/** The values that completion offers in a disk: words that the rest of the string does not make void, free vdevs. */
import type { ParameterSchema } from '../../schema/types.ts';
import { OLDEST_XEN_VERSION } from '../../schema/xenVersions.ts';
import type { OfferedValue, ValueContext } from '../language.ts';
import type { DiskSpec } from './ast.ts';
import type { DiskFields } from './fields.ts';
import { freeVdevs } from './freeVdev.ts';

export function offeredValues(
  { name, values = [] }: ParameterSchema,
  { guestType, spec: { fields }, others }: ValueContext<DiskSpec>,
): readonly OfferedValue[] {
  if (name !== 'vdev') return values.filter((value) => MAKES_SENSE[name]?.(value.name, fields) ?? true);
  const disks = others.map((other) => other.fields);
  return freeVdevs(disks, guestType, fields.is_cdrom).map((vdev, index) => ({
    name: vdev,
    // The position is older than the key.
    since: OLDEST_XEN_VERSION,
    note: index === 0 ? 'the next free one' : 'free',
  }));
}

/** For a parameter: whether libxl makes something of a value, given the rest of the disk. */
const MAKES_SENSE: Readonly<Record<string, (value: string, rest: DiskFields) => boolean>> = {
  format: (value, { is_cdrom, pdev_path }) => value !== 'empty' || (is_cdrom && !pdev_path),
  access: (value, { is_cdrom }) => !is_cdrom || value === 'ro' || value === 'r',
  // Standalone serves virtio, and nothing else does (disk_try_backend in libxl_device.c).
  backendtype: (value, { specification }) =>
    specification === 'unknown' || (specification === 'virtio') === (value === 'standalone'),
};
