import type { Release } from '../schema/releases.ts';
import type { DiskSpec } from '../specs/disk/ast.ts';
import type { ConfigFile, StringLiteral } from '../syntax/index.ts';
import { asString, effectiveSettings } from './effective.ts';
import type { Guest, GuestDisk } from './guest.ts';
import { decideGuestType } from './guestType.ts';

/**
 * The guest that `file` describes to the xl of `release`. `diskSpec` parses an item of a `disk` list; `before` are the
 * specs of the version before, if there is one.
 */
export function describeGuest(
  file: ConfigFile,
  release: Release,
  diskSpec: (node: StringLiteral) => DiskSpec,
  before: readonly DiskSpec[] = [],
): Guest {
  const settings = effectiveSettings(file.settings);
  const { type, by } = decideGuestType(settings, release);
  const disks: GuestDisk[] = [];
  const list = settings.get('disk')?.value;
  for (const node of list?.kind === 'list' ? list.items : []) {
    // xl stops at the first item that is a list, without a word.
    if (node.kind === 'list' || node.kind === 'invalid') break;
    const item = asString(node);
    disks.push({ node: item, spec: diskSpec(item) });
  }
  const isAsBefore = disks.length === before.length && disks.every(({ spec }, at) => spec === before[at]);
  const diskSpecs = isAsBefore ? before : disks.map(({ spec }) => spec);
  return { settings, type, ...(by ? { typeSetting: by } : {}), disks, diskSpecs };
}
