/**
 * Host PCI devices. Facts: xlu_pci_parse_spec_string of libxlu_pci.c since Xen 4.15, xlu_pci_parse_bdf before;
 * parse_config_data for the defaults and for what becomes of a bad one.
 */
import { atoi, strtol, toInt32 } from '../../cNumbers.ts';
import { atLeast, existsIn } from '../../schema/xenVersions.ts';
import type { Span } from '../../span.ts';
import { keyOrder } from '../json.ts';
import type { ParsedSpec, SpecContext, SpecEffect, SpecLanguage } from '../language.ts';
import { addFault, addWord, type Draft, draftOf, parameterOf } from '../toolkit/draft.ts';
import { readingEach } from '../toolkit/readers.ts';
import { type Slice, slice, wholeOf } from '../toolkit/slice.ts';
import { ALL_FUNCTIONS, type PciAddress, readAddress, readEarlyAddress, readSlot } from './address.ts';
import { pciFacts } from './facts.ts';
import { PCI_PARAMETERS, PCI_SWITCHES, type PciFields } from './keys.ts';

interface Reading {
  readonly draft: Draft<Record<string, unknown>>;
  readonly context: SpecContext;
  /** What xl does about a string that it cannot read. */
  readonly fatal: SpecEffect;
  /** Where each key was given last. */
  readonly given: Map<string, Span>;
}

const ADDRESS_FORM = 'Use the address that `lspci` shows, `[domain:]bus:device.function`, such as `03:00.0`.';
const SLOT_FORM = 'The slot is a hexadecimal number from 0 to 1f.';

/** The last releases of 4.13 and 4.14 assert that the function is a number. */
const wantsFunction = ({ xenVersion }: SpecContext): boolean =>
  atLeast(xenVersion, '4.13') && !atLeast(xenVersion, '4.15');

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
  const first = slice(wholeOf(text), 0, comma === -1 ? text.length : comma);
  const options = hasKeys(context) ? readFirst(reading, first) : readEarlyFirst(reading, first);
  readOptions(reading, options);
  if (hasKeys(context)) {
    checkIdentity(reading);
    checkSlot(reading);
  }
  // Numbers that are 0 are not in the JSON.
  const fields = Object.entries(reading.draft.fields).filter(([, value]) => value !== 0);
  return { ...reading.draft, fields: Object.fromEntries(fields) };
}

/** Options of the file that give each device its defaults. */
function defaultsFor({ guestType, numberOf }: SpecContext): Record<string, unknown> {
  const fields: Record<string, unknown> = guestType === 'hvm' ? {} : { rdm_policy: 'strict' };
  for (const name of PCI_SWITCHES) {
    if (toInt32(numberOf(`pci_${name}`) ?? 0n) !== 0) fields[name] = true;
  }
  return fields;
}

/** Since 4.15: an address with a slot, or the first of the keys. Gives the text that holds keys. */
function readFirst(reading: Reading, first: Slice): Slice {
  const { draft } = reading;
  const { text } = draft;
  const whole = wholeOf(text);
  const address = readAddress(text, 'word');
  if (!address) {
    if (first.text.includes('=') || text === '') return whole;
    reject(reading, first, ADDRESS_FORM, 'bdf');
    addWord(draft, first);
    return afterComma(text, first.end);
  }
  let { end } = address;
  addAddress(reading, address, slice(whole, 0, end));
  if (text.charAt(end) === '@') {
    const afterAt = slice(whole, end + 1, Math.max(first.end, end + 1));
    const slot = readSlot(text.slice(end + 1));
    end = slot ? end + 1 + slot.end : afterAt.end;
    if (slot) addSlot(reading, slice(whole, afterAt.start, end), slot.slot);
    else reject(reading, afterAt, SLOT_FORM, 'vslot');
  }
  if (end < text.length && text.charAt(end) !== ',') {
    const junk = slice(whole, end, Math.max(first.end, end));
    reject(reading, junk, 'Nothing but @slot or a comma may follow the address.', 'bdf');
    addWord(draft, junk);
    end = junk.end;
  }
  return afterComma(text, end);
}

/** Up to 4.14 the string begins with the address, always. */
function readEarlyFirst(reading: Reading, first: Slice): Slice {
  const { draft } = reading;
  const address = readEarlyAddress(first.text);
  if (address) {
    addAddress(reading, address, slice(first, 0, address.end));
    if (address.vfunc_mask === ALL_FUNCTIONS && wantsFunction(reading.context))
      addFault(draft, slice(first, 0, address.end), 'bad-value', 'crashes', {
        parameter: 'bdf',
        advice: 'This version of xl crashes on `*`. Use a string for each function, such as `03:00.0`.',
      });
    if (address.slot !== undefined) addSlot(reading, slice(first, address.end + 1), address.slot);
  } else {
    if (draft.text === '') rejectWithoutAddress(reading);
    else reject(reading, first, ADDRESS_FORM, 'bdf');
    addWord(draft, first);
  }
  if (draft.text.length === first.end + 1) {
    reject(reading, { start: first.end, end: first.end + 1 }, 'Remove the comma.', 'bdf');
  }
  return afterComma(draft.text, first.end);
}

const afterComma = (text: string, end: number): Slice => slice(wholeOf(text), Math.min(end + 1, text.length));

/** The `key=value` parts: a key goes up to the `=`, a value to the comma. Up to 4.14 a key may have commas in it. */
function readOptions(reading: Reading, options: Slice): void {
  const { draft } = reading;
  for (let at = 0; at < options.text.length; ) {
    const equals = options.text.indexOf('=', at);
    const comma = options.text.indexOf(',', hasKeys(reading.context) ? at : Math.max(at, equals));
    const end = comma === -1 ? options.text.length : comma;
    if (equals === -1 || equals > end) {
      const word = slice(options, at, end);
      addWord(draft, word);
      reject(reading, word, 'Every part after the address is written key=value.');
    } else {
      const key = slice(options, at, equals);
      const value = slice(options, equals + 1, end);
      draft.parts.push(parameterOf(key, value));
      readOption(reading, key, value);
    }
    // Since 4.15 a trailing comma is ignored; before, a key must follow it.
    if (comma === options.text.length - 1 && !hasKeys(reading.context)) {
      reject(reading, slice(options, comma, comma + 1), 'Remove the comma.');
    }
    at = end + 1;
  }
}

type OptionReader = (reading: Reading, key: Slice, value: Slice) => void;

function readOption(reading: Reading, key: Slice, value: Slice): void {
  const { draft, context } = reading;
  const name = key.text;
  const schema = PCI_PARAMETERS.find((parameter) => parameter.name === name);
  const isAddress = name === 'bdf' || name === 'vslot';
  if (!schema || !existsIn(context.xenVersion, schema) || (isAddress && !hasKeys(context))) {
    addFault(draft, key, 'unknown-key', hasKeys(context) ? 'refused' : 'ignored', { parameter: name });
    return;
  }
  const read = OPTION_READERS[schema.name] ?? readSwitch;
  read(reading, key, value);
}

function readSwitch(reading: Reading, key: Slice, value: Slice): void {
  const { draft } = reading;
  setLast(reading, key, value);
  if (atoi(value.text) !== 0) draft.fields[key.text] = true;
  else delete draft.fields[key.text];
  if (strtol(value.text, 10) === null) {
    const advice = 'xl reads a number here: `1` is on, `0` is off, and a word counts as 0.';
    addFault(draft, value, 'bad-value', 'ignored', { parameter: key.text, advice });
  }
}

function readName(reading: Reading, key: Slice, value: Slice): void {
  setLast(reading, key, value);
  reading.draft.fields.name = value.text;
}

function readPolicy(reading: Reading, key: Slice, value: Slice): void {
  const { draft, context } = reading;
  const word = hasKeys(context) ? value.text.toLowerCase() : value.text;
  // The name of the value for "none" is a word like the others since 4.15.
  const none = hasKeys(context) && word === 'invalid';
  if (word !== 'strict' && word !== 'relaxed' && !none) {
    addFault(draft, value, 'bad-value', reading.fatal, { parameter: 'rdm_policy' });
    return;
  }
  setLast(reading, key, value);
  if (none) delete draft.fields.rdm_policy;
  else draft.fields.rdm_policy = word;
}

function readBdf(reading: Reading, key: Slice, value: Slice): void {
  const { draft } = reading;
  const address = readAddress(value.text, 'value');
  if (!address) {
    addFault(draft, value, 'bad-value', 'refused', { parameter: 'bdf', advice: ADDRESS_FORM });
    return;
  }
  setLast(reading, key, value);
  setAddress(reading, address);
  if (address.func === null) {
    const advice = `The function is missing: xl reads it from uninitialized memory, and may crash. ${ADDRESS_FORM}`;
    addFault(draft, value, 'bad-form', 'ignored', { parameter: 'bdf', advice });
  }
  ignoreRest(reading, key, slice(value, address.end), 'Remove it; a slot is given with vslot=.');
}

function readVslot(reading: Reading, key: Slice, value: Slice): void {
  const slot = readSlot(value.text);
  if (!slot) {
    addFault(reading.draft, value, 'bad-value', 'refused', { parameter: 'vslot', advice: SLOT_FORM });
    return;
  }
  setLast(reading, key, value);
  reading.draft.fields.vdevfn = slot.slot << 3;
  ignoreRest(reading, key, slice(value, slot.end), 'Remove it.');
}

/** What follows an address or a slot in the value of a key is silently ignored. */
function ignoreRest({ draft }: Reading, key: Slice, rest: Slice, advice: string): void {
  if (rest.text !== '') addFault(draft, rest, 'bad-form', 'ignored', { parameter: key.text, advice });
}

/** By key; all others are switches. */
const OPTION_READERS: Readonly<Record<string, OptionReader>> = {
  bdf: readBdf,
  vslot: readVslot,
  name: readName,
  rdm_policy: readPolicy,
};

function addAddress(reading: Reading, address: PciAddress, at: Slice): void {
  setAddress(reading, address);
  addWord(reading.draft, at, 'bdf');
  reading.given.set('bdf', at);
}

function setAddress({ draft }: Reading, { domain, bus, dev, func, vfunc_mask }: PciAddress): void {
  Object.assign(draft.fields, { domain, bus, dev, func, vfunc_mask });
}

function addSlot(reading: Reading, at: Slice, slot: number): void {
  reading.draft.fields.vdevfn = slot << 3;
  addWord(reading.draft, at, 'vslot');
  reading.given.set('vslot', at);
}

/** Of a key that is given again, the last one counts. */
function setLast({ draft, given }: Reading, key: Slice, value: Slice): void {
  const earlier = given.get(key.text);
  if (earlier) {
    const advice = 'The last one wins. Remove one of them.';
    addFault(draft, earlier, 'repeated', 'ignored', { parameter: key.text, advice });
  }
  given.set(key.text, { start: key.start, end: value.end });
}

function reject({ draft, fatal }: Reading, at: Span, advice: string, parameter?: string): void {
  addFault(draft, at, 'bad-form', fatal, parameter === undefined ? { advice } : { parameter, advice });
}

function rejectWithoutAddress({ draft, fatal }: Reading): void {
  addFault(draft, wholeOf(draft.text), 'missing-key', fatal, { parameter: 'bdf', advice: ADDRESS_FORM });
}

/** Either an address or a name, and not both. */
function checkIdentity(reading: Reading): void {
  const { draft, given, fatal } = reading;
  const name = given.get('name');
  if (given.has('bdf') && name) {
    const advice = 'A device is named by its address or by its name, not both. Remove one of them.';
    addFault(draft, name, 'conflict', fatal, { parameter: 'name', advice });
  }
  const rejected = draft.faults.some(({ effect }) => effect === fatal);
  if (!given.has('bdf') && !name && !rejected) rejectWithoutAddress(reading);
}

/** All functions of a device need a slot of the guest (device_pci_add_stubdom_done). */
function checkSlot({ draft }: Reading): void {
  const { vfunc_mask: mask, vdevfn } = draft.fields;
  if (mask !== ALL_FUNCTIONS || (typeof vdevfn === 'number' && vdevfn >> 3 !== 0)) return;
  addFault(draft, wholeOf(draft.text), 'missing-key', 'createFails', {
    stage: 'devices',
    parameter: 'vslot',
    advice: 'Passing through all functions needs a virtual slot. Add one, such as `vslot=5`.',
    additions: ['vslot=5'],
  });
}

export const PCI: SpecLanguage<ParsedSpec<PciFields>> = {
  options: ['pci'],
  noun: 'PCI device',
  shape: 'items',
  separator: ',',
  parameters: PCI_PARAMETERS,
  nonStringItem: 'restDropped',
  createReader: readingEach(readSpec),
  dependsOn: PCI_SWITCHES.map((name) => `pci_${name}`),
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
