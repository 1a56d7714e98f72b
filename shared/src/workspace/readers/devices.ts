/** Disks, MAC addresses, PCI and USB devices, and who serves devices. */

import { placeIn } from '../../edits/stringEdits.ts';
import type { SpecFact } from '../../languages/facts.ts';
import type { ParsedSpec, SpecEffect } from '../../languages/language.ts';
import { givenValue } from '../../languages/pieces.ts';
import { isGuestName } from '../../languages/toolkit/domains.ts';
import type { GuestSpec } from '../../model/guestSpecs.ts';
import type { Value } from '../../syntax/index.ts';
import type { Fact } from '../facts.ts';
import { type FactReader, factAt, type ReaderInput } from './draft.ts';

/** After these there is no device. */
const WITHOUT_DEVICE: ReadonlySet<SpecEffect> = new Set(['refused', 'crashes', 'dropped']);

/** The facts of every string, and of `usbdevice`. */
export const deviceFacts: FactReader = ({ specs, values }) => {
  // A loop and an array: a file may have thousands of strings, and this runs at every keystroke.
  const facts: Fact[] = [];
  for (const one of specs.specs) {
    for (const { content, span } of factsOf(one)) facts.push(factAt(placeIn(one.node, span), content));
  }
  facts.push(...emulatedUsb(values));
  return facts;
};

const NONE: readonly SpecFact[] = [];

/** Specs outlive the versions of a document. */
const known = new WeakMap<ParsedSpec, readonly SpecFact[]>();

function factsOf(one: GuestSpec): readonly SpecFact[] {
  const before = known.get(one.spec);
  if (before) return before;
  const { language, spec } = one;
  const isDevice = !spec.faults.some(({ effect }) => WITHOUT_DEVICE.has(effect));
  const found = isDevice ? [...(language.facts?.(spec) ?? NONE), ...backendFact(one)] : NONE;
  const facts = found.length > 0 ? found : NONE;
  known.set(spec, facts);
  return facts;
}

/** The domain that serves the device, where it is given by name. */
function backendFact({ spec, option }: GuestSpec): readonly SpecFact[] {
  const backend = givenValue(spec, 'backend');
  if (!backend || !isGuestName(backend.text)) return NONE;
  const { text } = backend;
  return [{ span: backend, content: { kind: 'backend', key: text, text, option } }];
}

/** `usbdevice = "host:1.3"`: QEMU takes the device. By vendor and product it may be another one of the same make. */
function* emulatedUsb({ setting }: ReaderInput['values']): Iterable<Fact> {
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
    yield factAt(placeIn(node, span), { kind: 'usbDevice', key, text, option: 'usbdevice' });
  }
}
