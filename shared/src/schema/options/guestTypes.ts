/** The usual sets of guest types, for the entries of the options. */
import { GUEST_TYPES, type GuestType } from '../types.ts';

export const ALL = GUEST_TYPES;
export const PV: readonly GuestType[] = ['pv'];
export const PVH: readonly GuestType[] = ['pvh'];
export const HVM: readonly GuestType[] = ['hvm'];
/** All types of the releases before 4.10, which had no PVH. */
export const BEFORE_PVH: readonly GuestType[] = ['pv', 'hvm'];
/** Those that take a kernel or a loader of the host's, not their own firmware. */
export const DIRECT_BOOT: readonly GuestType[] = ['pv', 'pvh'];
/** Those that keep a keyboard layout: HVM, and PV with a screen. */
export const WITH_SCREEN: readonly GuestType[] = ['pv', 'hvm'];
