/**
 * What xl gets when it asks for an option (the accessors of libxlu_cfg.c), and nothing for the options that it does not
 * ask for: those of another type of guest, and of another release.
 */
import { optionByName } from '../schema/index.ts';
import type { GuestType } from '../schema/types.ts';
import { atLeast, existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { Value } from '../syntax/index.ts';
import { readNumber } from './configNumber.ts';
import type { EffectiveSetting, Guest } from './guest.ts';

export interface OptionValues {
  readonly type: GuestType;
  readonly xenVersion: XenVersion;
  /** The setting, whatever its value; undefined where there is none, or xl does not ask for it. */
  readonly setting: (option: string) => EffectiveSetting | undefined;
  /** xlu_cfg_get_string: the text of a single value, also of a number. */
  readonly text: (option: string) => string | null;
  /** xlu_cfg_get_long. */
  readonly number: (option: string) => bigint | null;
  /** xlu_cfg_get_defbool: null is "not said", and a number that is none says nothing either. */
  readonly flag: (option: string) => boolean | null;
  /** xlu_cfg_get_list. */
  readonly list: (option: string) => readonly Value[] | null;
  /** The items of a list up to the first that is no string, which is where xlu_cfg_get_listitem ends. */
  readonly strings: (option: string) => readonly Value[];
  /** Whether the chosen release is this one or newer. */
  readonly since: (xenVersion: XenVersion) => boolean;
}

/** The number of a setting; null where it is absent, no number, too large, or put together with `+=`. */
export function numberOf(setting: EffectiveSetting | undefined): bigint | null {
  if (setting?.value.kind !== 'atom' || setting.parts.at(-1)?.operator?.text === '+=') return null;
  const number = readNumber(setting.value.text);
  return number.kind === 'number' ? number.value : null;
}

/** What the xl of `xenVersion` gets from the file of this guest. Costs nothing until something is asked for. */
export function optionValuesOf(guest: Guest, xenVersion: XenVersion): OptionValues {
  const setting = (name: string): EffectiveSetting | undefined => {
    const set = guest.settings.get(name);
    // Most options that are asked for are not set.
    if (!set) return undefined;
    const option = optionByName.get(name);
    const isRead = option && existsIn(xenVersion, option) && option.guestTypes.includes(guest.type);
    return isRead ? set : undefined;
  };
  const list = (name: string): readonly Value[] | null => {
    const value = setting(name)?.value;
    return value?.kind === 'list' ? value.items : null;
  };
  const number = (name: string): bigint | null => numberOf(setting(name));
  return {
    type: guest.type,
    xenVersion,
    setting,
    number,
    list,
    text: (name) => {
      const value = setting(name)?.value;
      return value?.kind === 'atom' ? value.text : null;
    },
    flag: (name) => {
      const value = number(name);
      return value === null ? null : value !== 0n;
    },
    strings: (name) => {
      const items = list(name) ?? [];
      const end = items.findIndex(({ kind }) => kind !== 'string' && kind !== 'number');
      return end < 0 ? items : items.slice(0, end);
    },
    since: (first) => atLeast(xenVersion, first),
  };
}
