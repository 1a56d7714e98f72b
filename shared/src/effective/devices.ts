/** The devices of the guest. Order and defaults of their fields: device_* of libxl_types.idl. */
import type { DiskFields } from '../languages/disk/ast.ts';
import type { GuestSpec } from '../model/guestSpecs.ts';
import { DEVICE_KEYS, type KeyOrder } from './deviceKeys.ts';
import { rdmPolicy, SDL, VNC } from './machine.ts';
import {
  type ConfigNode,
  list,
  listOrNothing,
  type ObjectNode,
  object,
  open,
  type Scalar,
  scalar,
} from './node.ts';
import { type Context, originOfItem, originsIn, printedFlag, type Source, text } from './source.ts';

/** How libxl prints a field of a disk: `one` is a number for a yes, and nothing for a no. */
type Print = (value: string | number | boolean) => Scalar | undefined;

const plain: Print = (value) => (value === '' || value ? value : undefined);
const known: Print = (value) => (value === 'unknown' ? undefined : value);
const one: Print = (value) => (value ? 1 : undefined);
const openFlag: Print = (value) => printedFlag(value === true);

const DISK_FIELDS: readonly (readonly [name: keyof DiskFields, print: Print])[] = [
  ['backend_domname', plain],
  ['pdev_path', plain],
  ['vdev', plain],
  ['backend', known],
  ['format', known],
  ['script', plain],
  ['removable', one],
  ['readwrite', one],
  ['is_cdrom', one],
  ['direct_io_safe', plain],
  ['discard_enable', openFlag],
  ['specification', known],
  ['colo_enable', openFlag],
  ['colo_host', plain],
  ['colo_port', plain],
  ['colo_export', plain],
  ['active_disk', plain],
  ['hidden_disk', plain],
  ['trusted', openFlag],
  ['grant_usage', openFlag],
];

export const disks: Source = ({ guest }) =>
  listOrNothing(
    guest.disks.map(({ node, spec }) =>
      object(
        DISK_FIELDS.map(([name, print]) => {
          const value = spec.fields[name];
          const printed = value === null ? undefined : print(value);
          return [name, printed === undefined ? undefined : scalar(printed)];
        }),
        originOfItem({ node, option: 'disk' }),
      ),
    ),
  );

/** The options whose devices have the fields of libxl by the language of their strings. */
type DeviceOption = keyof typeof DEVICE_KEYS;

export const devices =
  (option: DeviceOption): Source =>
  (context) =>
    listOrNothing(context.specsOf(option).map((one) => deviceOf(option, one)));

type Fields = Readonly<Record<string, unknown>>;

/** The device of a string. `instead` are fields that its language does not have, or has otherwise. */
const deviceOf = (
  option: DeviceOption,
  one: GuestSpec,
  instead: Readonly<Record<string, ConfigNode>> = {},
): ObjectNode => ({
  ...objectOf(one.spec.fields as Fields, DEVICE_KEYS[option], instead),
  origins: originOfItem(one),
});

/** The fields as nodes, in the order of the keys. */
function objectOf(
  fields: Fields,
  order: KeyOrder,
  instead: Readonly<Record<string, ConfigNode>> = {},
): ObjectNode {
  return object(
    Object.entries(order).map(([name, inner]) => {
      const value = fields[name];
      return [name, instead[name] ?? (value === undefined ? undefined : nodeOf(value, inner))];
    }),
  );
}

function nodeOf(value: unknown, order: KeyOrder): ConfigNode {
  if (Array.isArray(value)) return list(value.map((item: Fields) => objectOf(item, order)));
  if (typeof value === 'object' && value !== null) return objectOf(value as Fields, order);
  return scalar(value as Scalar);
}

/** What a device that is not in `before` gets as its number: those in front of it count. */
const renumbered = (device: ObjectNode, before: number): ObjectNode => ({
  ...device,
  entries: device.entries.map(([name, node]) =>
    name === 'devid' && node.kind === 'scalar' ? [name, scalar(Number(node.value) + before)] : [name, node],
  ),
});

/** A PCI device without a policy of its own has that of `rdm`, whatever xl makes of it. */
export const pciDevices: Source = (context) => {
  const policy = rdmPolicy(context);
  return listOrNothing(
    context.specsOf('pci').map((one) => {
      const hasOwn = one.spec.parts.some((part) => part.kind === 'parameter' && part.name === 'rdm_policy');
      return deviceOf('pci', one, policy && !hasOwn ? { rdm_policy: policy } : {});
    }),
  );
};

/** A directory that xen-9pfsd makes for itself where the file names none. */
export const sharedDirectories: Source = (context) =>
  listOrNothing(
    context.specsOf('p9').map((one) => {
      const { type, path } = one.spec.fields as Fields;
      const isOwn = type === 'xen_9pfsd' && path === undefined;
      return deviceOf('p9', one, isOwn ? { path: open('host', 'a folder with the name of the guest') } : {});
    }),
  );

/** The display that `vnc` gives to a pv guest without one in `vfb`. */
function ownDisplay(context: Context): ConfigNode | undefined {
  if (context.read.guestType !== 'pv' || context.specsOf('vfb').length > 0 || !context.read.flag('vnc'))
    return undefined;
  const entries = [
    ['devid', scalar(0)],
    ['vnc', VNC(context)],
    ['sdl', SDL(context)],
    ['keymap', text('keymap')(context)],
  ] as const;
  return object(entries, originsIn(context, 'vnc'));
}

const givenDisplays = devices('vfb');

export const displays: Source = (context) => {
  const own = ownDisplay(context);
  return own ? list([own]) : givenDisplays(context);
};

/** Each display has a keyboard, which comes before those of the file. */
export const keyboards: Source = (context) => {
  const own = ownDisplay(context);
  const ofDisplays = own
    ? [object([['devid', scalar(0)]], own.origins)]
    : context.specsOf('vfb').map((spec, at) => object([['devid', scalar(at)]], originOfItem(spec)));
  const given = context.specsOf('vkb').map((spec) => renumbered(deviceOf('vkb', spec), ofDisplays.length));
  return listOrNothing([...ofDisplays, ...given]);
};

export const treeDevices: Source = ({ specsOf }) =>
  listOrNothing(
    specsOf('dtdev').map((spec) => object([['path', scalar(spec.node.content.text)]], originOfItem(spec))),
  );
