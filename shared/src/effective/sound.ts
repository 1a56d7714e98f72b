/** Sound cards: the strings of a card describe it, its devices and their streams. Facts: parse_vsnd_item, libxl_types.idl. */
import type { VsndItem } from '../languages/vsnd/keys.ts';
import { VSND, type VsndFields } from '../languages/vsnd/vsnd.ts';
import { groupsOf } from './groups.ts';
import { type ConfigNode, list, listOrNothing, object, type Scalar, scalar } from './node.ts';
import type { Source } from './source.ts';

type Values = VsndFields['values'];

interface Part {
  values: Values;
  readonly parts: Part[];
}

/** The keys of the text and the fields that they set, in the order of libxl. */
const PARAMS: readonly (readonly [key: string, field: string])[] = [
  ['sample-rates', 'sample_rates'],
  ['sample-formats', 'sample_formats'],
  ['channels-min', 'channels_min'],
  ['channels-max', 'channels_max'],
  ['buffer-size', 'buffer_size'],
];

const NAMES: Readonly<Record<VsndItem, readonly (readonly [key: string, field: string])[]>> = {
  card: [
    ['backend', 'backend_domname'],
    ['short-name', 'short_name'],
    ['long-name', 'long_name'],
  ],
  pcm: [['name', 'name']],
  stream: [
    ['unique-id', 'unique_id'],
    ['type', 'type'],
  ],
};

export const soundCards: Source = (context) =>
  listOrNothing(
    groupsOf(context, VSND).map(({ specs, origins }, devid) => {
      const card = cardOf(specs.map(({ spec }) => spec.fields));
      const [backend, ...names] = namesOf('card', card);
      return object(
        [
          ...(backend ? [backend] : []),
          ['devid', scalar(devid)],
          ...names,
          ['params', paramsOf(card)],
          ['pcms', listOrNothing(card.parts.map(deviceOf))],
        ],
        origins,
      );
    }),
  );

const deviceOf = (device: Part): ConfigNode =>
  object([
    ...namesOf('pcm', device),
    ['params', paramsOf(device)],
    ['streams', listOrNothing(device.parts.map(streamOf))],
  ]);

const streamOf = (stream: Part): ConfigNode =>
  object([...namesOf('stream', stream), ['params', paramsOf(stream)]]);

/** A string begins a device or a stream of the last device, or adds to the card. */
function cardOf(strings: readonly VsndFields[]): Part {
  const card: Part = { values: {}, parts: [] };
  for (const { item, values } of strings) {
    if (item === 'card') card.values = { ...card.values, ...values };
    else if (item === 'pcm') card.parts.push({ values, parts: [] });
    else if (item === 'stream') {
      if (card.parts.length === 0) card.parts.push({ values: {}, parts: [] });
      card.parts.at(-1)?.parts.push({ values, parts: [] });
    }
  }
  return card;
}

type Entry = readonly [name: string, node: ConfigNode | undefined];

const namesOf = (item: VsndItem, { values }: Part): Entry[] =>
  NAMES[item].map(([key, field]) => [field, nodeOf(values[key])]);

const paramsOf = ({ values }: Part): ConfigNode =>
  object(PARAMS.map(([key, field]) => [field, nodeOf(values[key])]));

/** A number of 0 is the default. */
function nodeOf(value: Values[string] | undefined): ConfigNode | undefined {
  if (value === undefined || value === 0) return undefined;
  return typeof value === 'object' ? list(value.map((one: Scalar) => scalar(one))) : scalar(value);
}
