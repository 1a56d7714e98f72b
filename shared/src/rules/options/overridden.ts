/** Settings that others override. Facts: parse_config_data, parse_cmdline, libxl_x86.c, libxl_bootloader.c. */

import { altp2mOption } from '../../model/altp2m.ts';
import { displaySourceOf } from '../../model/display.ts';
import { biosOf, firmwareOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { RuleContext } from '../rule.ts';
import type { Choice } from './choices.ts';
import { optionTable } from './optionRule.ts';
import { removeOptionFix } from './removeOption.ts';

interface Override {
  readonly options: readonly string[];
  readonly by: string;
  readonly since?: XenVersion;
  /** Whether it is overridden, where both are set. */
  readonly when: (values: OptionValues, option: string) => boolean;
  /** What xl does, and what to write instead. */
  readonly message: string;
  /** True where removing the setting changes nothing for xl. */
  readonly removable?: true;
  /** What to do about the option. Absent: what `removable` says. */
  readonly choices?: (option: string) => readonly Choice[];
  /** True where the setting has an effect nevertheless, if not the one that it has alone. */
  readonly isUsed?: true;
}

const DISPLAY_OPTIONS = [
  ...['vnc', 'vnclisten', 'vncdisplay', 'vncunused', 'vncpasswd'],
  ...['sdl', 'opengl', 'display', 'xauthority', 'keymap'],
];

const isSet = (values: OptionValues, option: string): boolean => values.text(option) !== null;

const OVERRIDES: readonly Override[] = [
  {
    options: ['root', 'extra'],
    by: 'cmdline',
    since: '4.5',
    when: (values, option) => isSet(values, 'cmdline') && isSet(values, option),
    message: '`cmdline` is the whole command line: xl warns and ignores this. Move it to `cmdline`.',
    removable: true,
  },
  {
    options: ['stdvga'],
    by: 'vga',
    since: '4.3',
    when: (values) => isSet(values, 'vga'),
    message: 'xl ignores `stdvga` because `vga` is set. Remove `stdvga`.',
    removable: true,
  },
  {
    options: ['bios'],
    by: 'firmware',
    when: (values) => {
      const chosen = biosOf(values);
      const overruled = values.word('bios')?.name;
      return overruled !== undefined && chosen?.option === 'firmware' && chosen.name !== overruled;
    },
    message: '`firmware` names another BIOS, which is used. Remove one of them.',
    choices: () => [{ remove: 'bios' }, { remove: 'firmware' }],
  },
  {
    options: ['firmware_override'],
    by: 'firmware',
    when: (values) => firmwareOf(values)?.kind === 'path',
    message: '`firmware` is a path, which is used. Remove one of them.',
    choices: () => [{ remove: 'firmware_override' }, { remove: 'firmware' }],
  },
  {
    options: ['altp2m'],
    by: 'altp2mhvm',
    since: '4.9',
    when: (values) => altp2mOption(values) === 'altp2mhvm',
    message: '`altp2mhvm` turns on what `altp2m` turns off. Remove `altp2mhvm`, or use `altp2m = "mixed"`.',
    choices: () => [{ remove: 'altp2mhvm' }, { write: 'altp2m', value: '"mixed"' }],
  },
  {
    options: ['altp2mhvm'],
    by: 'altp2m',
    since: '4.9',
    when: (values) => altp2mOption(values) === 'altp2m' && values.flag('altp2mhvm') === false,
    message: '`altp2m` turns on what `altp2mhvm` turns off. Remove `altp2mhvm`.',
    choices: () => [{ remove: 'altp2mhvm' }],
  },
  {
    options: DISPLAY_OPTIONS,
    by: 'vfb',
    when: (values) => values.guestType === 'pv' && displaySourceOf(values) === 'vfb',
    message:
      '`vfb` describes the screen of this PV guest, so xl ignores this. Remove it, and set it in the string of `vfb`.',
    removable: true,
  },
  {
    options: ['e820_host'],
    by: 'pci',
    when: (values) => values.flag('e820_host') === false && values.strings('pci').length > 0,
    message: 'xl turns this on for PV guests with devices. Remove it.',
    removable: true,
  },
  {
    options: ['usb'],
    by: 'usbdevice',
    when: (values) =>
      values.flag('usb') === false &&
      (isSet(values, 'usbdevice') || (values.list('usbdevice') ?? []).length > 0),
    message: '`usbdevice` adds the USB controller anyway. Remove `usb`, or `usbdevice`.',
    choices: () => [{ remove: 'usb' }, { remove: 'usbdevice' }],
  },
  {
    options: ['kernel', 'ramdisk'],
    by: 'bootloader',
    when: (values, option) =>
      values.guestType !== 'hvm' && isSet(values, 'bootloader') && values.text(option) !== '',
    message:
      'With a bootloader this is a path in the guest, not in dom0: pygrub boots that file and skips its menu. Remove ' +
      'it, or remove bootloader to start the file of the host.',
    isUsed: true,
    choices: (option) => [{ remove: option }, { remove: 'bootloader' }],
  },
];

const applies = ({ by, since, when }: Override, option: string, values: OptionValues): boolean =>
  values.setting(by) !== undefined && (since === undefined || values.since(since)) && when(values, option);

/** Whether another setting takes the place of this option. */
export const isOverridden = (option: string, { values }: RuleContext): boolean =>
  OVERRIDES.some((override) => override.options.includes(option) && applies(override, option, values));

export const overriddenSetting = optionTable<Override>(
  {
    code: 'overruled-setting',
    source: 'xl_parse.c:parse_config_data xl_parse.c:parse_cmdline',
    severity: 'warning',
    summary: 'A setting that another one overrides.',
    details:
      'Some options are old ways to say what others say, and some are parts of what others say as a whole. Where both ' +
      'are set, xl takes one and, as a rule, says nothing.\n\n' +
      '```\ncmdline = "root=/dev/xvda1 ro"\nextra = "quiet"          # left out\n```',
  },
  OVERRIDES,
  ({ options }) => options,
  (override, option, values, { file }) => {
    if (!applies(override, option, values)) return null;
    const { by, message, removable, isUsed, choices } = override;
    return {
      message,
      ...(choices ? { choices: choices(option) } : {}),
      ...(isUsed ? {} : { tag: 'unnecessary' }),
      relatedOptions: [{ option: by, message: isUsed ? 'The bootloader.' : 'This one is used.' }],
      ...(removable ? { fixes: removeOptionFix(values, option, file.text) } : {}),
    };
  },
);
