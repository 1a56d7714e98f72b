/** Host USB devices. Facts: parse_usbdev_config in xl_parse.c, libxl_usb.c, 4.7 to 4.22, xl.cfg(5). */

import { strtoul } from '../../cNumbers.ts';
import type { SpecFact } from '../facts.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { givenValue } from '../pieces.ts';
import {
  faultOfField,
  type KeyedItem,
  type KeyedSpec,
  keyedLanguage,
  missingKey,
} from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { int, unsigned, word } from '../toolkit/valueReaders.ts';

const NUMBER =
  'Decimal, hexadecimal with `0x`, octal with a leading 0: `lsusb` prints leading zeros, leave them out. xl keeps 8 ' +
  'bits of it; a word is read as 0. With 0 `xl create` fails.';

const parameters = keyedParameters('4.7', 'xl_parse.c:parse_usbdev_config', [
  {
    name: 'hostbus',
    read: unsigned('hostbus', 8),
    mandatory: true,
    summary: 'The number of the bus on the host (`lsusb`: Bus 001 is 1).',
    details: NUMBER,
    example: "usbdev = [ 'hostbus=1,hostaddr=3' ]",
  },
  {
    name: 'hostaddr',
    read: unsigned('hostaddr', 8),
    mandatory: true,
    summary: 'The number of the device on its bus (`lsusb`: Device 003 is 3).',
    details: `${NUMBER} It changes whenever the device is plugged in.`,
    example: "usbdev = [ 'hostbus=1,hostaddr=3' ]",
  },
  {
    name: 'type',
    read: word('type'),
    summary: 'What kind of device it is. There is one kind.',
    details: 'xl rejects any other value.',
    defaultValue: '`hostdev`',
    example: "usbdev = [ 'type=hostdev,hostbus=1,hostaddr=3' ]",
    values: [{ name: 'hostdev', summary: 'A device of the host.' }],
  },
  {
    name: 'controller',
    source: 'libxl_usb.c:libxl__device_usbdev_setdefault',
    read: int('ctrl'),
    summary: 'The controller to plug it into: the place in the list `usbctrl`, from 0.',
    details: 'A decimal number; a word is read as 0.',
    defaultValue: 'the first with a free port, or a new one',
    example: "usbctrl = [ 'type=auto,version=2' ]\nusbdev = [ 'hostbus=1,hostaddr=3,controller=0,port=2' ]",
  },
  {
    name: 'port',
    source: 'libxl_usb.c:libxl__device_usbdev_setdefault',
    read: int('port'),
    summary: 'The port of the controller, from 1.',
    details:
      'A decimal number; a word is read as 0, which is any port. Without `controller`, `xl create` fails.',
    defaultValue: 'a free one',
    example: "usbctrl = [ 'type=auto,version=2' ]\nusbdev = [ 'hostbus=1,hostaddr=3,controller=0,port=2' ]",
  },
]);

/** What libxl rejects when it adds the device to the new guest. */
function check({ reading }: KeyedItem): SpecFault[] {
  const { values, setBy } = reading;
  const faults: SpecFault[] = [];
  for (const parameter of ['hostbus', 'hostaddr']) {
    if ((values.get(parameter) ?? 0) !== 0) continue;
    const advice = `Use \`${parameter}=\` with the number that \`lsusb\` shows.`;
    faults.push(
      setBy.has(parameter)
        ? faultOfField(reading, parameter, 'bad-value', 'createFails', {
            parameter,
            advice,
            stage: 'devices',
          })
        : missingKey(reading, parameter, 'createFails', advice, 'devices'),
    );
  }
  const anyController = (values.get('ctrl') ?? -1) === -1;
  if (anyController && (values.get('port') ?? 0) !== 0) {
    const advice = 'A port belongs to a controller. Add `controller=`, or remove `port=`.';
    faults.push(
      faultOfField(reading, 'port', 'conflict', 'createFails', {
        parameter: 'port',
        stage: 'devices',
        advice,
        additions: ['controller=0'],
      }),
    );
  }
  return faults;
}

/** Bus and device number, which stay the same until the device is plugged in again. */
function usbFacts(spec: KeyedSpec): readonly SpecFact[] {
  const bus = givenValue(spec, 'hostbus');
  const address = givenValue(spec, 'hostaddr');
  if (!bus || !address) return [];
  const key = [bus, address].map(({ text }) => BigInt.asUintN(8, strtoul(text, 0)?.value ?? 0n)).join('.');
  const span = {
    start: Math.min(bus.whole.start, address.whole.start),
    end: Math.max(bus.whole.end, address.whole.end),
  };
  const text = spec.text.slice(span.start, span.end);
  return [{ span, content: { kind: 'usbDevice', key, text, option: 'usbdev' } }];
}

/** `hostbus` and `hostaddr` are printed only where `type` is given. */
export const USBDEV = keyedLanguage({
  option: 'usbdev',
  noun: 'USB device',
  parameters,
  grammar: { unknownKey: 'refused', bareWord: 'refused' },
  isNumbered: () => false,
  facts: usbFacts,
  check,
  fields: ({ type, hostbus, hostaddr, ...others }) => ({
    ...others,
    ...(type === undefined
      ? {}
      : { 'type.hostdev': { ...(hostbus ? { hostbus } : {}), ...(hostaddr ? { hostaddr } : {}) } }),
  }),
  symbol: { name: [], detail: ['hostbus', 'hostaddr', 'controller', 'port'] },
  list: { name: 'usbdevs', after: 'usbctrls' },
  keys: keyOrder('ctrl port type.hostdev', { 'type.hostdev': keyOrder('hostbus hostaddr') }),
});
