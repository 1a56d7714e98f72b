/** Paravirtual keyboards and pointers. Facts: parse_vkb_config and parse_vkb_list in xl_parse.c of 4.12 to 4.22. */

import type { ValueDoc } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import {
  faultAt,
  isGiven,
  type KeyedItem,
  keyedLanguage,
  printed,
  wholeFault,
} from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { flag, text, unsigned, type Values, word } from '../toolkit/valueReaders.ts';
import { VKB_PARAMETERS } from './keys.ts';

const backendTypes: readonly ValueDoc[] =
  VKB_PARAMETERS.find(({ name }) => name === 'backend-type')?.values ?? [];

const grammar: KeyedGrammar = {
  cut: cutFields,
  parameters: VKB_PARAMETERS,
  readers: {
    backend: text('backend_domname'),
    'backend-type': word('backend_type', backendTypes),
    'unique-id': text('unique_id'),
    'feature-disable-keyboard': flag('feature_disable_keyboard'),
    'feature-disable-pointer': flag('feature_disable_pointer'),
    'feature-abs-pointer': flag('feature_abs_pointer'),
    'feature-raw-pointer': flag('feature_raw_pointer'),
    'feature-multi-touch': flag('feature_multi_touch'),
    'multi-touch-width': unsigned('multi_touch_width', 32),
    'multi-touch-height': unsigned('multi_touch_height', 32),
    'multi-touch-num-contacts': unsigned('multi_touch_num_contacts', 32),
    width: unsigned('width', 32),
    height: unsigned('height', 32),
  },
  unknownKey: 'refused',
  bareWord: 'refused',
};

const MULTI_TOUCH = ['multi_touch_width', 'multi_touch_height', 'multi_touch_num_contacts'];

const hasTouchSize = (values: Values): boolean => MULTI_TOUCH.some((name) => (values.get(name) ?? 0) !== 0);

function check({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const faults: SpecFault[] = [];
  if ((values.get('backend_type') ?? 'unknown') === 'unknown') {
    const missing = {
      effect: 'refused',
      parameter: 'backend-type',
      cure: 'Write backend-type=qemu or linux.',
    } as const;
    // A bad word is a fault already.
    if (values.has('backend_type'))
      faults.push(faultAt(reading, 'backend_type', { kind: 'bad-value', ...missing }));
    else if (!isGiven(reading, 'backend-type'))
      faults.push(wholeFault(reading, { kind: 'missing-key', ...missing }));
  }
  if (values.get('feature_multi_touch') === true && !hasTouchSize(values)) {
    const cure = 'Add multi-touch-width, multi-touch-height or multi-touch-num-contacts, not 0.';
    const parameter = 'feature-multi-touch';
    faults.push(
      faultAt(reading, 'feature_multi_touch', { kind: 'conflict', effect: 'refused', parameter, cure }),
    );
  }
  return faults;
}

/** `devid` counts from the first string; the keyboards that come with the displays of vfb are before it. */
export const vkb = keyedLanguage({
  options: ['vkb'],
  noun: 'keyboard',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VKB_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check,
  symbol: { name: ['unique-id'], detail: ['backend-type', 'backend'] },
  keys: keyOrder(
    'backend_domname devid backend_type unique_id feature_disable_keyboard feature_disable_pointer ' +
      'feature_abs_pointer feature_raw_pointer feature_multi_touch width height multi_touch_width ' +
      'multi_touch_height multi_touch_num_contacts',
  ),
  fields: (values) => ({
    ...printed(values),
    ...(hasTouchSize(values) ? { feature_multi_touch: true } : {}),
  }),
});
