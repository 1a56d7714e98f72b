/** The two ways to emulated USB, which exclude each other. Facts: libxl__domain_build_info_setdefault. */
import { toInt32 } from '../../cNumbers.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { optionRule } from './optionRule.ts';

/** What asks for a controller by version. libxl forgets redirection where Spice is off, but not a negative number. */
function byVersion(read: OptionValues): 'usbversion' | 'spiceusbredirection' | null {
  if (toInt32(read.number('usbversion') ?? 0n) !== 0) return 'usbversion';
  const redirected = toInt32(read.number('spiceusbredirection') ?? 0n);
  const forgotten = redirected > 0 && read.flag('spice') !== true && read.since('4.5');
  return redirected !== 0 && !forgotten ? 'spiceusbredirection' : null;
}

/** The old way: a controller of version 1.1. An empty list or text of `usbdevice` counts as well. */
const oldWay = (read: OptionValues): string[] =>
  [
    read.flag('usb') === true ? 'usb' : '',
    read.list('usbdevice') !== null || read.text('usbdevice') !== null ? 'usbdevice' : '',
  ].filter((option) => option !== '');

const usbConflict = optionRule(
  {
    code: 'usb-conflict',
    severity: 'error',
    marks: ['usbversion', 'spiceusbredirection'],
    summary: '`usbversion` or `spiceusbredirection` together with `usb` or `usbdevice`.',
    details:
      'Both make a USB controller, and libxl refuses to make two: the file is taken, and `xl create` fails. Write one of ' +
      'them. `usbdevice = [ "tablet" ]` alone brings a controller of version 1.1.\n\n```\nusbdevice = [ "tablet" ]\n```',
  },
  function* (read) {
    const option = byVersion(read);
    const others = oldWay(read);
    if (!read.since('4.4') || option === null || others.length === 0) return;
    yield {
      at: option,
      message: `${option} does not go with ${others.join(' and ')}: xl create fails. Remove ${option}, or ${others.join(' and ')}.`,
      because: others.map((other) => ({ option: other, message: 'This makes a controller of version 1.1.' })),
    };
  },
);

export const usbRules = [usbConflict];
