/** What a message leaves to choose from, as fixes. */
import { addSettingAfter } from '../../edits/addSetting.ts';
import type { Fix } from '../../edits/edit.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { spanOf } from '../../span.ts';
import { removalChoice } from './removeOption.ts';

/** Removing an option, or writing a value of one, as it stands in the file: `128`, `"qemu-xen"`. */
export type Choice = { readonly preferred?: true } & (
  | { readonly remove: string }
  | { readonly write: string; readonly value: string }
);

/**
 * One fix for each choice that can be an edit: a value that `+=` puts together is in no one place. An option that is not
 * set is added after the line of the reported one.
 */
export const choiceFixes = (
  choices: readonly Choice[],
  reported: string,
  values: OptionValues,
  text: string,
): readonly Fix[] =>
  choices.flatMap((choice) => {
    const fixes =
      'remove' in choice
        ? removalChoice(values, choice.remove, text)
        : writeFix(choice.write, choice.value, reported, values, text);
    return fixes.map((fix) => ({ ...fix, preferred: choice.preferred === true }));
  });

function writeFix(
  option: string,
  value: string,
  reported: string,
  values: OptionValues,
  text: string,
): readonly Fix[] {
  const parts = values.setting(option)?.parts;
  const line = `${option} = ${value}`;
  if (!parts) {
    const after = values.setting(reported)?.parts.at(-1);
    return after ? [{ title: `Add ${line}`, edits: [addSettingAfter(text, after, line)] }] : [];
  }
  const [only, ...more] = parts;
  // After `+=` xl does not read a number.
  if (!only?.value || only.operator?.text !== '=' || more.length > 0) return [];
  const title = option === reported ? `Change to ${value}` : `Use ${line}`;
  return [{ title, edits: [{ ...spanOf(only.value), newText: value }] }];
}
