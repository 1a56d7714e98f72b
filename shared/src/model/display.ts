/** The display of a guest. Facts: parse_top_level_vnc_options and the vfb loop of parse_config_data in xl_parse.c. */
import type { OptionValues } from './optionValues.ts';

/** Where the display is described: in options such as `vncdisplay`, or in the strings of `vfb`. */
export type DisplaySource = 'options' | 'vfb';

/** Where the guest has its display from; null where it has none. On PV the options count only without `vfb`. */
export function displaySourceOf(values: OptionValues): DisplaySource | null {
  if (values.guestType === 'hvm') return 'options';
  if (values.strings('vfb').length > 0) return 'vfb';
  return values.guestType === 'pv' && values.flag('vnc') === true ? 'options' : null;
}

/** Whether the guest may have a VNC server: on HVM unless the file turns it off, else with any display. */
export const hasVnc = (values: OptionValues): boolean =>
  values.guestType === 'hvm' ? values.flag('vnc') !== false : displaySourceOf(values) !== null;
