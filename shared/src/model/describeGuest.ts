import type { XenVersion } from '../schema/xenVersions.ts';
import type { ConfigFile } from '../syntax/index.ts';
import { effectiveSettings } from './effectiveSettings.ts';
import type { Guest } from './guest.ts';
import { decideGuestType } from './guestType.ts';

/** The guest that `file` describes to the xl of `xenVersion`. */
export function describeGuest(file: ConfigFile, xenVersion: XenVersion): Guest {
  const settings = effectiveSettings(file.settings);
  const { type, by } = decideGuestType(settings, xenVersion);
  return { settings, type, ...(by ? { typeSetting: by } : {}) };
}
