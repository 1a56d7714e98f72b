/** Settings that xl accepts and that keep the guest from starting. Facts: libxl_dm.c, libxl_x86.c, dm_spice_options. */
import { toInt32 } from '../../cNumbers.ts';
import { deviceModelOf, kernelOf } from '../../model/machine.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import type { XenVersion } from '../../schema/xenVersions.ts';
import { optionTable } from './optionRule.ts';

interface StartFailure {
  readonly option: string;
  readonly mark?: 'value';
  readonly since?: XenVersion;
  /** Whether the guest does not start, given that the option is set. */
  readonly when: (values: OptionValues) => boolean;
  /** Why, and what to write instead. */
  readonly message: string;
}

const spiceIsOn = (values: OptionValues): boolean => values.flag('spice') === true;

const spicePort = (values: OptionValues, option: string): boolean =>
  toInt32(values.number(option) ?? 0n) !== 0;

const FAILURES: readonly StartFailure[] = [
  {
    option: 'spice',
    when: (values) =>
      spiceIsOn(values) && !spicePort(values, 'spiceport') && !spicePort(values, 'spicetls_port'),
    message: 'Spice has no port to listen on. Add spiceport, such as spiceport = 6000.',
  },
  {
    option: 'spice',
    when: (values) =>
      spiceIsOn(values) &&
      values.flag('spicedisable_ticketing') !== true &&
      values.text('spicepasswd') === null,
    message: 'Spice wants a password. Add spicepasswd, or spicedisable_ticketing = 1 to do without.',
  },
  {
    option: 'spicepasswd',
    mark: 'value',
    when: (values) =>
      spiceIsOn(values) &&
      values.flag('spicedisable_ticketing') !== true &&
      values.text('spicepasswd') === '',
    message:
      'The password of Spice must not be empty. Write one, or add spicedisable_ticketing = 1 to do without.',
  },
  {
    option: 'spiceusbredirection',
    mark: 'value',
    when: (values) => spiceIsOn(values) && toInt32(values.number('spiceusbredirection') ?? 0n) > 4,
    message: 'No more than 4 devices can be redirected. Write a number from 1 to 4.',
  },
  {
    option: 'tsc_mode',
    mark: 'value',
    since: '4.12',
    when: (values) =>
      values.number('tsc_mode') === 3n || values.text('tsc_mode')?.toLowerCase() === 'native_paravirt',
    message: 'Xen has removed this mode. Write "default", or remove tsc_mode.',
  },
  {
    option: 'kernel',
    when: (values) =>
      values.guestType === 'hvm' &&
      deviceModelOf(values) === 'qemu-xen-traditional' &&
      kernelOf(values) !== null,
    message:
      'qemu-xen-traditional cannot start a kernel directly. Remove kernel, or write device_model_version = "qemu-xen".',
  },
  {
    option: 'firmware',
    mark: 'value',
    when: (values) =>
      values.guestType !== 'hvm' && !['pvgrub32', 'pvgrub64', null].includes(values.text('firmware')),
    message:
      'xl takes the beginning of a word, and then looks for a file of that name. Write pvgrub64, or pvgrub32.',
  },
  {
    option: 'name',
    mark: 'value',
    when: (values) => values.guestType === 'hvm' && values.text('name')?.includes('/') === true,
    message:
      'The log file of QEMU is named after the guest, and a name with / makes it a directory. Leave / out.',
  },
];

export const startFails = optionTable<StartFailure>(
  {
    code: 'start-fails',
    severity: 'warning',
    summary: 'Settings that xl takes, and with which the guest does not start.',
    details:
      'The file is taken and the guest is made; then libxl cannot start the device model, or set up the guest, because of ' +
      'what the file says, and takes the guest down again.\n\n' +
      '```\nspice = 1\nspiceport = 6000                # without a port there is no Spice\nspicedisable_ticketing = 1      # or spicepasswd\n```',
  },
  FAILURES,
  ({ option }) => [option],
  ({ mark, since, when, message }, _option, values) => {
    if ((since !== undefined && !values.since(since)) || !when(values)) return null;
    return { message: `The guest does not start. ${message}`, ...(mark ? { mark } : {}) };
  },
);
