/** Arguments for QEMU. Facts: parse_config_data of Xen 4.1 to 4.22, QEMU's command line. */
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addFault } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { wholeOf } from '../toolkit/slice.ts';
import { readWord } from '../words/words.ts';

/** An option of QEMU and its value are two arguments. */
function readArgument(text: string): ParsedSpec<readonly string[]> {
  const draft = readWord(text);
  const [, option = ''] = /^(--?[a-z][a-z0-9-]*)[ \t]+\S/.exec(text) ?? [];
  if (option !== '') {
    const advice = `QEMU gets this as one argument, which it does not know. Split it into two items: \`"${option}"\` and the rest.`;
    addFault(draft, wholeOf(text), 'bad-form', 'startFails', { advice });
  }
  return draft;
}

export const QEMU_ARGUMENTS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  options: ['device_model_args', 'device_model_args_pv', 'device_model_args_hvm'],
  noun: 'argument of QEMU',
  shape: 'items',
  separator: '',
  parameters: [],
  nonStringItem: 'restDropped',
  createReader: readingEach(readArgument),
};
