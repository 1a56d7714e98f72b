/** The devices of the guest. Order and defaults of their fields: device_* of libxl_types.idl. */

import { DTDEV } from '../languages/dtdev/dtdev.ts';
import type { JsonObject, JsonValue, KeyOrder } from '../languages/json.ts';
import type { ParsedSpec, SpecLanguage } from '../languages/language.ts';
import { P9 } from '../languages/p9/p9.ts';
import { PCI } from '../languages/pci/pci.ts';
import { VFB } from '../languages/vfb/vfb.ts';
import { VKB } from '../languages/vkb/vkb.ts';
import { displaySourceOf } from '../model/display.ts';
import type { GuestSpec } from '../model/guestSpecs.ts';
import { rdmPolicy, SDL, VNC } from './machine.ts';
import {
  type ConfigNode,
  list,
  listOrNothing,
  type ObjectNode,
  object,
  open,
  scalar,
  UNSET,
} from './node.ts';
import { type Context, originOfItem, originsIn, type Source, text } from './source.ts';

/** The devices of the strings of a language. */
export const devices =
  <Spec extends ParsedSpec>(language: SpecLanguage<Spec>): Source =>
  (context) =>
    listOrNothing(context.specsOf(language).map((one) => deviceOf(one)));

/** The device of a string. `instead` are fields that its language does not have, or has otherwise. */
function deviceOf<Spec extends ParsedSpec>(
  one: GuestSpec<Spec>,
  instead: Readonly<Record<string, ConfigNode>> = {},
): ObjectNode {
  const { json } = one.language;
  const node = json ? objectOf(json.fields(one.spec), json.order, instead) : object([]);
  return { ...node, origins: originOfItem(one) };
}

/** The fields as nodes, in the order of the keys. */
const objectOf = (
  fields: JsonObject,
  order: KeyOrder,
  instead: Readonly<Record<string, ConfigNode>> = {},
): ObjectNode =>
  object(
    Object.entries(order).map(([name, inner]) => {
      const value = fields[name];
      return [name, instead[name] ?? (value === undefined ? undefined : nodeOf(value, inner))];
    }),
  );

const isList = (value: JsonValue): value is readonly JsonObject[] => Array.isArray(value);

function nodeOf(value: JsonValue, order: KeyOrder): ConfigNode {
  if (value === null) return open('random', UNSET);
  if (isList(value)) return list(value.map((item) => objectOf(item, order)));
  return typeof value === 'object' ? objectOf(value, order) : scalar(value);
}

/** What a device that is not in `before` gets as its number: those in front of it count. */
const renumbered = (device: ObjectNode, before: number): ObjectNode => ({
  ...device,
  entries: device.entries.map(([name, node]) =>
    name === 'devid' && node.kind === 'scalar' ? [name, scalar(Number(node.value) + before)] : [name, node],
  ),
});

/** A PCI device without its own policy has that of `rdm`, whatever xl makes of it. */
export const pciDevices: Source = (context) => {
  const policy = rdmPolicy(context);
  return listOrNothing(
    context.specsOf(PCI).map((one) => {
      const hasOwn = one.spec.parts.some((part) => part.kind === 'parameter' && part.name === 'rdm_policy');
      return deviceOf(one, policy && !hasOwn ? { rdm_policy: policy } : {});
    }),
  );
};

/** Where the file names no directory, xen-9pfsd uses one named after the guest. */
export const sharedDirectories: Source = (context) =>
  listOrNothing(
    context.specsOf(P9).map((one) => {
      const { type, path } = one.spec.fields;
      const isOwn = type === 'xen_9pfsd' && path === undefined;
      return deviceOf(one, isOwn ? { path: ownDirectory(context) } : {});
    }),
  );

const ownDirectory = ({ host, values }: Context): ConfigNode =>
  host
    ? scalar(`${host.logFolder}/guests/${values.text('name') ?? ''}`, [])
    : open('host', 'a folder with the name of the guest');

/** The display that `vnc` gives to a PV guest without one in `vfb`. */
function ownDisplay(context: Context): ConfigNode | undefined {
  if (context.values.guestType !== 'pv' || displaySourceOf(context.values) !== 'options') return undefined;
  const entries = [
    ['devid', scalar(0)],
    ['vnc', VNC(context)],
    ['sdl', SDL(context)],
    ['keymap', text('keymap')(context)],
  ] as const;
  return object(entries, originsIn(context, 'vnc'));
}

const givenDisplays = devices(VFB);

export const displays: Source = (context) => {
  const own = ownDisplay(context);
  return own ? list([own]) : givenDisplays(context);
};

/** Each display has a keyboard, which comes before those of the file. */
export const keyboards: Source = (context) => {
  const own = ownDisplay(context);
  const ofDisplays = own
    ? [object([['devid', scalar(0)]], own.origins)]
    : context.specsOf(VFB).map((spec, at) => object([['devid', scalar(at)]], originOfItem(spec)));
  const given = context.specsOf(VKB).map((spec) => renumbered(deviceOf(spec), ofDisplays.length));
  return listOrNothing([...ofDisplays, ...given]);
};

export const treeDevices: Source = ({ specsOf }) =>
  listOrNothing(
    specsOf(DTDEV).map((spec) => object([['path', scalar(spec.node.content.text)]], originOfItem(spec))),
  );
