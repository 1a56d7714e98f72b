/** The vdevs that are free at the cursor. */

import type { XlDocument } from '../../document/document.ts';
import { specIn } from '../../document/specStrings.ts';
import type { DiskSpec } from '../../languages/disk/ast.ts';
import { DISK } from '../../languages/disk/disk.ts';
import type { DiskFields } from '../../languages/disk/fields.ts';
import { freeVdevs } from '../../languages/disk/freeVdev.ts';
import { disksOf } from '../../model/disks.ts';
import { compareSpans } from '../../span.ts';
import type { Setting, StringLiteral } from '../../syntax/index.ts';

/** Free vdevs for the item `node`, or for a new item, of the disk setting at the cursor, the best one first. */
export function freeVdevsAt(
  doc: XlDocument,
  setting: Setting,
  node?: StringLiteral,
): (cdrom: boolean) => readonly string[] {
  const disks = otherDisks(doc, setting, node);
  return (cdrom) => freeVdevs(disks, doc.guest.type, cdrom);
}

/** The disks of the guest, and those of the setting at the cursor even if another setting overrides it. */
function otherDisks(doc: XlDocument, { value }: Setting, except?: StringLiteral): readonly DiskFields[] {
  const specs = new Map<StringLiteral, DiskSpec>();
  for (const { node, spec } of disksOf(doc.specs)) specs.set(node, spec);
  for (const item of value?.kind === 'list' ? value.items : []) {
    const spec = item.kind === 'string' ? specIn(doc, DISK, item) : undefined;
    if (item.kind === 'string' && spec) specs.set(item, spec);
  }
  if (except) specs.delete(except);
  return [...specs].sort(([a], [b]) => compareSpans(a, b)).map(([, { fields }]) => fields);
}
