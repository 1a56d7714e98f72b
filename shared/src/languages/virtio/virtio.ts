/** Virtio devices that another domain serves. Facts: xl_parse.c, libxl_virtio.c, libxl_arm.c of 4.18 to 4.22. */

import type { ValueDoc } from '../../schema/types.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { cutPieces, type Field, pairAt, withoutSpaces } from '../toolkit/fields.ts';
import {
  faultAt,
  isGiven,
  type KeyedItem,
  keyedLanguage,
  printed,
  wholeFault,
} from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { defbool, text, word } from '../toolkit/valueReaders.ts';
import { VIRTIO_PARAMETERS } from './keys.ts';

const transports: readonly ValueDoc[] =
  VIRTIO_PARAMETERS.find(({ name }) => name === 'transport')?.values ?? [];

const NO_NEXT = 'A type that begins with virtio needs its second half: write virtio,device and the number.';

/** Fields between commas, but for a type that begins with virtio: it has the next piece along, as it stands. */
function cut(spec: string): readonly Field[] {
  const pieces = cutPieces(spec, ',');
  const fields: Field[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const field = withoutSpaces(piece);
    const pair = pairAt(field);
    if (!pair || !field.text.startsWith('type=virtio')) {
      fields.push({ ...field, pair });
      continue;
    }
    const next = pieces[++index];
    if (!next) {
      fields.push({ ...field, pair, diesOf: NO_NEXT });
      continue;
    }
    const value = `${pair.value},${next.text}`;
    const valueSpan = { start: pair.valueSpan.start, end: next.end };
    fields.push({
      text: `type=${value}`,
      start: field.start,
      end: next.end,
      pair: { ...pair, value, valueSpan },
    });
  }
  return fields;
}

const grammar: KeyedGrammar = {
  cut,
  parameters: VIRTIO_PARAMETERS,
  readers: {
    backend: text('backend_domname'),
    type: text('type'),
    transport: word('transport', transports),
    grant_usage: defbool('grant_usage', 0),
  },
  unknownKey: 'refused',
  bareWord: 'refused',
};

/** What becomes of the device when the guest is made: only those with mmio get into the device tree of Arm. */
function check({ reading }: KeyedItem): SpecFault[] {
  const { values } = reading;
  if ((values.get('transport') ?? 'unknown') === 'unknown') {
    if (isGiven(reading, 'transport') && !values.has('transport')) return [];
    const cure = 'The guest is not told of the device. Add transport=mmio.';
    return [wholeFault(reading, { kind: 'missing-key', effect: 'dropped', parameter: 'transport', cure })];
  }
  const type = values.get('type');
  if (typeof type === 'string' && type.startsWith('virtio,device')) return [];
  const cure = 'On Arm it has to begin with virtio,device, such as virtio,device22.';
  const fault = { effect: 'startFails', parameter: 'type', cure } as const;
  if (type !== undefined) return [faultAt(reading, 'type', { kind: 'bad-value', ...fault })];
  return isGiven(reading, 'type') ? [] : [wholeFault(reading, { kind: 'missing-key', ...fault })];
}

export const virtio = keyedLanguage({
  options: ['virtio'],
  noun: 'virtio device',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VIRTIO_PARAMETERS,
  grammar: () => grammar,
  isNumbered: () => true,
  check,
  symbol: { name: ['type'], detail: ['transport', 'backend'] },
  keys: keyOrder('backend_domname type transport grant_usage devid'),
  fields: (values) => {
    const { transport, ...others } = printed(values);
    return transport === undefined || transport === 'unknown' ? others : { ...others, transport };
  },
});
