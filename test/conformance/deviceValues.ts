/** The devices that xl prints, and the same of ours. */
import type { XlDocument } from '../../shared/src/features/document.ts';
import { type Disagreement, differ } from './compare.ts';

/** The options whose devices are compared, and the name of their list in what xl prints. */
const PRINTED: Readonly<Record<string, string>> = {
  vif: 'nics',
  pci: 'pcidevs',
  usbctrl: 'usbctrls',
  usbdev: 'usbdevs',
  vfb: 'vfbs',
  vkb: 'vkbs',
  vtpm: 'vtpms',
  channel: 'channels',
  p9: 'p9s',
  vdispl: 'vdispls',
  pvcalls: 'pvcallsifs',
};

type Device = Readonly<Record<string, unknown>>;

/**
 * Where the devices of the guest differ, by option. What is left out:
 * - what is at its default, which xl does not print: nothing, 0, false, an empty object;
 * - the display that xl makes of the options of a pv guest (`vnc = 1`) which has none in `vfb`;
 * - the keyboards that xl adds for displays, which come first, are counted, and are in no string.
 * - the policy of pci devices where the file has `rdm`: xl takes it from uninitialised memory.
 * A random uuid is no part of the answer: see oracle.ts.
 */
export function compareDevices(text: string, json: unknown, document: XlDocument): Disagreement[] {
  const lists = json as Readonly<Record<string, readonly Device[] | undefined>>;
  const hasRdm = document.guest.settings.has('rdm');
  const ofDevice = (device: Device): Device => (hasRdm ? { ...device, rdm_policy: undefined } : device);
  return Object.entries(PRINTED).flatMap(([option, list]) => {
    const own = document.specs.specs
      .filter((one) => one.option === option && !one.spec.faults.some(({ effect }) => effect === 'dropped'))
      .map(({ spec }) => ofDevice(spec.fields as Device));
    const printed = lists[list] ?? [];
    const isOfOptions = option === 'vfb' && own.length === 0 && document.guest.type === 'pv';
    const added = option === 'vkb' ? (lists.vfbs ?? []).length : isOfOptions ? printed.length : 0;
    const theirs = printed.slice(added).map((device) => countedFrom(added, device));
    const found = differ(text, theirs.map(ofDevice).map(withoutDefaults), own.map(withoutDefaults));
    return found ? [{ input: found.input, xl: `${list} ${found.xl}`, ours: `${list} ${found.ours}` }] : [];
  });
}

const countedFrom = (first: number, device: Device): Device =>
  first > 0 && typeof device.devid === 'number' ? { ...device, devid: device.devid - first } : device;

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutDefaults(inner)] as const)
    .filter(([, inner]) => !isDefault(inner));
  return Object.fromEntries(entries);
}

function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
