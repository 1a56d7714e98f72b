/** Keyboard layouts of QEMU's VNC server. Facts: pc-bios/keymaps of QEMU, init_keyboard_layout. */
import type { ValueDoc } from './types.ts';

/** The layouts that QEMU has, with the places where they are used. */
export const KEYMAPS: readonly ValueDoc[] = [
  ['ar', 'Arabic'],
  ['bepo', 'French, Bépo'],
  ['cz', 'Czech'],
  ['da', 'Danish'],
  ['de', 'German'],
  ['de-ch', 'Swiss German'],
  ['en-gb', 'British English'],
  ['en-us', 'American English'],
  ['es', 'Spanish'],
  ['et', 'Estonian'],
  ['fi', 'Finnish'],
  ['fo', 'Faroese'],
  ['fr', 'French'],
  ['fr-be', 'Belgian French'],
  ['fr-ca', 'Canadian French'],
  ['fr-ch', 'Swiss French'],
  ['hr', 'Croatian'],
  ['hu', 'Hungarian'],
  ['is', 'Icelandic'],
  ['it', 'Italian'],
  ['ja', 'Japanese'],
  ['lt', 'Lithuanian'],
  ['lv', 'Latvian'],
  ['mk', 'Macedonian'],
  ['nl', 'Dutch'],
  ['no', 'Norwegian'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['pt-br', 'Brazilian Portuguese'],
  ['ru', 'Russian'],
  ['sl', 'Slovene'],
  ['sv', 'Swedish'],
  ['th', 'Thai'],
  ['tr', 'Turkish'],
].map(([name = '', language = '']) => ({ name, summary: `${language}.` }));

/** Whether QEMU has no layout of this name. It takes a path, too, whose file the host may have. */
export const isUnknownKeymap = (name: string): boolean =>
  !name.includes('/') && name !== '' && KEYMAPS.every((keymap) => keymap.name !== name);
