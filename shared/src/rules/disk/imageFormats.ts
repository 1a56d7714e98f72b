/** Image formats by the extensions of file names. */

import type { DiskFormat } from '../../model/disks.ts';

/** The formats that are not raw, by extension; null for those that xl cannot read. */
const FORMATS: ReadonlyMap<string, DiskFormat | null> = new Map<string, DiskFormat | null>([
  ['qcow2', 'qcow2'],
  ['qcow', 'qcow'],
  ['vhd', 'vhd'],
  ['qed', 'qed'],
  ['vhdx', null],
  ['vmdk', null],
  ['vdi', null],
]);

/** Extension and format of an image that, by its name, is not raw; undefined for other names. */
export function imageFormatOf(
  target: string,
): { readonly extension: string; readonly format: DiskFormat | null } | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(target)?.[1]?.toLowerCase() ?? '';
  const format = FORMATS.get(extension);
  return format === undefined ? undefined : { extension, format };
}
