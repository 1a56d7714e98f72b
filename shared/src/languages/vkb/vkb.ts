/** Paravirtual keyboards and pointers. Facts: parse_vkb_config and parse_vkb_list in xl_parse.c of 4.12 to 4.22. */

import { onOff } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { flag, text, unsigned, word } from '../toolkit/valueReaders.ts';

const FLAG = 'A number: 0 is off, anything else is on. A word is read as 0.';
const NUMBER =
  'Decimal, hexadecimal with `0x`, octal with a leading 0; a word is read as 0, and 0 is not said.';

/** Facts besides: kbdif.h, xl.cfg(5). */
const VKB_PARAMETERS = keyedParameters('4.12', 'xl_parse.c:parse_vkb_config xen/include/public/io/kbdif.h', [
  {
    name: 'backend-type',
    source: 'libxl_types.idl:libxl_vkb_backend',
    read: word('backend_type'),
    mandatory: true,
    summary: 'Who serves the keyboard.',
    details: 'In any case. xl rejects a string without it, and any other value.',
    example: "vkb = [ 'backend-type=qemu' ]",
    values: [
      { name: 'qemu', summary: 'QEMU on the host, as part of the display.' },
      { name: 'linux', summary: 'A program in a Linux domain, for embedded systems.' },
      { name: 'unknown', summary: 'Not said: xl rejects it in the end.', internal: true },
    ],
  },
  {
    name: 'unique-id',
    read: text('unique_id'),
    summary: 'A name by which backend and guest know the device.',
    defaultValue: 'none',
    example: "vkb = [ 'backend-type=linux,unique-id=kbd0' ]",
  },
  backendKey('serves the keyboard', "vkb = [ 'backend-type=linux,backend=inputdom' ]"),
  {
    name: 'feature-disable-keyboard',
    read: flag('feature_disable_keyboard'),
    summary: 'Leaves out the keyboard.',
    details: FLAG,
    defaultValue: '0',
    example: "vkb = [ 'backend-type=linux,feature-disable-keyboard=1' ]",
    values: onOff('No keyboard.', 'A keyboard.'),
  },
  {
    name: 'feature-disable-pointer',
    read: flag('feature_disable_pointer'),
    summary: 'Leaves out the pointer.',
    details: FLAG,
    defaultValue: '0',
    example: "vkb = [ 'backend-type=linux,feature-disable-pointer=1' ]",
    values: onOff('No pointer.', 'A pointer.'),
  },
  {
    name: 'feature-abs-pointer',
    read: flag('feature_abs_pointer'),
    summary: 'The pointer can tell its place, not its movements only.',
    details: `${FLAG} The places go up to width and height.`,
    defaultValue: '0',
    example: "vkb = [ 'backend-type=linux,feature-abs-pointer=1,width=1920,height=1080' ]",
    values: onOff('Places.', 'Movements.'),
  },
  {
    name: 'feature-raw-pointer',
    read: flag('feature_raw_pointer'),
    summary: 'The pointer reports its position unscaled.',
    details: FLAG,
    defaultValue: '0',
    example: "vkb = [ 'backend-type=linux,feature-abs-pointer=1,feature-raw-pointer=1' ]",
    values: onOff('As the device measures it.', 'Scaled to the screen.'),
  },
  {
    name: 'feature-multi-touch',
    read: flag('feature_multi_touch'),
    summary: 'The device is a touch screen.',
    details:
      `${FLAG} xl turns it on itself where one of \`multi-touch-width\`, \`multi-touch-height\` and ` +
      '`multi-touch-num-contacts` is given, and rejects it where none is.',
    defaultValue: '0',
    example:
      "vkb = [ 'backend-type=linux,feature-multi-touch=1,multi-touch-width=1920,multi-touch-height=1080' ]",
    values: onOff('A touch screen.', 'None.'),
  },
  {
    name: 'multi-touch-width',
    read: unsigned('multi_touch_width', 32),
    summary: 'The greatest x of the touch screen.',
    details: NUMBER,
    example: "vkb = [ 'backend-type=linux,multi-touch-width=1920,multi-touch-height=1080' ]",
  },
  {
    name: 'multi-touch-height',
    read: unsigned('multi_touch_height', 32),
    summary: 'The greatest y of the touch screen.',
    details: NUMBER,
    example: "vkb = [ 'backend-type=linux,multi-touch-width=1920,multi-touch-height=1080' ]",
  },
  {
    name: 'multi-touch-num-contacts',
    read: unsigned('multi_touch_num_contacts', 32),
    summary: 'The number of fingers that the touch screen distinguishes.',
    details: NUMBER,
    example: "vkb = [ 'backend-type=linux,multi-touch-num-contacts=10' ]",
  },
  {
    name: 'width',
    read: unsigned('width', 32),
    summary: 'The greatest x of the pointer.',
    details: NUMBER,
    example: "vkb = [ 'backend-type=linux,feature-abs-pointer=1,width=1920,height=1080' ]",
  },
  {
    name: 'height',
    read: unsigned('height', 32),
    summary: 'The greatest y of the pointer.',
    details: NUMBER,
    example: "vkb = [ 'backend-type=linux,feature-abs-pointer=1,width=1920,height=1080' ]",
  },
]);

const MULTI_TOUCH = ['multi_touch_width', 'multi_touch_height', 'multi_touch_num_contacts'];

function check({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const faults: SpecFault[] = [];
  if ((values.get('backend_type') ?? 'unknown') === 'unknown') {
    const parameter = 'backend-type';
    const advice = 'Use `backend-type=qemu` or `backend-type=linux`.';
    // A bad value is reported already.
    if (values.has('backend_type'))
      faults.push(faultOfField(reading, 'backend_type', 'bad-value', 'refused', { parameter, advice }));
    else if (!hasKey(reading, parameter)) faults.push(missingKey(reading, parameter, 'refused', advice));
  }
  const hasSize = MULTI_TOUCH.some((field) => (values.get(field) ?? 0) !== 0);
  if (values.get('feature_multi_touch') === true && !hasSize) {
    const parameter = 'feature-multi-touch';
    const additions = ['multi-touch-num-contacts=10'];
    const advice = 'Add `multi-touch-width`, `multi-touch-height` or `multi-touch-num-contacts`, not 0.';
    faults.push(
      faultOfField(reading, 'feature_multi_touch', 'conflict', 'refused', { parameter, advice, additions }),
    );
  }
  return faults;
}

/** `devid` counts from the first string; the keyboards that come with the displays of vfb are before it. */
export const VKB = keyedLanguage({
  option: 'vkb',
  noun: 'keyboard',
  parameters: VKB_PARAMETERS,
  grammar: { unknownKey: 'refused', bareWord: 'refused' },
  check,
  // A size turns the feature on.
  fields: (printed) =>
    MULTI_TOUCH.some((field) => field in printed) ? { ...printed, feature_multi_touch: true } : printed,
  symbol: { name: ['unique-id'], detail: ['backend-type', 'backend'] },
  keys: keyOrder(
    'backend_domname devid backend_type unique_id feature_disable_keyboard feature_disable_pointer ' +
      'feature_abs_pointer feature_raw_pointer feature_multi_touch width height multi_touch_width ' +
      'multi_touch_height multi_touch_num_contacts',
  ),
});
