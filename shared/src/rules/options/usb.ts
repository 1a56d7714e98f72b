/** The two ways to emulated USB, which exclude each other. Facts: libxl__domain_build_info_setdefault. */
import { toInt32 } from '../../cNumbers.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { optionRule } from './optionRule.ts';

/** The option that asks for a controller by version. libxl ignores redirection without Spice, except for a negative number. */
function versionedControllerOption(values: OptionValues): 'usbversion' | 'spiceusbredirection' | null {
  if (toInt32(values.number('usbversion') ?? 0n) !== 0) return 'usbversion';
  const redirected = toInt32(values.number('spiceusbredirection') ?? 0n);
  const forgotten = redirected > 0 && values.flag('spice') !== true && values.since('4.5');
  return redirected !== 0 && !forgotten ? 'spiceusbredirection' : null;
}

/** The options that add a controller of version 1.1. An empty `usbdevice` does, too. */
const legacyControllerOptions = (values: OptionValues): string[] =>
  [
    values.flag('usb') === true ? 'usb' : '',
    values.list('usbdevice') !== null || values.text('usbdevice') !== null ? 'usbdevice' : '',
  ].filter((option) => option !== '');

const usbConflict = optionRule(
  {
    code: 'usb-conflict',
    isAfterParsing: true,
    severity: 'error',
    options: ['usbversion', 'spiceusbredirection'],
    summary: '`usbversion` or `spiceusbredirection` together with `usb` or `usbdevice`.',
    details:
      'Both make a USB controller, and libxl refuses to make two: the file is taken, and `xl create` fails. Write one of ' +
      'them. `usbdevice = [ "tablet" ]` alone brings a controller of version 1.1.\n\n```\nusbdevice = [ "tablet" ]\n```',
  },
  function* (values) {
    const option = versionedControllerOption(values);
    const others = legacyControllerOptions(values);
    if (!values.since('4.4') || option === null || others.length === 0) return;
    yield {
      option,
      message: `${option} does not go with ${others.join(' and ')}: xl create fails. Remove ${option}, or ${others.join(' and ')}.`,
      relatedOptions: others.map((other) => ({
        option: other,
        message: 'This makes a controller of version 1.1.',
      })),
    };
  },
);

export const usbRules = [usbConflict];
