/** USB controllers. Facts: parse_usbctrl_config in xl_parse.c, the defaults of libxl_usb.c, 4.7 to 4.22, xl.cfg(5). */
import type { GuestType } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { faultOfField, type KeyedItem, keyedLanguage } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { int, type Values, word } from '../toolkit/valueReaders.ts';

const parameters = keyedParameters('4.7', 'xl_parse.c:parse_usbctrl_config', [
  {
    name: 'type',
    source: 'libxl_usb.c:libxl__device_usbctrl_setdefault libxl_types.idl:libxl_usbctrl_type',
    read: word('type'),
    summary: 'Who provides the controller.',
    details: 'In any case. xl rejects any other value.',
    defaultValue: '`auto`',
    example: "usbctrl = [ 'type=pv,version=2,ports=4' ]",
    values: [
      {
        name: 'auto',
        summary: 'devicemodel for HVM; for others pv where the host has the driver, else qusb.',
      },
      { name: 'pv', summary: "The driver in the host's kernel; the guest needs a driver for it." },
      { name: 'qusb', summary: 'QEMU, with the same driver in the guest.' },
      {
        name: 'devicemodel',
        summary: 'A controller that QEMU emulates, a PCI device to the guest. Since 4.8.',
      },
    ],
  },
  {
    name: 'version',
    source: 'libxl_usb.c:libxl__device_usbctrl_setdefault',
    read: int('version'),
    summary: 'The version of USB: 1, 2 or 3.',
    details:
      '3 with `type=devicemodel` only, 1 and 2 with all. xl accepts any number and reads words as 0, which is the default; ' +
      'with others `xl create` fails.',
    defaultValue: '2',
    example: "usbctrl = [ 'type=devicemodel,version=3,ports=8' ]",
    values: [
      { name: '1', summary: 'USB 1.1.' },
      { name: '2', summary: 'USB 2.0. The default.' },
      { name: '3', summary: 'USB 3.0, with type=devicemodel.' },
    ],
  },
  {
    name: 'ports',
    source: 'libxl_usb.c:libxl__device_usbctrl_setdefault',
    read: int('ports'),
    summary: 'The number of ports.',
    details:
      '1 to 31 with `pv` and `qusb`. With `devicemodel` it depends on the version: always 2 for USB 1.1, always 6 for USB ' +
      '2.0, up to 15 for USB 3.0. With another number `xl create` fails; a word is read as 0, the default.',
    defaultValue: '8; devicemodel: 2, 6 or 8',
    example: "usbctrl = [ 'type=qusb,version=2,ports=8' ]",
  },
]);

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The allowed numbers of ports by USB version, of paravirtual controllers and of QEMU's. */
const PARAVIRTUAL: Readonly<Record<number, Limits>> = { 1: { min: 1, max: 31 }, 2: { min: 1, max: 31 } };
const EMULATED: Readonly<Record<number, Limits>> = {
  1: { min: 2, max: 2 },
  2: { min: 6, max: 6 },
  3: { min: Number.NEGATIVE_INFINITY, max: 15 },
};

const numberOf = (values: Values, name: string): number => {
  const value = values.get(name);
  return typeof value === 'number' ? value : 0;
};

/** How many ports libxl gives an emulated controller of a version where the string does not say. */
const EMULATED_PORTS: Readonly<Record<number, number>> = { 1: 2, 2: 6 };
const USUAL_PORTS = 8;

const isEmulated = (values: Values, guestType: GuestType): boolean => {
  const type = values.get('type') ?? 'auto';
  return type === 'devicemodel' || (type === 'auto' && guestType === 'hvm');
};

/** How many ports a controller has that libxl accepts (libxl__device_usbctrl_setdefault). */
export function portsOf(values: Values, guestType: GuestType): number {
  const emulated = isEmulated(values, guestType)
    ? EMULATED_PORTS[numberOf(values, 'version') || 2]
    : undefined;
  return numberOf(values, 'ports') || (emulated ?? USUAL_PORTS);
}

const inWords = ({ min, max }: Limits): string =>
  min === max ? `always ${min}` : min > 0 ? `${min} to ${max}` : `up to ${max}`;

/** What libxl rejects when it adds the controller to the new guest. 0 is the default of both numbers. */
function check({ reading, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  const emulated = isEmulated(values, context.guestType);
  const fault = (parameter: string, advice: string): SpecFault =>
    faultOfField(reading, parameter, 'conflict', 'createFails', { parameter, advice, stage: 'devices' });
  if (emulated && context.guestType !== 'hvm')
    return [fault('type', 'Only an HVM guest has emulated controllers. Use `type=pv` or `type=qusb`.')];
  const limits = emulated ? EMULATED : PARAVIRTUAL;
  const kind = emulated ? 'A controller of type devicemodel' : 'A paravirtual controller';
  const allowed = limits[numberOf(values, 'version') || 2];
  if (!allowed) return [fault('version', `${kind} has the versions ${Object.keys(limits).join(', ')}.`)];
  const ports = numberOf(values, 'ports');
  if (ports === 0 || (ports >= allowed.min && ports <= allowed.max)) return [];
  return [fault('ports', `${kind} of this version has ${inWords(allowed)} ports.`)];
}

export const USBCTRL = keyedLanguage({
  option: 'usbctrl',
  noun: 'USB controller',
  parameters,
  grammar: { unknownKey: 'refused', bareWord: 'refused' },
  check,
  defaults: { type: 'auto' },
  symbol: { name: [], detail: ['type', 'version', 'ports'] },
  list: { name: 'usbctrls', after: 'channels' },
  keys: keyOrder('type devid version ports backend_domname'),
});
