/** Network interfaces. Facts: parse_nic_config in xl_parse.c of 4.9 to 4.22, xl_cmdimpl.c before, libxl_nic.c. */
import { SymbolKind } from 'vscode-languageserver-types';
import { atLeast } from '../../schema/xenVersions.ts';
import type { SpecFact } from '../facts.ts';
import { keyOrder } from '../json.ts';
import type { SpecFault } from '../language.ts';
import { givenValue } from '../pieces.ts';
import { servingDomain } from '../toolkit/domains.ts';
import { faultOfField, type KeyedItem, type KeyedSpec, keyedLanguage } from '../toolkit/keyedLanguage.ts';
import type { KeyedGrammar } from '../toolkit/readKeyed.ts';
import { COLO_FIELDS } from './coloKeys.ts';
import { earlyType, VIF_PARAMETERS } from './keys.ts';
import { earlyMac } from './mac.ts';

const current: KeyedGrammar = { unknownKey: 'ignored', bareWord: 'ignored', spaceSeparated: ['ip'] };

const early: KeyedGrammar = {
  ...current,
  readers: { mac: earlyMac, type: earlyType },
  bareWord: 'restIgnored',
};

/** libxl rejects an emulated NIC for a guest that is not HVM, after it has created the domain. */
function emulatedWithoutMachine({ reading, context }: KeyedItem): SpecFault[] {
  const { guestType, xenVersion } = context;
  if (guestType === 'hvm' || reading.values.get('nictype') !== 'vif_ioemu' || !atLeast(xenVersion, '4.2'))
    return [];
  const advice = 'Only HVM guests have emulated NICs. Use `type=vif`, or remove it.';
  return [
    faultOfField(reading, 'nictype', 'conflict', 'createFails', {
      parameter: 'type',
      stage: 'setup',
      advice,
    }),
  ];
}

/** What xen-netback accepts (ETH_MIN_MTU; ETH_MAX_MTU without a VLAN header), in bytes. 0 is the default. */
const MTU = { least: 68, most: 65_517 };

/** The kernel of the host rejects it, and set_mtu of xen-network-common.sh continues. */
function mtuOutOfRange({ reading }: KeyedItem): SpecFault[] {
  const mtu = reading.values.get('mtu');
  const isReported = reading.faults.some(({ parameter }) => parameter === 'mtu');
  if (typeof mtu !== 'number' || isReported || mtu === 0 || (mtu >= MTU.least && mtu <= MTU.most)) return [];
  const message = `No interface of a host can have an MTU of ${mtu}: the hotplug script leaves it as it is.`;
  const advice = `Use ${MTU.least} to ${MTU.most}, such as mtu=9000.`;
  return [faultOfField(reading, 'mtu', 'bad-value', 'ignored', { parameter: 'mtu', message, advice })];
}

/** A space instead of a comma: the name of a Linux bridge has none (dev_valid_name). */
function bridgeWithSpace({ reading }: KeyedItem): SpecFault[] {
  const bridge = reading.values.get('bridge');
  const isReported = reading.faults.some(({ parameter }) => parameter === 'bridge');
  if (typeof bridge !== 'string' || isReported || !/\S\s+\S/.test(bridge)) return [];
  const advice = 'Bridge names cannot contain spaces. Put a comma between the fields.';
  return [faultOfField(reading, 'bridge', 'bad-value', 'startFails', { parameter: 'bridge', advice })];
}

/** Whether QEMU emulates a card beside the interface: on HVM unless the string says otherwise. */
const isEmulated = ({ reading, context }: KeyedItem): boolean =>
  context.guestType === 'hvm' && (reading.values.get('nictype') ?? 'vif_ioemu') === 'vif_ioemu';

/** QEMU in dom0 plugs its card into a bridge of dom0, whoever serves the interface. */
function emulatedInDriverDomain(item: KeyedItem): SpecFault[] {
  const { reading } = item;
  const backend = reading.values.get('backend_domname');
  const name = typeof backend === 'string' ? servingDomain(backend) : '';
  if (!isEmulated(item) || name === '' || !atLeast(item.context.xenVersion, '4.2')) return [];
  const advice = 'QEMU in dom0 cannot attach its emulated NIC to a bridge of another domain. Add `type=vif`.';
  const details = { parameter: 'backend', advice, additions: ['type=vif'] };
  return [faultOfField(reading, 'backend_domname', 'conflict', 'unusable', details)];
}

/** A model of a NIC that QEMU does not emulate. */
function modelWithoutCard(item: KeyedItem): SpecFault[] {
  const { reading, context } = item;
  if (!reading.setBy.has('model') || isEmulated(item)) return [];
  // The type is what is wrong then, and reported as such.
  if (context.guestType !== 'hvm' && reading.values.get('nictype') === 'vif_ioemu') return [];
  const why =
    context.guestType === 'hvm'
      ? 'With type=vif no card is emulated'
      : `A ${context.guestType.toUpperCase()} guest has no emulated NIC`;
  const advice = `${why}. Remove model.`;
  return [faultOfField(reading, 'model', 'conflict', 'ignored', { parameter: 'model', advice })];
}

/** Words for the virtio card that QEMU does not know. */
const VIRTIO_WORDS: readonly string[] = ['virtio', 'virtio_net', 'virtionet', 'virtio-nic', 'virtio-pci'];

function unknownCard(item: KeyedItem): SpecFault[] {
  const model = item.reading.values.get('model');
  if (typeof model !== 'string' || !isEmulated(item) || !VIRTIO_WORDS.includes(model.toLowerCase()))
    return [];
  const advice = 'QEMU has no NIC of this name. Use `virtio-net`.';
  const replacement = { newText: 'virtio-net' };
  return [
    faultOfField(item.reading, 'model', 'bad-value', 'startFails', {
      parameter: 'model',
      advice,
      replacement,
    }),
  ];
}

/** The longest name of a network interface of Linux (IFNAMSIZ, without the terminating NUL). */
const LONGEST_NAME = 15;
/** What libxl adds to the name of an emulated card (TAP_DEVICE_SUFFIX). */
const EMULATED_SUFFIX = '-emu';

function longNames(item: KeyedItem): SpecFault[] {
  const { reading } = item;
  const limits: readonly (readonly [string, string, number, string])[] = [
    ['bridge', 'bridge', LONGEST_NAME, 'Linux has no names of bridges with more than 15 characters.'],
    isEmulated(item)
      ? [
          'ifname',
          'vifname',
          LONGEST_NAME - EMULATED_SUFFIX.length,
          'With the `-emu` of its emulated NIC the name exceeds 15 characters: use 11 at most, or type=vif.',
        ]
      : ['ifname', 'vifname', LONGEST_NAME, 'Linux has no names of interfaces with more than 15 characters.'],
  ];
  return limits.flatMap(([field, parameter, longest, advice]) => {
    const name = reading.values.get(field);
    const isReported = reading.faults.some((fault) => fault.parameter === parameter);
    return typeof name === 'string' && name.length > longest && !isReported
      ? [faultOfField(reading, field, 'bad-value', 'startFails', { parameter, advice })]
      : [];
  });
}

/** The scripts of Xen that connect interfaces. None of them reads the VLANs. */
const SCRIPT_OF_XEN = /(?:^|\/)vif-(?:bridge|route|nat|openvswitch)$/;

function vlanWithoutReader({ reading }: KeyedItem): SpecFault[] {
  const script = reading.values.get('script') ?? 'vif-bridge';
  if (!reading.setBy.has('vlan') || typeof script !== 'string' || !SCRIPT_OF_XEN.test(script)) return [];
  const advice = `None of Xen's scripts reads \`vlan\`, not even \`${script}\`. Set \`script=\` to one that does, or remove \`vlan\`.`;
  return [faultOfField(reading, 'vlan', 'conflict', 'unusable', { parameter: 'vlan', advice })];
}

/** Two interfaces with one number: libxl finds the second in xenstore. */
function numberInUse({ reading, duplicateOf }: KeyedItem): SpecFault[] {
  if (duplicateOf === undefined) return [];
  const devid = reading.values.get('devid');
  const advice = `Item ${duplicateOf + 1} already has device number ${devid}. Use another \`devid\`.`;
  return [faultOfField(reading, 'devid', 'conflict', 'startFails', { parameter: 'devid', advice })];
}

/** An address that xl misreads is not a fact: placeholders of templates would all be the same address. */
function vifFacts(spec: KeyedSpec): readonly SpecFact[] {
  const given = givenValue(spec, 'mac');
  const { mac } = spec.fields;
  const isMisread = spec.faults.some(({ parameter }) => parameter === 'mac');
  if (!given || typeof mac !== 'string' || isMisread) return [];
  return [{ span: given, content: { kind: 'mac', key: mac, text: given.text, option: 'vif' } }];
}

/** libxl_device_nic of libxl_types.idl. */
const KEYS = keyOrder(
  'backend_domname devid mtu vlan model mac ip bridge ifname script nictype rate_bytes_per_interval ' +
    `rate_interval_usecs gatewaydev coloft_forwarddev ${COLO_FIELDS.join(' ')} trusted`,
);

export const VIF = keyedLanguage({
  option: 'vif',
  noun: 'network interface',
  parameters: VIF_PARAMETERS,
  grammar: (xenVersion) => (atLeast(xenVersion, '4.6') ? current : early),
  check: (spec) => [
    ...emulatedWithoutMachine(spec),
    ...emulatedInDriverDomain(spec),
    ...modelWithoutCard(spec),
    ...unknownCard(spec),
    ...mtuOutOfRange(spec),
    ...bridgeWithSpace(spec),
    ...longNames(spec),
    ...vlanWithoutReader(spec),
    ...numberInUse(spec),
  ],
  uniqueValue: (values) => values.get('devid'),
  // To libxl an address of zeros is not an address.
  defaults: { mac: '00:00:00:00:00:00' },
  symbol: {
    name: ['mac', 'vifname'],
    detail: ['vifname', 'bridge', 'ip', 'model', 'type', 'rate', 'backend'],
    kind: SymbolKind.Interface,
  },
  list: { name: 'nics', after: 'disks' },
  keys: KEYS,
  facts: vifFacts,
});
