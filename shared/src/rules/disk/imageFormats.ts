/** Image files by the endings of their names. */
import type { DiskFormat } from '../../languages/disk/ast.ts';

/** Endings of image files that are not raw. Those that xl cannot read have no format. */
const FORMATS: ReadonlyMap<string, DiskFormat | null> = new Map<string, DiskFormat | null>([
  ['qcow2', 'qcow2'],
  ['qcow', 'qcow'],
  ['vhd', 'vhd'],
  ['qed', 'qed'],
  ['vhdx', null],
  ['vmdk', null],
  ['vdi', null],
]);

/** How the name of an image that is not raw ends, and its format; null where xl does not read it. */
export function imageFormatOf(
  target: string,
): { readonly ending: string; readonly format: DiskFormat | null } | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(target)?.[1]?.toLowerCase() ?? '';
  const format = FORMATS.get(ending);
  return format === undefined ? undefined : { ending, format };
}
