/** MAC addresses, PCI and USB devices, and who serves devices that are no disks. */

import { placeIn } from '../../edits/stringEdits.ts';
import type { SpecEffect, SpecPart } from '../../languages/language.ts';
import { ALL_FUNCTIONS } from '../../languages/pci/address.ts';
import { strtoul } from '../../languages/toolkit/numberFaults.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import type { Span } from '../../span.ts';
import type { Value } from '../../syntax/index.ts';
import { backendFact } from './backend.ts';
import { at, type DraftFact, type FactReader, type ReaderInput } from './draft.ts';

/** After these there is no device. */
const WITHOUT_DEVICE: ReadonlySet<SpecEffect> = new Set(['refused', 'crashes', 'dropped']);

/** The facts of every spec that is no disk, and of `usbdevice`. */
export const deviceFacts: FactReader = function* ({ specs, read }) {
  for (const one of specs.specs) {
    if (one.spec.faults.some(({ effect }) => WITHOUT_DEVICE.has(effect))) continue;
    yield* BY_OPTION[one.option]?.(one) ?? [];
    const backend = given(one, 'backend');
    if (backend) yield* backendFact(one.option, one.node, backend.text, backend);
  }
  yield* emulatedUsb(read);
};

const BY_OPTION: Readonly<Record<string, (spec: GuestSpec) => readonly DraftFact[]>> = {
  vif: macFact,
  pci: pciFact,
  usbdev: usbFact,
};

interface Given extends Span {
  readonly text: string;
  /** With the key in front. */
  readonly whole: Span;
}

/** The value of a parameter, or the word that stands for it: the last one, which counts. */
function given({ spec }: GuestSpec, parameter: string): Given | undefined {
  const isIt = (part: SpecPart): boolean =>
    part.kind === 'parameter' ? part.name === parameter : part.role === parameter;
  const part = spec.parts.findLast(isIt);
  if (!part) return undefined;
  const { text, span } =
    part.kind === 'parameter' ? { text: part.value, span: part.valueSpan } : { text: part.text, span: part };
  return { text, start: span.start, end: span.end, whole: part };
}

/** An address that xl misreads is no fact: what a template leaves open becomes the same in every file. */
function macFact(one: GuestSpec): DraftFact[] {
  const mac = given(one, 'mac');
  const key = field(one, 'mac');
  const isMisread = one.spec.faults.some(({ parameter }) => parameter === 'mac');
  if (!mac || typeof key !== 'string' || isMisread) return [];
  return [at(placeIn(one.node, mac), { kind: 'mac', key, text: mac.text, option: 'vif' })];
}

/** By address the slot is the thing and the function its part; by name xl looks for a device that was given that name. */
function pciFact(one: GuestSpec): DraftFact[] {
  const name = given(one, 'name');
  const address = given(one, 'bdf');
  const written = address ?? name;
  if (!written) return [];
  const place = placeIn(one.node, written);
  const about = { kind: 'pciDevice', text: written.text, option: 'pci' } as const;
  if (!address) return [at(place, { ...about, key: `name ${written.text}` })];
  const hex = (part: string, digits: number): string => {
    const number = field(one, part);
    return (typeof number === 'number' ? number : 0).toString(16).padStart(digits, '0');
  };
  const key = `${hex('domain', 4)}:${hex('bus', 2)}:${hex('dev', 2)}`;
  const isWhole = field(one, 'vfunc_mask') === ALL_FUNCTIONS;
  return [at(place, { ...about, key, ...(isWhole ? {} : { part: hex('func', 1) }) })];
}

/** Bus and device number, which stay until the device is plugged in anew. */
function usbFact(one: GuestSpec): DraftFact[] {
  const bus = given(one, 'hostbus');
  const address = given(one, 'hostaddr');
  if (!bus || !address) return [];
  const key = [bus, address].map(({ text }) => BigInt.asUintN(8, strtoul(text))).join('.');
  const span = {
    start: Math.min(bus.whole.start, address.whole.start),
    end: Math.max(bus.whole.end, address.whole.end),
  };
  const text = one.spec.text.slice(span.start, span.end);
  return [at(placeIn(one.node, span), { kind: 'usbDevice', key, text, option: 'usbdev' })];
}

/** `usbdevice = "host:1.3"`: QEMU takes the device. By vendor and product it may be another one of the same make. */
function* emulatedUsb({ setting }: ReaderInput['read']): Iterable<DraftFact> {
  const value = setting('usbdevice')?.value;
  const nodes: readonly Value[] =
    value?.kind === 'list' ? value.items : value?.kind === 'atom' ? value.nodes : [];
  for (const node of nodes) {
    if (node.kind !== 'string') continue;
    const [, bus, address] = /^host:([0-9]+)\.([0-9]+)$/.exec(node.content.text) ?? [];
    if (bus === undefined || address === undefined) continue;
    const span = { start: 'host:'.length, end: node.content.text.length };
    const key = `${Number(bus)}.${Number(address)}`;
    const text = `${bus}.${address}`;
    yield at(placeIn(node, span), { kind: 'usbDevice', key, text, option: 'usbdevice' });
  }
}

const field = ({ spec: { fields } }: GuestSpec, name: string): unknown =>
  typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
