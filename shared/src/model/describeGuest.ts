import type { Platform } from '../schema/platform.ts';
import type { ConfigFile } from '../syntax/index.ts';
import { decideArchitecture } from './architecture.ts';
import { effectiveSettings } from './effectiveSettings.ts';
import type { Guest } from './guest.ts';
import { createdTypeOf, decideGuestType } from './guestType.ts';

/** The guest that `file` describes to the xl of `platform`. */
export function describeGuest(file: ConfigFile, platform: Platform): Guest {
  const { xenVersion } = platform;
  const settings = effectiveSettings(file.settings);
  const decision = decideArchitecture(settings, platform);
  const { architecture } = decision;
  const { type, by } = decideGuestType(settings, xenVersion, architecture);
  const createdType = createdTypeOf(type, xenVersion, architecture);
  return { settings, ...decision, type, createdType, ...(by ? { typeSetting: by } : {}) };
}
