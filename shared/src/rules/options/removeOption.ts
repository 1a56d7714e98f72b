import type { Fix } from '../../edits/edit.ts';
import { removeSetting } from '../../edits/removeSetting.ts';
import type { EffectiveSetting } from '../../model/guest.ts';
import type { OptionValues } from '../../model/optionValues.ts';

/** A safe fix that removes all settings of an option that has no effect. */
export const removeOptionFix = (values: OptionValues, option: string, text: string): readonly Fix[] =>
  removalFix(values, option, text).map((fix) => ({ ...fix, safe: true }));

/** One of several things that a user may want to do about the option. */
export const removalChoice = (values: OptionValues, option: string, text: string): readonly Fix[] =>
  removalFix(values, option, text).map((fix) => ({ ...fix, preferred: false }));

/** A fix that removes all settings of an option that xl reads. */
export function removalFix(values: OptionValues, option: string, text: string): readonly Fix[] {
  const setting = values.setting(option);
  return setting ? settingRemovalFix(setting, option, text) : [];
}

/** A fix that removes all settings of an option, whether xl reads it or not. */
export function settingRemovalFix(
  { overridden, parts }: EffectiveSetting,
  option: string,
  text: string,
): readonly Fix[] {
  const edits = [...overridden, ...parts]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => removeSetting(text, start, end));
  // Edits of two settings on one line would overlap.
  const apart = edits.every((edit, index) => edit.start >= (edits[index - 1]?.end ?? 0));
  return apart ? [{ title: `Remove ${option}`, preferred: true, edits }] : [];
}
