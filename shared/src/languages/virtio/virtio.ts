/** Virtio devices that another domain serves. Facts: xl_parse.c, libxl_virtio.c, libxl_arm.c of 4.18 to 4.22, xl.cfg(5). */
import { onOff } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { backendKey } from '../toolkit/backendKey.ts';
import { type Field, fieldOf } from '../toolkit/fields.ts';
import { faultOfField, hasKey, type KeyedItem, keyedLanguage, missingKey } from '../toolkit/keyedLanguage.ts';
import { keyedParameters } from '../toolkit/readKeyed.ts';
import { skipSpaces, slice, strtok, wholeOf } from '../toolkit/slice.ts';
import { defbool, type ValueReader, word } from '../toolkit/valueReaders.ts';

/** Two tokens with one comma between them, however many are written. */
const type: ValueReader = (value) => ({ set: { type: value.replace(/,+/, ',') } });

const parameters = keyedParameters('4.18', 'xl_parse.c:parse_virtio_config', [
  {
    name: 'type',
    read: type,
    mandatory: true,
    summary: 'The kind of device: `virtio,device` and the virtio number in hexadecimal.',
    details:
      'It goes into the device tree. Its comma is the reason why xl takes the next field along for every type that begins ' +
      'with `virtio`, whatever it says, and crashes where there is none. On Arm `xl create` fails with a ' +
      'type that does not begin with `virtio,device`, and crashes without one.',
    example: "virtio = [ 'type=virtio,device22,transport=mmio' ]",
    values: [
      { name: 'virtio,device22', summary: 'I2C adapter.' },
      { name: 'virtio,device29', summary: 'GPIO controller.' },
      { name: 'virtio,device1a', summary: 'File system.' },
      { name: 'virtio,device', summary: 'Any other device.' },
    ],
  },
  {
    name: 'transport',
    source: 'libxl_types.idl:libxl_virtio_transport',
    read: word('transport'),
    mandatory: true,
    summary: 'How the guest talks to the device. There is one way.',
    details:
      'Case does not matter. xl silently rejects any other value. Without it the guest does not see the device.',
    example: "virtio = [ 'type=virtio,device22,transport=mmio' ]",
    values: [
      { name: 'mmio', summary: 'By registers in memory.' },
      { name: 'unknown', summary: 'Not said.', internal: true },
    ],
  },
  backendKey('serves the device', "virtio = [ 'backend=devices,type=virtio,device22,transport=mmio' ]"),
  {
    name: 'grant_usage',
    source: 'libxl_virtio.c:libxl__device_virtio_setdefault',
    read: defbool('grant_usage', 0),
    summary: 'Whether the backend sees only the memory that the guest grants it.',
    details: 'A number: 0 is off, anything else is on; a word is read as 0.',
    defaultValue: '1 where another domain than the host serves it, else 0',
    example: "virtio = [ 'type=virtio,device22,transport=mmio,grant_usage=1' ]",
    values: onOff('What is granted.', "All of the guest's memory."),
  },
]);

const NO_NEXT = 'A type that begins with virtio needs its second half: write virtio,device and the number.';

/** Fields between commas, except that a type that begins with virtio includes the next token, spaces and all. */
function split(spec: string): readonly Field[] {
  const tokens = strtok(wholeOf(spec), ',');
  const fields: Field[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [token, next] = tokens.slice(index, index + 2);
    if (!token) break;
    const field = fieldOf(skipSpaces(token));
    if (!field.text.startsWith('type=virtio')) fields.push(field);
    else if (next) {
      fields.push(fieldOf(slice(wholeOf(spec), field.start, next.end)));
      index++;
    } else fields.push({ ...field, crash: NO_NEXT });
  }
  return fields;
}

/**
 * Problems when the guest is created: only devices with mmio get into the device tree of Arm. libxl compares their type
 * there (make_virtio_mmio_node_device), and crashes without one. On x86 the guest gets none of them.
 */
function check({ reading, context }: KeyedItem): SpecFault[] {
  const { values } = reading;
  if ((values.get('transport') ?? 'unknown') === 'unknown') {
    if (hasKey(reading, 'transport') && !values.has('transport')) return [];
    const advice = 'The guest does not see the device. Add `transport=mmio`.';
    return [missingKey(reading, 'transport', 'dropped', advice)];
  }
  const type = values.get('type');
  if (typeof type === 'string' && type.startsWith('virtio,device')) return [];
  const isArm = context.architecture === 'arm';
  const advice = 'On Arm it must start with `virtio,device`, such as `virtio,device22`.';
  if (type !== undefined) {
    const effect = isArm ? 'createFails' : 'startFails';
    return [faultOfField(reading, 'type', 'bad-value', effect, { parameter: 'type', advice })];
  }
  if (hasKey(reading, 'type')) return [];
  return [missingKey(reading, 'type', isArm ? 'createFails' : 'startFails', advice)];
}

export const VIRTIO = keyedLanguage({
  option: 'virtio',
  noun: 'virtio device',
  parameters,
  grammar: { split, unknownKey: 'refused', bareWord: 'refused' },
  check,
  defaults: { transport: 'unknown' },
  symbol: { name: ['type'], detail: ['transport', 'backend'] },
  list: { name: 'virtios', after: 'vkbs' },
  keys: keyOrder('backend_domname type transport grant_usage devid'),
});
