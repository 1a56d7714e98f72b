/** Arguments for the bootloader. Facts: split_string_into_string_list, xlu_cfg_get_list_as_string_list of Xen 4.1 to 4.22. */
import type { ParsedSpec, SpecContext, SpecLanguage } from '../language.ts';
import { addFault, addWord, draftOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { strtok, wholeOf } from '../toolkit/slice.ts';

/** A text is split at spaces, and xl crashes where there is nothing else; the items of a list stay as they are. */
function readArguments(text: string, { form }: SpecContext): ParsedSpec<readonly string[]> {
  const whole = wholeOf(text);
  const words = form === 'list' ? [whole] : strtok(whole, /[ \t\n]/);
  const draft = draftOf<readonly string[]>(
    text,
    words.map((word) => word.text),
  );
  for (const word of words) addWord(draft, word);
  if (words.length === 0) {
    const advice = 'Remove the option, or write a list: [ ].';
    addFault(draft, whole, 'missing-key', 'crashes', { advice });
  }
  return draft;
}

export const BOOTLOADER_ARGS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  options: ['bootloader_args'],
  noun: 'list of arguments for the boot loader',
  shape: 'textOrItems',
  separator: '',
  parameters: [],
  nonStringItem: 'restDropped',
  createReader: readingEach(readArguments),
};
