/** Paravirtual keyboards and pointers. Facts: parse_vkb_config and parse_vkb_list in xl_parse.c of 4.12 to 4.22. */
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { VKB_PARAMETERS } from './keys.ts';

const MULTI_TOUCH = ['multi_touch_width', 'multi_touch_height', 'multi_touch_num_contacts'];

function check({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const faults: SpecFault[] = [];
  if ((values.get('backend_type') ?? 'unknown') === 'unknown') {
    const parameter = 'backend-type';
    const advice = 'Write backend-type=qemu or linux.';
    // A bad value is reported already.
    if (values.has('backend_type'))
      faults.push(faultOfField(reading, 'backend_type', 'bad-value', 'refused', { parameter, advice }));
    else if (!hasKey(reading, parameter)) faults.push(missingKey(reading, parameter, 'refused', advice));
  }
  const hasSize = MULTI_TOUCH.some((field) => (values.get(field) ?? 0) !== 0);
  if (values.get('feature_multi_touch') === true && !hasSize) {
    const parameter = 'feature-multi-touch';
    const advice = 'Add multi-touch-width, multi-touch-height or multi-touch-num-contacts, not 0.';
    faults.push(faultOfField(reading, 'feature_multi_touch', 'conflict', 'refused', { parameter, advice }));
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
