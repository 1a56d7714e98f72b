/** Which of the options that a file sets xl reads, by guest type and version. */

import type { OptionSchema } from '../schema/types.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { EffectiveSetting, Guest } from './guest.ts';

/** An option, and the effective setting of it. */
export interface OptionSetting {
  readonly option: OptionSchema;
  readonly setting: EffectiveSetting;
}

/** Each name is in one of the lists, in the order in which the names first appear. */
export interface ClassifiedOptions {
  /** Options that xl reads. */
  readonly read: readonly OptionSetting[];
  /** Options of the version that xl does not read for this guest type. */
  readonly ofOtherGuestTypes: readonly OptionSetting[];
  /** Options that the version does not have yet, or no longer has. */
  readonly ofOtherVersions: readonly OptionSetting[];
  /** Names that are not an option of any version. */
  readonly unknown: readonly EffectiveSetting[];
}

/** Sorts the settings of a guest by what xl makes of their options. `options` are those of the kind of file. */
export function classifyOptions(
  { settings, type }: Guest,
  options: ReadonlyMap<string, OptionSchema>,
  xenVersion: XenVersion,
): ClassifiedOptions {
  const read: OptionSetting[] = [];
  const ofOtherTypes: OptionSetting[] = [];
  const ofOtherVersions: OptionSetting[] = [];
  const unknown: EffectiveSetting[] = [];
  for (const setting of settings.values()) {
    const option = options.get(setting.name);
    if (!option) unknown.push(setting);
    else if (!existsIn(xenVersion, option)) ofOtherVersions.push({ option, setting });
    else if (!option.guestTypes.includes(type)) ofOtherTypes.push({ option, setting });
    else read.push({ option, setting });
  }
  return { read, ofOtherGuestTypes: ofOtherTypes, ofOtherVersions: ofOtherVersions, unknown };
}
