/** Settings that xl accepts, and because of which `xl create` fails. Facts: libxl_dm.c, libxl_x86.c, dm_spice_options. */
import { toInt32 } from '../../cNumbers.ts';
import { startsQemu } from '../../model/createStages.ts';
import { displaySourceOf, hasVnc } from '../../model/display.ts';
import type { GuestSpecs } from '../../model/guestSpecs.ts';
import { deviceModelOf, hasStubDomain, kernelOf, lacksPassthroughCard } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { isUnknownKeymap } from '../../schema/keymaps.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import type { Choice } from './choices.ts';
import { optionTable } from './optionRule.ts';

interface StartFailure {
  readonly option: string;
  readonly mark?: 'value';
  readonly since?: XenVersion;
  /** Whether it fails, given that the option is set. */
  readonly when: (values: OptionValues, specs: GuestSpecs) => boolean;
  /** Why, and what to write instead. */
  readonly message: string;
  readonly choices?: readonly Choice[];
  /** True where the host has a say: what fails is not libxl, or not always. */
  readonly byHost?: true;
}

const isHvm = ({ guestType }: OptionValues): boolean => guestType === 'hvm';

const usesQemuXen = (values: OptionValues): boolean => deviceModelOf(values) === 'qemu-xen';

/** QEMU in a stub domain has no Spice. */
const spiceIsOn = (values: OptionValues): boolean =>
  values.flag('spice') === true && usesQemuXen(values) && !hasStubDomain(values);

const spicePort = (values: OptionValues, option: string): boolean =>
  toInt32(values.number(option) ?? 0n) !== 0;

const redirectedDevices = (values: OptionValues): number =>
  toInt32(values.number('spiceusbredirection') ?? 0n);

/** libxl looks at the number where there is a controller by version; it makes one for devices that Spice redirects. */
function hasBadRedirection(values: OptionValues): boolean {
  const wanted = redirectedDevices(values);
  const redirected = wanted > 0 && values.flag('spice') !== true && values.since('4.5') ? 0 : wanted;
  const hasController = toInt32(values.number('usbversion') ?? 0n) !== 0 || redirected > 0;
  return usesQemuXen(values) && hasController && (redirected < 0 || redirected > 4);
}

/** Whether libxl starts a QEMU of this kind on the host itself. */
const startsQemuOnHost = (values: OptionValues, specs: GuestSpecs): boolean =>
  startsQemu(values, specs) && !hasStubDomain(values);

const NO_TICKETS: Choice = { write: 'spicedisable_ticketing', value: '1' };

const QEMU_XEN: Choice = { write: 'device_model_version', value: '"qemu-xen"' };

const FAILURES: readonly StartFailure[] = [
  {
    option: 'spice',
    when: (values) =>
      spiceIsOn(values) && !spicePort(values, 'spiceport') && !spicePort(values, 'spicetls_port'),
    message: 'Spice has no port to listen on. Add `spiceport`, such as `spiceport = 6000`.',
    choices: [{ write: 'spiceport', value: '6000' }],
  },
  {
    option: 'spice',
    when: (values) =>
      spiceIsOn(values) &&
      values.flag('spicedisable_ticketing') !== true &&
      values.text('spicepasswd') === null,
    message:
      'Spice requires a password. Add `spicepasswd`, or turn it off with `spicedisable_ticketing = 1`.',
    choices: [NO_TICKETS],
  },
  {
    option: 'spicepasswd',
    mark: 'value',
    when: (values) =>
      spiceIsOn(values) &&
      values.flag('spicedisable_ticketing') !== true &&
      values.text('spicepasswd') === '',
    message:
      'The password of Spice must not be empty. Set one, or add spicedisable_ticketing = 1 to do without.',
    choices: [NO_TICKETS],
  },
  {
    option: 'spiceusbredirection',
    mark: 'value',
    since: '4.4',
    when: hasBadRedirection,
    message: 'At most 4 devices can be redirected. Use a number from 1 to 4.',
    choices: [{ write: 'spiceusbredirection', value: '4' }],
  },
  {
    option: 'tsc_mode',
    mark: 'value',
    since: '4.12',
    when: (values) =>
      values.number('tsc_mode') === 3n || values.text('tsc_mode')?.toLowerCase() === 'native_paravirt',
    message: 'Xen has removed this mode. Use `"default"`, or remove `tsc_mode`.',
    choices: [{ write: 'tsc_mode', value: '"default"' }, { remove: 'tsc_mode' }],
  },
  {
    option: 'kernel',
    since: '4.5',
    when: (values) =>
      isHvm(values) && deviceModelOf(values) === 'qemu-xen-traditional' && kernelOf(values) !== null,
    message:
      '`qemu-xen-traditional` cannot boot a kernel directly. Remove `kernel`, or use `device_model_version = "qemu-xen"`.',
    choices: [{ remove: 'kernel' }, QEMU_XEN],
  },
  {
    option: 'dm_restrict',
    since: '4.10',
    when: (values, specs) =>
      values.flag('dm_restrict') === true &&
      deviceModelOf(values) === 'qemu-xen-traditional' &&
      startsQemu(values, specs),
    message:
      '`qemu-xen-traditional` cannot run with reduced privileges. Remove `dm_restrict`, or use `device_model_version = "qemu-xen"`.',
    choices: [{ remove: 'dm_restrict' }, QEMU_XEN],
  },
  {
    option: 'device_model_user',
    mark: 'value',
    since: '4.12',
    when: (values, specs) =>
      values.text('device_model_user') === 'root' && usesQemuXen(values) && startsQemuOnHost(values, specs),
    message: 'libxl does not start QEMU as root. Use another user, or remove it.',
    choices: [{ remove: 'device_model_user' }],
  },
  {
    option: 'device_model_user',
    mark: 'value',
    since: '4.12',
    when: (values, specs) =>
      /^$|[:\n]/.test(values.text('device_model_user') ?? 'absent') &&
      usesQemuXen(values) &&
      startsQemuOnHost(values, specs),
    message: 'No user can have this name. Use the name of a user in dom0, or remove it.',
    choices: [{ remove: 'device_model_user' }],
  },
  {
    option: 'gfx_passthru',
    when: lacksPassthroughCard,
    message:
      'Without a graphics card in `pci`, libxl cannot tell its kind. Add `pci`, or use `gfx_passthru = "igd"` for an Intel card.',
    choices: [{ write: 'gfx_passthru', value: '"igd"' }],
  },
  {
    option: 'keymap',
    mark: 'value',
    when: (values) =>
      displaySourceOf(values) === 'options' && hasVnc(values) && isUnknownKeymap(values.text('keymap') ?? ''),
    message: 'QEMU has no keyboard layout of this name. Use one that it has, such as `"de"` or `"en-us"`.',
    byHost: true,
  },
  {
    option: 'firmware',
    mark: 'value',
    when: (values) => !isHvm(values) && !['pvgrub32', 'pvgrub64', null].includes(values.text('firmware')),
    message:
      'xl accepts the start of a word, but then looks for a file of that name. Use `"pvgrub64"` or `"pvgrub32"`.',
    choices: [
      { write: 'firmware', value: '"pvgrub64"' },
      { write: 'firmware', value: '"pvgrub32"' },
    ],
    byHost: true,
  },
  {
    option: 'name',
    mark: 'value',
    when: (values) => isHvm(values) && values.text('name')?.includes('/') === true,
    message: 'The log file of QEMU is named after the guest, and `/` makes it a directory. Remove `/`.',
    byHost: true,
  },
];

export const startFails = optionTable<StartFailure>(
  {
    code: 'start-fails',
    source:
      'libxl_dm.c:libxl__build_device_model_args_new,dm_spice_options libxl_x86.c:libxl__arch_domain_create',
    severity: 'error',
    summary: 'Settings that xl accepts, but that make `xl create` fail.',
    details:
      'xl accepts the file; then libxl cannot set up the guest or start QEMU because of what the file says, and ' +
      '`xl create` fails. Where the host has a say, such as which files it has, it is a warning.\n\n' +
      '```\nspice = 1\nspiceport = 6000                # without a port there is no Spice\nspicedisable_ticketing = 1      # or spicepasswd\n```',
  },
  FAILURES,
  ({ option }) => [option],
  ({ mark, since, when, message, choices = [], byHost }, _option, values, { specs }) => {
    if ((since !== undefined && !values.since(since)) || !when(values, specs)) return null;
    return {
      stage: 'build',
      choices,
      message: byHost ? `The guest does not start. ${message}` : `\`xl create\` fails. ${message}`,
      ...(mark ? { mark } : {}),
      ...(byHost ? { severity: 'warning' } : {}),
    };
  },
);
