/** A vdev that a guest has not used yet. */
import type { DiskSpec } from '../specs/disk/ast.ts';
import { diskLetters, parseVdev, type Vdev } from '../specs/disk/vdev.ts';
import type { Guest } from './guest.ts';

/** How the guest names its disks: as most of those it has, else as guests of its type do. */
function habit(vdevs: readonly Vdev[], guest: Guest): 'xvd' | 'hd' | 'sd' {
  const counted = (['xvd', 'hd', 'sd'] as const).map((scheme) => ({
    scheme,
    count: vdevs.filter((vdev) => vdev.scheme === scheme).length,
  }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.scheme : guest.type === 'hvm' ? 'hd' : 'xvd';
}

/** Asked for once for each disk of a guest that lacks its vdev. */
const known = new WeakMap<Guest, string>();

/** The first whole disk that none of the guest's disks is, or is a partition of. `except` is left out of account. */
export function nextFreeVdev(guest: Guest, except?: DiskSpec): string {
  if (except) return findFree(guest, except);
  const free = known.get(guest) ?? findFree(guest);
  known.set(guest, free);
  return free;
}

function findFree(guest: Guest, except?: DiskSpec): string {
  const vdevs = guest.disks.flatMap(({ spec }) => {
    const vdev = spec === except || spec.fields.vdev === null ? null : parseVdev(spec.fields.vdev);
    return vdev ?? [];
  });
  const scheme = habit(vdevs, guest);
  // An hvm guest has four places for emulated IDE disks.
  const limit = scheme === 'hd' ? 4 : scheme === 'sd' ? 16 : vdevs.length + 1;
  for (let disk = 0; disk < limit; disk++) {
    if (!vdevs.some((vdev) => vdev.scheme === scheme && vdev.disk === disk))
      return scheme + diskLetters(disk);
  }
  const xen = vdevs.flatMap(({ scheme: used, disk }) => (used === 'xvd' && disk !== undefined ? disk : []));
  let free = Math.max(-1, ...xen.slice(0, 10_000)) + 1;
  while (xen.includes(free)) free++;
  return `xvd${diskLetters(free)}`;
}
