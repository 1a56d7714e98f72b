/**
 * Options whose strings are one word each, which xl hands on or looks up: what the words mean, and which there are, is
 * in the entries of the options. Facts: parse_config_data of Xen 4.1 to 4.22.
 */
import type { ParsedSpec, SpecLanguage } from '../language.ts';
import { addWord, type Draft, draftOf } from '../toolkit/draft.ts';
import { paddingFault } from '../toolkit/padding.ts';
import { readingEach } from '../toolkit/readers.ts';
import { wholeOf } from '../toolkit/slice.ts';

/** The string as one word. */
export function readWord(text: string): Draft<readonly string[]> {
  const draft = draftOf<readonly string[]>(text, [text]);
  const whole = wholeOf(text);
  addWord(draft, whole);
  const padding = paddingFault(text, whole);
  return padding ? { ...draft, faults: [padding] } : draft;
}

export const QEMU_DEVICES: SpecLanguage<ParsedSpec<readonly string[]>> = {
  options: ['serial', 'usbdevice'],
  noun: 'device of QEMU',
  shape: 'textOrItems',
  separator: '',
  parameters: [],
  nonStringItem: 'restDropped',
  createReader: readingEach(readWord),
};

export const OPTION_WORDS: SpecLanguage<ParsedSpec<readonly string[]>> = {
  options: ['viridian', 'mca_caps'],
  noun: 'word of the option',
  shape: 'items',
  separator: '',
  parameters: [],
  nonStringItem: 'crashes',
  createReader: readingEach(readWord),
};
