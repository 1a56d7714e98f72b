/** Disks, MAC addresses, PCI and USB devices, and who serves devices. */

import { placeIn } from '../../edits/stringEdits.ts';
import { pathKey, type SpecFact } from '../../languages/facts.ts';
import type { ParsedSpec, SpecEffect, SpecLanguage } from '../../languages/language.ts';
import { givenValue } from '../../languages/pieces.ts';
import { isGuestName, isHost } from '../../languages/toolkit/domains.ts';
import { createListMap } from '../../listMap.ts';
import { memoizeByObject } from '../../memoize.ts';
import { type GuestSpec, isSameSpec } from '../../model/guestSpecs.ts';
import type { Value } from '../../syntax/index.ts';
import type { Fact } from '../facts.ts';
import { type FactReader, type FactSource, factAt } from '../facts.ts';

/** After these there is no device. */
const WITHOUT_DEVICE: ReadonlySet<SpecEffect> = new Set(['refused', 'crashes', 'dropped']);

/** The facts of every string, and of `usbdevice`. */
export const deviceFacts: FactReader = ({ specs, values }) => {
  // Loops and an array: a file may have thousands of strings, and this runs at every keystroke.
  const facts: Fact[] = [];
  const inSpecs = factsFrom(specs.history)(specs.specs);
  for (const [at, { node }] of specs.specs.entries()) {
    for (const { content, span } of inSpecs[at] ?? NONE) facts.push(factAt(placeIn(node, span), content));
  }
  facts.push(...emulatedUsb(values));
  return facts;
};

const NONE: readonly SpecFact[] = [];

/** The facts of each string, known from version to version of a document. */
const factsFrom = memoizeByObject((_history: object) => createListMap(factsOfSpec, isSameSpec));

/** What one string says that has to do with other files or with the host; nothing where there is no device. */
export function factsOfSpec({ language, spec }: GuestSpec): readonly SpecFact[] {
  if (spec.faults.some(({ effect }) => WITHOUT_DEVICE.has(effect))) return NONE;
  const facts = [
    ...(language.facts?.(spec) ?? NONE),
    ...backendFact(language, spec),
    ...namedOnHost(language, spec),
  ];
  return facts.length > 0 ? facts : NONE;
}

/** The domain that serves the device, where it is given by name. Each language of devices has one option. */
function backendFact({ options: [option = ''] }: SpecLanguage, spec: ParsedSpec): readonly SpecFact[] {
  const backend = givenValue(spec, 'backend');
  if (!backend || !isGuestName(backend.text)) return NONE;
  const { text } = backend;
  return [{ span: backend, content: { kind: 'backend', key: text, text, option } }];
}

/** The parameters that name a bridge or a file of the host. */
const hostParameters = memoizeByObject(({ parameters }: SpecLanguage) =>
  parameters.filter(({ content }) => content === 'bridge' || content === 'file'),
);

/** Bridges and files of the host; none where another domain serves the device. */
function namedOnHost(language: SpecLanguage, spec: ParsedSpec): readonly SpecFact[] {
  const parameters = hostParameters(language);
  if (parameters.length === 0 || !isHost(givenValue(spec, 'backend')?.text ?? null)) return NONE;
  const [option = ''] = language.options;
  return parameters.flatMap(({ name, content }): SpecFact[] => {
    const given = givenValue(spec, name);
    if (!given || given.text === '') return [];
    const { text } = given;
    if (content === 'bridge') return [{ span: given, content: { kind: 'bridge', key: text, text, option } }];
    if (!(language.isPath?.(spec, name) ?? true)) return [];
    return [
      { span: given, content: { kind: 'path', key: pathKey(`${option}.${name}`, text), text, option } },
    ];
  });
}

/** `usbdevice = "host:1.3"`: QEMU takes the device. By vendor and product it may be another one of the same make. */
function* emulatedUsb({ setting }: FactSource['values']): Iterable<Fact> {
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
