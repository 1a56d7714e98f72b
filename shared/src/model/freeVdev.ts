/** A vdev that a guest has not used yet. */
import { diskLetters, parseVdev, type Vdev } from '../languages/disk/vdev.ts';
import { disksOf } from './disks.ts';
import type { Guest } from './guest.ts';
import type { GuestSpecs } from './guestSpecs.ts';

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
const known = new WeakMap<GuestSpecs, string>();

/** The first whole disk that none of the guest's disks is, or is a partition of. */
export function nextFreeVdev(guest: Guest, specs: GuestSpecs): string {
  const free = known.get(specs) ?? findFree(guest, specs);
  known.set(specs, free);
  return free;
}

function findFree(guest: Guest, specs: GuestSpecs): string {
  const vdevs = disksOf(specs).flatMap(({ spec }) => parseVdev(spec.fields.vdev ?? '') ?? []);
  const scheme = habit(vdevs, guest);
  // An hvm guest has four places for emulated IDE disks.
  const limit = scheme === 'hd' ? 4 : scheme === 'sd' ? 16 : Number.POSITIVE_INFINITY;
  const free = firstFree(vdevs, scheme);
  return free < limit ? scheme + diskLetters(free) : `xvd${diskLetters(firstFree(vdevs, 'xvd'))}`;
}

/** The lowest number that no disk of the scheme has. */
function firstFree(vdevs: readonly Vdev[], scheme: Vdev['scheme']): number {
  const taken = new Set(vdevs.flatMap((vdev) => (vdev.scheme === scheme ? (vdev.disk ?? []) : [])));
  let free = 0;
  while (taken.has(free)) free++;
  return free;
}
