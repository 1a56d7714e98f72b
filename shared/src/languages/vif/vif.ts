/** Network interfaces. Facts: parse_nic_config in xl_parse.c of 4.9 to 4.22, xl_cmdimpl.c before, libxl_nic.c. */

import { SymbolKind } from 'vscode-languageserver-types';
import { atLeast } from '../../schema/xenVersions.ts';
import type { SpecFault } from '../language.ts';
import { cutFields } from '../toolkit/fields.ts';
import { faultAt, type KeyedItem, keyedLanguage, printed } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { checkedInt, nothing, text, type ValueReader } from '../toolkit/valueReaders.ts';
import { vifFacts } from './facts.ts';
import { NIC_KEYS } from './json.ts';
import { VIF_PARAMETERS } from './keys.ts';
import { earlyMac, mac } from './mac.ts';
import { rate } from './rate.ts';

const NICTYPES: ReadonlyMap<string, string> = new Map([
  ['vif', 'vif'],
  ['ioemu', 'vif_ioemu'],
]);

const type: ValueReader = (value) => {
  const nictype = NICTYPES.get(value);
  if (nictype) return { set: { nictype } };
  return { set: {}, fault: { effect: 'ignored', cure: 'The guest gets the default. Write vif or ioemu.' } };
};

/** Up to 4.5 everything that is not ioemu is vif. */
const earlyType: ValueReader = (value) => {
  const nictype = NICTYPES.get(value);
  if (nictype) return { set: { nictype } };
  const cure = 'xl takes it for vif. Write vif or ioemu.';
  return { set: { nictype: 'vif' }, fault: { effect: 'ignored', cure } };
};

const netdev: ValueReader = (value) => ({
  set: { gatewaydev: value },
  fault: {
    kind: 'deprecated',
    effect: 'none',
    ofKey: true,
    replacement: { newText: 'gatewaydev', safe: true },
  },
});

/** The fields of the device whose names are not those of the keys. */
const FIELDS: Readonly<Record<string, string>> = {
  backend: 'backend_domname',
  vifname: 'ifname',
  forwarddev: 'coloft_forwarddev',
};

const texts: Readonly<Record<string, ValueReader>> = Object.fromEntries(
  VIF_PARAMETERS.filter(({ form }) => form === 'value').map(({ name }) => [name, text(FIELDS[name] ?? name)]),
);

const current: KeyedGrammar = {
  cut: cutFields,
  parameters: VIF_PARAMETERS,
  readers: {
    ...texts,
    mac,
    type,
    rate,
    netdev,
    devid: checkedInt('devid'),
    mtu: checkedInt('mtu'),
    accel: nothing({ kind: 'deprecated', effect: 'ignored', ofKey: true, cure: 'Remove it.' }),
  },
  flags: { trusted: { trusted: 'True' }, untrusted: { trusted: 'False' } },
  unknownKey: 'ignored',
  bareWord: 'ignored',
};

const early: KeyedGrammar = {
  ...current,
  readers: { ...current.readers, mac: earlyMac, type: earlyType },
  bareWord: 'restIgnored',
};

/** libxl makes no emulated card for a guest without QEMU's machine; it finds that after it made the domain. */
function emulatedWithoutMachine({ reading, context }: KeyedItem): SpecFault[] {
  const { guestType, xenVersion } = context;
  if (guestType === 'hvm' || reading.values.get('nictype') !== 'vif_ioemu' || !atLeast(xenVersion, '4.2'))
    return [];
  const cure = `An emulated card is for hvm guests, this is a ${guestType} guest. Write type=vif, or nothing.`;
  return [faultAt(reading, 'nictype', { kind: 'conflict', effect: 'startFails', parameter: 'type', cure })];
}

/** A blank in place of a comma. The name of an interface of Linux has none (dev_valid_name), that of a bridge either. */
function bridgeWithBlank({ reading }: KeyedItem): SpecFault[] {
  const bridge = reading.values.get('bridge');
  if (typeof bridge !== 'string' || !/\S\s+\S/.test(bridge)) return [];
  const cure = 'No bridge has a blank in its name. Write a comma between the fields.';
  return [faultAt(reading, 'bridge', { kind: 'bad-value', effect: 'startFails', parameter: 'bridge', cure })];
}

/** Two interfaces with one number: libxl finds the second in xenstore already. */
function numberInUse({ reading, holder }: KeyedItem): SpecFault[] {
  if (holder === undefined) return [];
  const devid = reading.values.get('devid');
  const cure = `Number ${holder + 1} of the list has the device number ${devid} too. Write another devid.`;
  return [faultAt(reading, 'devid', { kind: 'conflict', effect: 'startFails', parameter: 'devid', cure })];
}

export const vif = keyedLanguage({
  options: ['vif'],
  noun: 'network interface',
  shape: 'items',
  wrongItem: 'restDropped',
  parameters: VIF_PARAMETERS,
  grammar: ({ xenVersion }) => (atLeast(xenVersion, '4.6') ? current : early),
  isNumbered: () => true,
  check: (item) => [...emulatedWithoutMachine(item), ...bridgeWithBlank(item), ...numberInUse(item)],
  claim: (values) => values.get('devid'),
  symbol: {
    name: ['mac', 'vifname'],
    detail: ['vifname', 'bridge', 'ip', 'model', 'type', 'rate', 'backend'],
    kind: SymbolKind.Interface,
  },
  keys: NIC_KEYS,
  facts: vifFacts,
  fields: (values) => {
    const { mac: address, ...others } = printed(values);
    // No address and one of zeros are the same to libxl.
    return address === undefined || address === '00:00:00:00:00:00' ? others : { mac: address, ...others };
  },
});
