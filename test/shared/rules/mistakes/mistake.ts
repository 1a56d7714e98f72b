/** How mistakes that users make are written down: whole files, with everything that is reported of them. */
import type { Circumstances } from '../cases/case.ts';

export type Mistake = [
  /** The file, with «» around the place of each finding; there are no others. */
  text: string,
  /** What each message says, in the order of the text. */
  says: readonly RegExp[],
  circumstances?: Circumstances,
];

export const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
export const PV = 'name = "a"\ntype = "pv"\nkernel = "/k"\nmemory = 512\n';
export const PVH = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n';
