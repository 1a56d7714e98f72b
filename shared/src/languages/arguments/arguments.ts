/**
 * Lists of words that xl hands on: to the boot loader, to QEMU, to the hypervisor. What the words mean is in the entries
 * of the options. Facts: xlu_cfg_get_list_as_string_list, split_string_into_string_list, parse_config_data of Xen 4.1 to
 * 4.22; QEMU's command line.
 */

import type { ParsedSpec, SpecContext, SpecFault, SpecLanguage } from '../language.ts';
import { draftOf, faultAt, finished, pieceOf, tokens, whole, wordPart } from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';

const BLANK = ' \t\n';

/** A text is split at blanks, and xl crashes where there is nothing but blanks; the items of a list stay as they are. */
function readBootloaderArgs(text: string, { form }: SpecContext): ParsedSpec<readonly string[]> {
  if (form === 'list') return asOneWord(text);
  const pieces = tokens(pieceOf(text), BLANK);
  const draft = draftOf<readonly string[]>(
    text,
    pieces.map((piece) => piece.text),
  );
  draft.parts.push(...pieces.map((piece) => wordPart(piece)));
  if (pieces.length === 0) {
    const cure = 'Remove the option, or write a list: [ ].';
    draft.faults.push(faultAt(whole(draft), 'missing-key', 'crashes', { cure }));
  }
  return finished(draft);
}

function asOneWord(text: string, fault?: SpecFault): ParsedSpec<readonly string[]> {
  const draft = draftOf<readonly string[]>(text, [text]);
  draft.parts.push(wordPart(pieceOf(text)));
  if (fault) draft.faults.push(fault);
  return finished(draft);
}

/** An option of QEMU and its value are two words. */
function readQemuArgument(text: string): ParsedSpec<readonly string[]> {
  const [, option = ''] = /^(--?[a-z][a-z0-9-]*)[ \t]+\S/.exec(text) ?? [];
  if (option === '') return asOneWord(text);
  const cure = `To QEMU this is one word, which it does not know. Write two items: "${option}" and the rest.`;
  return asOneWord(text, faultAt({ start: 0, end: text.length }, 'bad-form', 'startFails', { cure }));
}

const plainList = { separator: '', parameters: [], wrongItem: 'restDropped' } as const;

export const BOOTLOADER_ARGS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  ...plainList,
  options: ['bootloader_args'],
  noun: 'list of arguments for the boot loader',
  shape: 'textOrItems',
  createReader: readingEach(readBootloaderArgs),
};

export const QEMU_ARGUMENTS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  ...plainList,
  options: ['device_model_args', 'device_model_args_pv', 'device_model_args_hvm'],
  noun: 'argument of QEMU',
  shape: 'items',
  createReader: readingEach(readQemuArgument),
};

export const QEMU_DEVICES: SpecLanguage<ParsedSpec<readonly string[]>> = {
  ...plainList,
  options: ['serial', 'usbdevice'],
  noun: 'device of QEMU',
  shape: 'textOrItems',
  createReader: readingEach((text) => asOneWord(text)),
};

export const OPTION_WORDS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  ...plainList,
  options: ['viridian', 'mca_caps'],
  noun: 'word of the option',
  shape: 'items',
  // The words themselves are judged by the entry of the option.
  wrongItem: 'crashes',
  createReader: readingEach((text) => asOneWord(text)),
};

export const ARGUMENTS: readonly SpecLanguage[] = [
  BOOTLOADER_ARGS,
  QEMU_ARGUMENTS,
  QEMU_DEVICES,
  OPTION_WORDS,
];
