/**
 * The values that xl gets for options (the accessors of libxlu_cfg.c). It gets none for options that it does not read for
 * the guest type or in the version, nor for values that it ignores.
 */

import { readConfigNumber } from '../cNumbers.ts';
import { optionByName } from '../schema/index.ts';
import { type SchemaContext, wordFor } from '../schema/options/matching.ts';
import type { BadValueEffect, ValueDoc } from '../schema/types.ts';
import { atLeast, existsIn, type XenVersion } from '../schema/xenVersions.ts';
import type { Value } from '../syntax/index.ts';
import type { EffectiveSetting, EffectiveValue, Guest } from './guest.ts';
import { validateValue } from './validateValues.ts';

export interface OptionValues extends SchemaContext, Pick<Guest, 'createdType'> {
  /** The effective setting, whatever its value; undefined where there is none or xl does not read the option. */
  readonly setting: (option: string) => EffectiveSetting | undefined;
  /** xlu_cfg_get_string: the text of a single value, also of a number. */
  readonly text: (option: string) => string | null;
  /** The word of the schema that the text means. */
  readonly word: (option: string) => ValueDoc | undefined;
  /** xlu_cfg_get_long. */
  readonly number: (option: string) => bigint | null;
  /** xlu_cfg_get_defbool: null where the file does not set it, or sets it to something other than a number. */
  readonly flag: (option: string) => boolean | null;
  /** xlu_cfg_get_list. */
  readonly list: (option: string) => readonly Value[] | null;
  /** The items of a list up to the first one that is not a string, where xlu_cfg_get_listitem stops. */
  readonly strings: (option: string) => readonly Value[];
  /** Whether the chosen version is this one or newer. */
  readonly since: (xenVersion: XenVersion) => boolean;
}

/** The number of a setting; null where it is absent, not a number, too large, or built with `+=`. */
export function numberOf(setting: EffectiveSetting | undefined): bigint | null {
  if (setting?.value.kind !== 'atom' || setting.parts.at(-1)?.operator?.text === '+=') return null;
  const number = readConfigNumber(setting.value.text);
  return number.kind === 'number' ? number.value : null;
}

/**
 * The values that the xl of `xenVersion` gets for the options of this guest. Each is computed when it is read.
 *
 * @param onRejected is called when a value is read that makes xl reject the file
 */
export function optionValuesOf(
  guest: Guest,
  xenVersion: XenVersion,
  onRejected: () => void = () => undefined,
): OptionValues {
  const { architecture, createdType } = guest;
  const context: SchemaContext = { guestType: guest.type, xenVersion, architecture };
  const examined = new Map<string, ExaminedSetting>();
  const examine = (name: string): ExaminedSetting | undefined => {
    const setting = guest.settings.get(name);
    // Most options are not set.
    if (!setting) return undefined;
    const known = examined.get(name) ?? examineSetting(setting, context);
    examined.set(name, known);
    return known;
  };
  const heeded = (name: string): EffectiveSetting | undefined => {
    const one = examine(name);
    if (one?.isRejected) onRejected();
    return one?.isIgnored ? undefined : one?.setting;
  };
  const value = (name: string): EffectiveValue | undefined => heeded(name)?.value;
  const list = (name: string): readonly Value[] | null => {
    const found = value(name);
    return found?.kind === 'list' ? found.items : null;
  };
  const number = (name: string): bigint | null => numberOf(heeded(name));
  const text = (name: string): string | null => {
    const found = value(name);
    return found?.kind === 'atom' ? found.text : null;
  };
  return {
    // Not spread: before other properties that takes twenty times as long.
    guestType: guest.type,
    createdType,
    xenVersion,
    architecture,
    setting: (name) => examine(name)?.setting,
    number,
    list,
    text,
    word: (name) => {
      const option = optionByName.get(name);
      const written = text(name);
      return option && written !== null ? wordFor(option, written, context) : undefined;
    },
    flag: (name) => {
      const found = number(name);
      return found === null ? null : found !== 0n;
    },
    strings: (name) => {
      const items = list(name) ?? [];
      const end = items.findIndex(({ kind }) => kind !== 'string' && kind !== 'number');
      return end < 0 ? items : items.slice(0, end);
    },
    since: (first) => atLeast(xenVersion, first),
  };
}

/** A setting, and what xl does with it. */
interface ExaminedSetting {
  /** Undefined where xl does not read the option. */
  readonly setting: EffectiveSetting | undefined;
  readonly isIgnored: boolean;
  readonly isRejected: boolean;
}

function examineSetting(setting: EffectiveSetting, context: SchemaContext): ExaminedSetting {
  const option = optionByName.get(setting.name);
  if (!option || !existsIn(context.xenVersion, option) || !option.guestTypes.includes(context.guestType))
    return { setting: undefined, isIgnored: false, isRejected: false };
  const faults = validateValue({ option, setting }, context);
  const has = (effect: BadValueEffect): boolean => faults.some(({ fault }) => fault.effect === effect);
  return { setting, isIgnored: has('ignored'), isRejected: has('refused') };
}
