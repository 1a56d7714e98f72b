/** What the names that a file sets are to the xl of one release, for the type of guest that it describes. */

import type { OptionSchema } from '../schema/types.ts';
import { existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { EffectiveSetting, Guest } from './guest.ts';

/** An option, and the setting that counts. */
export interface OptionSetting {
  readonly option: OptionSchema;
  readonly setting: EffectiveSetting;
}

/** Each name is in one of the lists, in the order in which the names first appear. */
export interface ClassifiedOptions {
  /** Options that xl reads. */
  readonly read: readonly OptionSetting[];
  /** Options of the release that xl does not read for this type of guest. */
  readonly ofOtherGuestTypes: readonly OptionSetting[];
  /** Options that the release does not have, yet or any more. */
  readonly ofOtherVersions: readonly OptionSetting[];
  /** What is no option of any release. */
  readonly unknown: readonly EffectiveSetting[];
}

/** `options` are those of the kind of file. */
export function classifyOptions(
  { settings, type }: Guest,
  options: ReadonlyMap<string, OptionSchema>,
  xenVersion: XenVersion,
): ClassifiedOptions {
  const read: OptionSetting[] = [];
  const ofOtherTypes: OptionSetting[] = [];
  const ofOtherReleases: OptionSetting[] = [];
  const unknown: EffectiveSetting[] = [];
  for (const setting of settings.values()) {
    const option = options.get(setting.name);
    if (!option) unknown.push(setting);
    else if (!existsIn(xenVersion, option)) ofOtherReleases.push({ option, setting });
    else if (!option.guestTypes.includes(type)) ofOtherTypes.push({ option, setting });
    else read.push({ option, setting });
  }
  return { read, ofOtherGuestTypes: ofOtherTypes, ofOtherVersions: ofOtherReleases, unknown };
}
