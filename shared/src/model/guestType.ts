/** Which type a guest gets. Facts: parse_config_data in xl_parse.c, libxl__arch_domain_create_info_setdefault in libxl_arm.c. */

import type { Architecture } from '../schema/platform.ts';
import { GUEST_TYPES, type GuestType } from '../schema/types.ts';
import { atLeast, type XenVersion } from '../schema/xenVersions.ts';
import type { Setting } from '../syntax/index.ts';
import type { EffectiveSetting } from './guest.ts';

/** xl compares with strncmp and the length of the value, so that a prefix, even an empty one, matches. The first match wins. */
const TYPE_WORDS: readonly GuestType[] = ['hvm', 'pv', 'pvh'];
const BUILDER_WORDS: readonly { readonly word: string; readonly type: GuestType }[] = [
  { word: 'hvm', type: 'hvm' },
  { word: 'generic', type: 'pv' },
];

/** The type that a value of `builder` means; undefined where xl rejects the value. */
export const typeOfBuilder = (text: string): GuestType | undefined =>
  BUILDER_WORDS.find(({ word }) => word.startsWith(text))?.type;

export interface TypeDecision {
  readonly type: GuestType;
  readonly by?: Setting;
}

/** The type by `type`, else by `builder`, else the default. A value that xl rejects is skipped. */
export function decideGuestType(
  settings: ReadonlyMap<string, EffectiveSetting>,
  xenVersion: XenVersion,
  architecture: Architecture,
): TypeDecision {
  const type = atLeast(xenVersion, '4.10') ? wordOf(settings.get('type')) : undefined;
  const byType = type && TYPE_WORDS.find((word) => word.startsWith(type.word));
  if (byType) return { type: byType, by: type.by };
  const builder = wordOf(settings.get('builder'));
  const byBuilder = builder && typeOfBuilder(builder.word);
  if (byBuilder) return { type: byBuilder, by: builder.by };
  return { type: defaultType(xenVersion, architecture) };
}

/** Since this version Arm guests are PVH guests to the tools; before, they were PV guests. */
const ARM_PVH_SINCE: XenVersion = '4.12';

const defaultType = (xenVersion: XenVersion, architecture: Architecture): GuestType =>
  createdTypeOf('pv', xenVersion, architecture);

/** The type as which libxl creates a guest that xl reads as one of `type`. */
export const createdTypeOf = (
  type: GuestType,
  xenVersion: XenVersion,
  architecture: Architecture,
): GuestType =>
  type === 'pv' && architecture === 'arm' && atLeast(xenVersion, ARM_PVH_SINCE) ? 'pvh' : type;

/** The types of guests that there are on an architecture, whatever xl makes of the others. */
export function typesOn(architecture: Architecture, xenVersion: XenVersion): readonly GuestType[] {
  return architecture === 'arm' ? [defaultType(xenVersion, 'arm')] : GUEST_TYPES;
}

function wordOf(setting: EffectiveSetting | undefined): { word: string; by: Setting } | undefined {
  const by = setting?.parts.at(-1);
  return setting?.value.kind === 'atom' && by ? { word: setting.value.text, by } : undefined;
}
