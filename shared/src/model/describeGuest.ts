import type { DiskSpec } from '../languages/disk/ast.ts';
import type { GuestType } from '../schema/types.ts';
import type { XenVersion } from '../schema/xenVersions.ts';
import type { ConfigFile, Setting, StringLiteral } from '../syntax/index.ts';
import { asString, effectiveSettings } from './effectiveSettings.ts';
import type { EffectiveSetting, Guest, GuestDisk } from './guest.ts';
import { decideGuestType } from './guestType.ts';

/**
 * The guest that `file` describes to the xl of `xenVersion`. `diskSpec` parses an item of a `disk` list, once somebody asks
 * for the disks; `before` are the specs of the version before, if there is one.
 */
export const describeGuest = (
  file: ConfigFile,
  xenVersion: XenVersion,
  diskSpec: (node: StringLiteral) => DiskSpec,
  before: readonly DiskSpec[] = [],
): Guest => new DescribedGuest(file, xenVersion, diskSpec, before);

class DescribedGuest implements Guest {
  readonly settings: ReadonlyMap<string, EffectiveSetting>;
  readonly type: GuestType;
  readonly typeSetting?: Setting;
  readonly #diskSpec: (node: StringLiteral) => DiskSpec;
  readonly #before: readonly DiskSpec[];
  #disks: readonly GuestDisk[] | undefined;
  #diskSpecs: readonly DiskSpec[] | undefined;

  constructor(
    file: ConfigFile,
    xenVersion: XenVersion,
    diskSpec: (node: StringLiteral) => DiskSpec,
    before: readonly DiskSpec[],
  ) {
    this.settings = effectiveSettings(file.settings);
    const { type, by } = decideGuestType(this.settings, xenVersion);
    this.type = type;
    if (by) this.typeSetting = by;
    this.#diskSpec = diskSpec;
    this.#before = before;
  }

  get disks(): readonly GuestDisk[] {
    this.#disks ??= this.#readDisks();
    return this.#disks;
  }

  #readDisks(): readonly GuestDisk[] {
    const disks: GuestDisk[] = [];
    const list = this.settings.get('disk')?.value;
    for (const node of list?.kind === 'list' ? list.items : []) {
      // xl stops at the first item that is a list, without a word.
      if (node.kind === 'list' || node.kind === 'invalid') break;
      const item = asString(node);
      disks.push({ node: item, spec: this.#diskSpec(item) });
    }
    return disks;
  }

  get diskSpecs(): readonly DiskSpec[] {
    const { disks } = this;
    const before = this.#before;
    const isAsBefore = (): boolean =>
      disks.length === before.length && disks.every(({ spec }, at) => spec === before[at]);
    this.#diskSpecs ??= isAsBefore() ? before : disks.map(({ spec }) => spec);
    return this.#diskSpecs;
  }
}
