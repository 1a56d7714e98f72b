/** The disks of a guest: the strings of `disk`, up to the first item that is no string, where xl stops. */
import type { DiskSpec } from '../languages/disk/ast.ts';
import { DISK } from '../languages/disk/disk.ts';
import type { GuestSpec, GuestSpecs } from './guestSpecs.ts';

export type GuestDisk = GuestSpec<DiskSpec>;

export const disksOf = (specs: GuestSpecs): readonly GuestDisk[] => specs.of(DISK);
