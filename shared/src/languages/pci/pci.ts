/**
 * PCI devices of the host. Facts: xlu_pci_parse_spec_string of libxlu_pci.c since Xen 4.15, xlu_pci_parse_bdf before;
 * parse_config_data for the defaults and for what becomes of a bad one.
 */

import { atLeast, existsIn } from '../../schema/xenVersions.ts';
import { keyOrder } from '../json.ts';
import type { ParsedSpec, SpecContext, SpecEffect, SpecLanguage } from '../language.ts';
import { readAtoi } from '../toolkit/cNumbers.ts';
import {
  type Draft,
  draftOf,
  faultAt,
  finished,
  type Piece,
  parameterPart,
  pieceOf,
  whole,
  within,
  wordPart,
} from '../toolkit/cursor.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type PciAddress, readAddress, readOldAddress, readSlot } from './address.ts';
import { pciFacts } from './facts.ts';
import type { PciFields } from './fields.ts';
import { PCI_PARAMETERS, PCI_SWITCHES } from './keys.ts';

interface Reading {
  readonly draft: Draft<Record<string, unknown>>;
  readonly context: SpecContext;
  /** What xl does about a string that it cannot read. */
  readonly fatal: SpecEffect;
  /** Where each key was given last. */
  readonly given: Map<string, Piece>;
}

const SWITCH_CURE = 'xl reads a number here: 1 is on, 0 is off, and a word is 0.';
const ADDRESS_CURE = 'Write the address as lspci shows it, [domain:]bus:device.function, such as 03:00.0.';

/** The grammar with keys for everything came with 4.15. */
const hasKeys = ({ xenVersion }: SpecContext): boolean => atLeast(xenVersion, '4.15');

function readSpec(text: string, context: SpecContext): ParsedSpec<PciFields> {
  const reading: Reading = {
    draft: draftOf<Record<string, unknown>>(text, defaultsFor(context)),
    context,
    fatal: atLeast(context.xenVersion, '4.6') ? 'refused' : 'dropped',
    given: new Map(),
  };
  const comma = text.indexOf(',');
  const first = pieceOf(text, 0, comma === -1 ? text.length : comma);
  const options = hasKeys(context) ? readFirst(reading, first) : readOldFirst(reading, first);
  readOptions(reading, options);
  if (hasKeys(context)) judgeIdentity(reading);
  return finished(reading.draft);
}

/** Options of the file that give each device its defaults. */
function defaultsFor({ guestType, numberOf }: SpecContext): Record<string, unknown> {
  const fields: Record<string, unknown> = guestType === 'hvm' ? {} : { rdm_policy: 'strict' };
  for (const name of PCI_SWITCHES) {
    if (BigInt.asIntN(32, numberOf(`pci_${name}`) ?? 0n) !== 0n) fields[name] = true;
  }
  return fields;
}

/** Since 4.15: an address with a slot, or the first of the keys. Gives the text that holds keys. */
function readFirst(reading: Reading, first: Piece): Piece {
  const { draft } = reading;
  const everything = pieceOf(draft.text);
  const address = readAddress(draft.text, 'word');
  if (!address) {
    if (first.text.includes('=') || draft.text === '') return everything;
    fail(reading, first, 'bdf', ADDRESS_CURE);
    draft.parts.push(wordPart(first));
    return afterComma(draft.text, first.end);
  }
  const place = within(everything, 0, address.length);
  take(reading, address, place);
  draft.parts.push(wordPart(place, 'bdf'));
  let end = address.length;
  if (draft.text.charAt(end) === '@') {
    const behind = within(everything, end + 1, Math.max(first.end, end + 1));
    const slot = readSlot(draft.text.slice(end + 1));
    if (slot) setSlot(reading, within(everything, end + 1, end + 1 + slot.length), slot.slot);
    else fail(reading, behind, 'vslot', 'The slot is a hexadecimal number from 0 to 1f.');
    end = slot ? end + 1 + slot.length : behind.end;
  }
  if (end < draft.text.length && draft.text.charAt(end) !== ',') {
    const junk = within(everything, end, Math.max(first.end, end));
    fail(reading, junk, 'bdf', 'Nothing but @slot or a comma may follow the address.');
    draft.parts.push(wordPart(junk));
    end = junk.end;
  }
  return afterComma(draft.text, end);
}

/** Up to 4.14 the string begins with the address, always. */
function readOldFirst(reading: Reading, first: Piece): Piece {
  const { draft } = reading;
  const address = readOldAddress(first.text);
  if (!address) {
    if (first.text === '' && draft.text === '') draft.faults.push(missing(reading));
    else fail(reading, first, 'bdf', ADDRESS_CURE);
    draft.parts.push(wordPart(first));
  } else {
    const place = within(first, 0, address.length);
    take(reading, address, place);
    draft.parts.push(wordPart(place, 'bdf'));
    if (address.slot !== undefined) setSlot(reading, within(first, address.length + 1), address.slot);
  }
  if (draft.text.length === first.end + 1) {
    fail(reading, { start: first.end, end: first.end + 1, text: ',' }, 'bdf', 'Remove the comma.');
  }
  return afterComma(draft.text, first.end);
}

const afterComma = (text: string, end: number): Piece => pieceOf(text, Math.min(end + 1, text.length));

/** The `key=value` parts: a key goes up to the `=`, a value to the comma. */
function readOptions(reading: Reading, options: Piece): void {
  const { draft } = reading;
  for (let at = 0; at < options.text.length; ) {
    const comma = options.text.indexOf(',', at);
    const end = comma === -1 ? options.text.length : comma;
    const equals = options.text.indexOf('=', at);
    const part = within(options, at, end);
    if (equals === -1 || equals > end) {
      draft.parts.push(wordPart(part));
      fail(reading, part, undefined, 'Every part behind the address is written key=value.');
    } else {
      const name = within(options, at, equals);
      const value = within(options, equals + 1, end);
      draft.parts.push(parameterPart(name, value));
      readOption(reading, name, value);
    }
    // A comma at the very end is passed over since 4.15, and wants another key before.
    if (comma === options.text.length - 1 && !hasKeys(reading.context)) {
      fail(reading, within(options, comma, comma + 1), undefined, 'Remove the comma.');
    }
    at = end + 1;
  }
}

function readOption(reading: Reading, name: Piece, value: Piece): void {
  const { draft, context } = reading;
  const key = name.text;
  const schema = PCI_PARAMETERS.find((parameter) => parameter.name === key);
  const place = { start: name.start, end: name.end };
  const isAddress = key === 'bdf' || key === 'vslot';
  if (!schema || !existsIn(context.xenVersion, schema) || (isAddress && !hasKeys(context))) {
    const effect = hasKeys(context) ? 'refused' : 'ignored';
    draft.faults.push(faultAt(place, 'unknown-key', effect, { parameter: key }));
    return;
  }
  if ((PCI_SWITCHES as readonly string[]).includes(key)) {
    repeat(reading, key, name, value);
    const number = readAtoi(value.text);
    if (number !== 0) draft.fields[key] = true;
    else delete draft.fields[key];
    if (!/^[ \t\n\v\f\r]*[+-]?[0-9]/.test(value.text)) {
      draft.faults.push(faultAt(value, 'bad-value', 'ignored', { parameter: key, cure: SWITCH_CURE }));
    }
    return;
  }
  if (key === 'rdm_policy') readPolicy(reading, name, value);
  else if (key === 'name') {
    repeat(reading, key, name, value);
    draft.fields.name = value.text;
  } else readPlace(reading, key, name, value);
}

function readPolicy(reading: Reading, name: Piece, value: Piece): void {
  const { draft, context } = reading;
  const word = hasKeys(context) ? value.text.toLowerCase() : value.text;
  // The name of the value for "none" is a word like the others since 4.15.
  const none = hasKeys(context) && word === 'invalid';
  if (word !== 'strict' && word !== 'relaxed' && !none) {
    draft.faults.push(faultAt(value, 'bad-value', reading.fatal, { parameter: 'rdm_policy' }));
    return;
  }
  repeat(reading, 'rdm_policy', name, value);
  if (none) delete draft.fields.rdm_policy;
  else draft.fields.rdm_policy = word;
}

/** `bdf=` and `vslot=`: what follows the number is passed over without a word. */
function readPlace(reading: Reading, key: string, name: Piece, value: Piece): void {
  const { draft } = reading;
  const address = key === 'bdf' ? readAddress(value.text, 'value') : null;
  const slot = key === 'vslot' ? readSlot(value.text) : null;
  const length = address?.length ?? slot?.length;
  if (length === undefined) {
    const cure = key === 'bdf' ? ADDRESS_CURE : 'The slot is a hexadecimal number from 0 to 1f.';
    draft.faults.push(faultAt(value, 'bad-value', 'refused', { parameter: key, cure }));
    return;
  }
  repeat(reading, key, name, value);
  if (address) fill(reading, address);
  if (slot) draft.fields.vdevfn = slot.slot << 3;
  if (address?.guessed) {
    const cure = `The function is missing, and xl takes the number ${address.func} for it. ${ADDRESS_CURE}`;
    draft.faults.push(faultAt(value, 'bad-form', 'ignored', { parameter: key, cure }));
  }
  if (length < value.text.length) {
    const cure = key === 'bdf' ? 'Remove it; a slot is given with vslot=.' : 'Remove it.';
    draft.faults.push(faultAt(within(value, length), 'bad-form', 'ignored', { parameter: key, cure }));
  }
}

function take(reading: Reading, address: PciAddress, place: Piece): void {
  fill(reading, address);
  reading.given.set('bdf', place);
}

function fill({ draft }: Reading, { domain, bus, dev, func, vfunc_mask }: PciAddress): void {
  Object.assign(draft.fields, { domain, bus, dev, func, vfunc_mask });
}

function setSlot(reading: Reading, place: Piece, slot: number): void {
  reading.draft.fields.vdevfn = slot << 3;
  reading.draft.parts.push(wordPart(place, 'vslot'));
  reading.given.set('vslot', place);
}

/** The last one counts. */
function repeat({ draft, given }: Reading, key: string, name: Piece, value: Piece): void {
  const before = given.get(key);
  if (before) {
    const cure = 'The last one counts. Remove one of them.';
    draft.faults.push(faultAt(before, 'repeated', 'ignored', { parameter: key, cure }));
  }
  given.set(key, { start: name.start, end: value.end, text: '' });
}

function fail(reading: Reading, place: Piece, parameter: string | undefined, cure: string): void {
  const more = parameter === undefined ? { cure } : { parameter, cure };
  reading.draft.faults.push(faultAt(place, 'bad-form', reading.fatal, more));
}

const missing = ({ draft, fatal }: Reading) =>
  faultAt(whole(draft), 'missing-key', fatal, { parameter: 'bdf', cure: ADDRESS_CURE });

/** Either an address or a name, and not both. */
function judgeIdentity(reading: Reading): void {
  const { draft, given, fatal } = reading;
  const name = given.get('name');
  if (given.has('bdf') && name) {
    const cure = 'A device is given by its address or by its name. Remove one of them.';
    draft.faults.push(faultAt(name, 'conflict', fatal, { parameter: 'name', cure }));
  }
  const refused = draft.faults.some(({ effect }) => effect === fatal);
  if (!given.has('bdf') && !name && !refused) draft.faults.push(missing(reading));
}

/** Numbers that are 0 are not in the JSON. */
const withoutZeros = (spec: ParsedSpec<PciFields>): ParsedSpec<PciFields> => ({
  ...spec,
  fields: Object.fromEntries(Object.entries(spec.fields).filter(([, value]) => value !== 0)),
});

export const PCI: SpecLanguage<ParsedSpec<PciFields>> = {
  options: ['pci'],
  noun: 'PCI device',
  shape: 'items',
  separator: ',',
  parameters: PCI_PARAMETERS,
  wrongItem: 'restDropped',
  asks: PCI_SWITCHES.map((name) => `pci_${name}`),
  createReader: readingEach((text, context) => withoutZeros(readSpec(text, context))),
  symbol: { name: ['bdf', 'name'], detail: ['vslot', 'permissive', 'seize', 'msitranslate', 'rdm_policy'] },
  json: {
    order: keyOrder(
      'func dev bus domain vdevfn vfunc_mask msitranslate power_mgmt permissive seize rdm_policy name',
    ),
    fields: (spec) => ({ ...spec.fields }),
  },
  facts: pciFacts,
  notations: {
    bdf: { text: '[domain:]bus:device.function' },
    vslot: { text: '[@slot]', isAttached: true },
  },
};
