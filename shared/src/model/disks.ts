/**
 * The disks of a guest: the strings of `disk`, up to the first item that is not a string, where xl stops.
 *
 * The one door to the room of disks for rules, features and the effective configuration. What is not exported here is
 * the room's own.
 */
import type { DiskSpec } from '../languages/disk/ast.ts';
import { DISK } from '../languages/disk/disk.ts';
import type { GuestSpec, GuestSpecs } from './guestSpecs.ts';

export type { DiskFault, DiskPart, DiskPositional, DiskSpec } from '../languages/disk/ast.ts';
export { type BackendChoice, chooseBackend } from '../languages/disk/backend.ts';
export { DISK } from '../languages/disk/disk.ts';
export {
  acceptsReadOnly,
  CDROM_DRIVES,
  CONTROLLER_DISKS,
  DISK_CONTROLLERS,
  type DiskController,
  type Emulation,
  emulationOf,
  startsWithCdrom,
  withoutReadOnlySince,
} from '../languages/disk/emulation.ts';
export type { DiskFormat } from '../languages/disk/fields.ts';
export { freeVdevs } from '../languages/disk/freeVdev.ts';
export { parseDiskSpec } from '../languages/disk/parser.ts';
export { DISK_PARAMETERS, DISK_PREFIXES, diskParameter, diskPrefix } from '../languages/disk/schema/index.ts';
export { diskLetters, parseVdev, type Vdev, vdevName } from '../languages/disk/vdev.ts';
export {
  hasModernSyntax,
  modernSpec,
  namedSpec,
  sameFields,
  separatorOf,
  specByName,
  specByPosition,
  specWithFormat,
} from '../languages/disk/write.ts';

export type GuestDisk = GuestSpec<DiskSpec>;

export const disksOf = (specs: GuestSpecs): readonly GuestDisk[] => specs.of(DISK);
