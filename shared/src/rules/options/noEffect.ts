/** Options that have no effect without another one, or for the guest type. Facts: parse_config_data, libxl_create.c, libxl_dm.c. */

import { altp2mOption } from '../../model/altp2m.ts';
import { hasVnc } from '../../model/display.ts';
import { hasStubDomain, lacksPassthroughCard } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { GuestType } from '../../schema/types.ts';
import type { Severity } from '../../severity.ts';
import { withFixes } from '../rule.ts';
import { optionTable } from './optionRule.ts';
import { removalChoice } from './removeOption.ts';

interface Requirement {
  readonly options: readonly string[];
  /** Absent: all types. */
  readonly guestTypes?: readonly GuestType[];
  /** Whether the requirement is met. Absent: never. */
  readonly met?: (values: OptionValues) => boolean;
  /** What is missing, and what to write. */
  readonly message: string;
  readonly severity?: Severity;
}

const isOn =
  (option: string) =>
  (values: OptionValues): boolean =>
    values.flag(option) === true;

const VNC = ['vnclisten', 'vncdisplay', 'vncunused', 'vncpasswd'];
const SDL = ['opengl', 'display', 'xauthority'];

const REQUIREMENTS: readonly Requirement[] = [
  {
    options: ['pvshim_cmdline', 'pvshim_extra'],
    // libxl loads a shim that is named whatever `pvshim` says (libxl__build_hvm, libxl__domain_firmware).
    met: (values) => values.flag('pvshim') === true || values.text('pvshim_path') !== null,
    message: 'It requires `pvshim = 1`. Add that, or remove it.',
  },
  {
    options: [
      ...['stubdomain_kernel', 'stubdomain_ramdisk', 'stubdomain_cmdline', 'stubdomain_memory'],
      'device_model_stubdomain_seclabel',
    ],
    met: hasStubDomain,
    message:
      'It is used for HVM guests with device_model_stubdomain_override = 1 only. Add that, or remove this.',
  },
  {
    options: [
      ...['spicehost', 'spiceport', 'spicetls_port', 'spicedisable_ticketing', 'spicepasswd'],
      ...['spiceagent_mouse', 'spicevdagent', 'spice_clipboard_sharing', 'spiceusbredirection'],
      ...['spice_image_compression', 'spice_streaming_video'],
    ],
    met: isOn('spice'),
    message: 'It requires `spice = 1`. Add that, or remove it.',
  },
  {
    options: ['vnc', ...VNC, 'sdl', ...SDL],
    guestTypes: ['pvh'],
    message:
      'PVH guests have no emulated display. Use `vfb = [ "vnc=1" ]`, with related settings in that string.',
  },
  {
    options: VNC,
    guestTypes: ['pv', 'hvm'],
    met: hasVnc,
    message: 'VNC is off. Set `vnc = 1`, or remove it.',
  },
  {
    options: ['sdl', ...SDL, 'keymap'],
    guestTypes: ['pv'],
    met: hasVnc,
    message: 'On PV it requires `vnc = 1`. Set that, or use `vfb`.',
  },
  {
    options: SDL,
    guestTypes: ['hvm'],
    met: isOn('sdl'),
    message: 'It requires `sdl = 1`. Add that, or remove it.',
  },
  {
    options: ['nographic'],
    met: (values) =>
      values.flag('nographic') !== true || (values.flag('vnc') === false && values.flag('sdl') !== true),
    message: 'It is used only without VNC and SDL, and VNC is on by default. Add `vnc = 0`.',
  },
  {
    options: ['pci_permissive', 'pci_msitranslate', 'pci_seize', 'pci_power_mgmt'],
    met: (values) => values.strings('pci').length > 0,
    message: 'It is a default for devices in `pci`, which is not set. Add `pci`, or remove it.',
    severity: 'hint',
  },
  {
    options: ['gfx_passthru'],
    met: (values) =>
      values.number('gfx_passthru') === 0n ||
      values.strings('pci').length > 0 ||
      lacksPassthroughCard(values),
    message: 'The graphics card itself must be listed in `pci`. Add `pci`, or remove it.',
  },
  {
    options: ['bootloader', 'bootloader_args', 'bootloader_restrict', 'bootloader_user'],
    guestTypes: ['hvm'],
    message: 'HVM guests boot with their firmware. Remove it, or use `type = "pv"`.',
  },
  {
    options: ['bootloader_args', 'bootloader_restrict', 'bootloader_user'],
    guestTypes: ['pv', 'pvh'],
    met: (values) => values.text('bootloader') !== null,
    message: 'There is no `bootloader`. Add one, or remove it.',
  },
  {
    options: ['oos'],
    guestTypes: ['hvm', 'pvh'],
    met: (values) => values.flag('hap') === false,
    message: 'It applies to shadow page tables, which require `hap = 0`. Remove it.',
    severity: 'hint',
  },
  {
    options: ['altp2m_count'],
    met: (values) => altp2mOption(values) !== null,
    message: 'It requires `altp2m`. Add that, or remove it.',
  },
  {
    options: ['altp2m'],
    guestTypes: ['pv'],
    met: (values) => values.number('altp2m') === 0n || values.text('altp2m')?.toLowerCase() === 'disabled',
    message: 'PV guests have no altp2m views. Remove it, or use `type = "hvm"`.',
  },
  {
    options: ['nestedhvm'],
    guestTypes: ['pv'],
    met: (values) => values.flag('nestedhvm') !== true,
    message: 'PV guests do not support nested virtualization. Remove it, or use `type = "hvm"`.',
  },
  {
    options: ['videoram'],
    guestTypes: ['pv', 'pvh'],
    message: 'Only HVM guests have an emulated graphics card. Remove it.',
  },
  {
    options: ['device_model_args_hvm'],
    guestTypes: ['pv', 'pvh'],
    message: 'It is for HVM guests. Use `device_model_args_pv`, or remove it.',
  },
  {
    options: ['device_model_args_pv'],
    guestTypes: ['hvm'],
    message: 'It is for PV guests. Use `device_model_args_hvm`, or remove it.',
  },
];

export const noEffect = optionTable<Requirement>(
  {
    code: 'no-effect',
    source: 'xl_parse.c:parse_config_data libxl_create.c:libxl__domain_build_info_setdefault',
    severity: 'warning',
    summary: 'An option that has no effect without another one, or on this guest type.',
    details:
      'xl reads it, stores it, and nothing comes of it; it does not tell. Add what the option needs, or remove it.\n\n' +
      '```\nspiceport = 6000     # nothing listens there\nspice = 1            # now it does\n```',
  },
  REQUIREMENTS,
  ({ options }) => options,
  ({ guestTypes, met = () => false, message, severity }, option, values, { file }) => {
    if (guestTypes?.includes(values.guestType) === false || met(values)) return null;
    const grade = isAlreadyOff(values, option) ? 'hint' : severity;
    return {
      message: `\`${option}\` has no effect here. ${message}`,
      tag: 'unnecessary',
      ...withFixes(removalChoice(values, option, file.text)),
      ...(grade ? { severity: grade } : {}),
    };
  },
);

const SWITCHES: readonly string[] = ['vnc', 'sdl', 'opengl', 'spiceusbredirection', 'spicevdagent'];

/** Whether the option turns off what is off anyway, which does no harm. */
const isAlreadyOff = (values: OptionValues, option: string): boolean =>
  SWITCHES.includes(option) && values.flag(option) === false;
