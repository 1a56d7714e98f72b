/**
 * The keys of a `vif` string. Facts: parse_nic_config and what came before it in xl of 4.1 to 4.22, libxlu_vif.c,
 * libxl_nic.c, xl-network-configuration(5).
 */
import { type KeyedParameter, keyedParameters } from '../toolkit/readKeyed.ts';
import { checkedInt, text, type ValueReader, type ValueReading } from '../toolkit/valueReaders.ts';
import { VIF_COLO_PARAMETERS } from './coloKeys.ts';
import { mac } from './mac.ts';
import { rate } from './rate.ts';

const EXAMPLE_MAC = 'mac=00:16:3e:5e:6c:00';

/** libxl's names for them. */
const NIC_TYPES: ReadonlyMap<string, string> = new Map([
  ['vif', 'vif'],
  ['ioemu', 'vif_ioemu'],
]);

/** What users write for them, as other tools call them. */
const MEANT_TYPES: ReadonlyMap<string, string> = new Map([
  ...[
    'netfront',
    'netif',
    'pv',
    'para',
    'paravirt',
    'paravirtual',
    'paravirtualized',
    'paravirtualised',
    'xen',
    'xenpv',
  ].map((word) => [word, 'vif'] as const),
  ...['emulated', 'emu', 'hvm', 'qemu', 'tap'].map((word) => [word, 'ioemu'] as const),
]);

const typeFault = (value: string, effect: string): ValueReading['fault'] => {
  const word = value.trim().toLowerCase();
  const meant = MEANT_TYPES.get(word) ?? (NIC_TYPES.has(word) ? word : undefined);
  if (meant === undefined) return { effect: 'ignored', advice: `${effect} Use \`vif\` or \`ioemu\`.` };
  const what = meant === 'vif' ? 'paravirtual' : 'emulated';
  return {
    effect: 'ignored',
    advice: `${effect} Use ${meant} for the ${what} interface.`,
    replacement: { newText: meant },
  };
};

const type: ValueReader = (value) => {
  const nictype = NIC_TYPES.get(value);
  if (nictype !== undefined) return { set: { nictype } };
  return { set: {}, fault: typeFault(value, 'The guest gets the default.') };
};

/** Up to 4.5 everything but ioemu is vif. */
export const earlyType: ValueReader = (value) => {
  const nictype = NIC_TYPES.get(value);
  if (nictype !== undefined) return { set: { nictype } };
  return { set: { nictype: 'vif' }, fault: typeFault(value, 'xl takes it for vif.') };
};

const netdev: ValueReader = (value, { part }) => ({
  set: { gatewaydev: value },
  fault: {
    kind: 'deprecated',
    effect: 'none',
    at: part.nameSpan,
    replacement: { newText: 'gatewaydev', safe: true },
  },
});

const accel: ValueReader = (_, { part }) => ({
  set: {},
  fault: { kind: 'deprecated', effect: 'ignored', at: part.nameSpan, advice: 'Remove it.' },
});

const common = keyedParameters('4.1', 'xl_parse.c:parse_nic_config', [
  {
    name: 'bridge',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: text('bridge'),
    content: 'bridge',
    summary: 'The bridge of the host that the interface is plugged into.',
    details:
      'The bridge must exist; the hotplug script of the host does the plugging, and the guest does not start ' +
      'where it fails. Routed and NAT set-ups (`vif-route`, `vif-nat`) do without.',
    defaultValue: '`vif.default.bridge` of xl.conf, else `xenbr0`',
    example: "vif = [ 'bridge=xenbr0' ]",
  },
  {
    name: 'mac',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: mac,
    content: 'mac',
    summary: 'The hardware address that the guest sees: six pairs of hexadecimal digits with colons between.',
    details:
      'Without it the guest has a new address of the range 00:16:3e at each start, and may take the interface for a new ' +
      'one. Choose one of that range, of your own, or a random one with the second lowest bit of the first pair set ' +
      'and the lowest clear (x2, x6, xa, xe).\n\n' +
      'xl reads numbers with any one character between, prints a line without a place where it cannot go on, and ' +
      'starts the guest with the bytes that it has, the others zero. What is after the sixth is dropped. A short ' +
      'address even eats from the next field: `mac=1:2:3,bridge=br0` has `0b`, of the b, as fourth byte. All zeros ' +
      'are the same as no address. Up to 4.5 there is no check at all.',
    defaultValue: 'a random address of the range 00:16:3e at each start',
    example: `vif = [ '${EXAMPLE_MAC},bridge=xenbr0' ]`,
  },
  {
    name: 'ip',
    source: 'libxl_nic.c:libxl__set_xenstore_nic',
    read: text('ip'),
    summary: 'The addresses of the guest, handed to the hotplug script.',
    details:
      'xl does not look at it. `vif-route` and `vif-nat` make routes of it. `vif-bridge` adds firewall rules that accept ' +
      'packets from these addresses; others are only blocked where the host drops what it forwards and filters bridges. ' +
      'It does not configure the guest. Several addresses are separated by spaces.',
    defaultValue: 'none',
    example: "vif = [ 'ip=192.0.2.10,script=vif-route' ]",
  },
  {
    name: 'script',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: text('script'),
    content: 'file',
    summary: 'The hotplug script of the host that connects the interface.',
    details:
      'A name without a slash is looked for in the directory of the Xen scripts, as a rule `/etc/xen/scripts`. There are ' +
      '`vif-bridge`, `vif-route`, `vif-nat` and `vif-openvswitch`.',
    defaultValue: '`vif.default.script` of xl.conf, else `vif-bridge`',
    example: "vif = [ 'script=vif-openvswitch,bridge=ovs0' ]",
  },
  {
    name: 'model',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: text('model'),
    summary: 'The network card that QEMU emulates for an HVM guest.',
    details:
      'Of use with `type=ioemu` only. Any card that QEMU has; what it does not know prevents the guest from starting. A guest ' +
      'with Xen drivers switches from the emulated NIC to the paravirtual one.',
    defaultValue: '`rtl8139`',
    example: "vif = [ 'model=e1000,bridge=xenbr0' ]",
    values: [
      { name: 'rtl8139', summary: 'Realtek 8139, 100 Mb/s; nearly every system knows it. The default.' },
      { name: 'e1000', summary: 'Intel 82540EM, 1 Gb/s.' },
      { name: 'e1000e', summary: 'Intel 82574L, 1 Gb/s, for systems that know PCI Express cards only.' },
      { name: 'virtio-net', summary: 'Virtio card, for guests with virtio drivers.' },
      { name: 'pcnet', summary: 'AMD PCnet, for old systems.' },
      { name: 'ne2k_pci', summary: 'NE2000 with PCI, for very old systems.' },
    ],
  },
  {
    name: 'type',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: type,
    summary: 'Whether an HVM guest also gets an emulated NIC.',
    details:
      'PV and PVH guests have `vif` and nothing else: with `ioemu` the guest is taken down while it is made. xl prints ' +
      '"Invalid parameter" at other values and uses the default; up to 4.5 it takes every other word for `vif`.',
    defaultValue: '`ioemu` for HVM, `vif` for PV and PVH',
    example: "vif = [ 'type=vif,bridge=xenbr0' ]",
    values: [
      {
        name: 'ioemu',
        summary: 'An emulated NIC, and a paravirtual one that a guest with Xen drivers takes instead.',
        guestTypes: ['hvm'],
      },
      { name: 'vif', summary: 'The paravirtual interface only.' },
    ],
  },
  {
    name: 'vifname',
    source: 'libxl_nic.c:libxl__set_xenstore_nic',
    read: text('ifname'),
    summary: 'The name of the interface on the host.',
    details:
      'Handy for firewall rules. The emulated NIC of an HVM guest gets it with `-emu` appended. Linux takes 15 characters ' +
      'at most, which leaves 11 for an HVM guest with such a card; longer names, and names in use, make the hotplug ' +
      'script fail.',
    defaultValue: '`vifDOMID.DEVID`, such as `vif5.0`',
    example: "vif = [ 'vifname=web1,bridge=xenbr0' ]",
  },
  {
    name: 'backend',
    read: text('backend_domname'),
    content: 'domain',
    summary: 'The domain that serves the interface: a driver domain, by name or number.',
    details:
      'It must run when the guest starts; otherwise the start fails. xl of 4.1 and 4.2 takes the host where the domain ' +
      'does not exist.',
    defaultValue: '`vif.default.backend` of xl.conf (since 4.4), else the host (domain 0)',
    example: "vif = [ 'type=vif,backend=netdom,bridge=xenbr0' ]",
  },
  {
    name: 'rate',
    source: 'libxlu_vif.c:xlu_vif_parse_rate',
    read: rate,
    since: '4.2',
    summary:
      'A limit to what the guest may send, as a speed and the interval at which the credit is filled up.',
    details:
      'A number and a unit: `b/s`, `Kb/s`, `Mb/s`, `Gb/s` for bits, `B/s`, `KB/s`, `MB/s`, `GB/s` for bytes; steps of a ' +
      'thousand. Behind an `@` the interval: `ms`, `us`, `s`, without a unit seconds. `1MB/s@20ms` is 20,000 bytes ' +
      'every 20 ms.\n\n' +
      'Anything else is rejected, so are 0 and an interval above 4294 s. A leading 0 makes the number octal. Neither what ' +
      'the guest receives nor its emulated NIC is limited. xl of 4.2 and 4.3 reads nothing after a rate: write it last.',
    defaultValue: 'no limit; the interval is 50 ms',
    example: "vif = [ 'bridge=xenbr0,rate=10Mb/s@20ms' ]",
  },
  {
    name: 'gatewaydev',
    source: 'libxl_nic.c:libxl__set_xenstore_nic',
    read: text('gatewaydev'),
    since: '4.3',
    summary: 'The interface of the host whose network the guest joins, for `vif-route`.',
    details: 'Handed to the hotplug script; the other scripts do not read it.',
    defaultValue: '`vif.default.gatewaydev` of xl.conf, else none',
    example: "vif = [ 'script=vif-route,gatewaydev=eth0' ]",
  },
  {
    name: 'mtu',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    read: checkedInt('mtu'),
    since: '4.15',
    summary: 'The largest packet of the interface, in bytes without headers.',
    details:
      'A decimal number; 0 is the default. xl rejects what does not begin with a number, and -1. The hotplug script sets ' +
      'it on the host; the guest may follow.',
    defaultValue: '1500, or that of the bridge',
    example: "vif = [ 'mtu=9000,bridge=xenbr0' ]",
  },
  {
    name: 'vlan',
    source: 'libxl_nic.c:libxl__set_xenstore_nic',
    read: text('vlan'),
    since: '4.19',
    summary: 'The VLANs of the interface, for bridges that filter by VLAN.',
    details:
      'Numbers from 1 to 4094 with slashes between: `10` one VLAN, `10p/20` 10 untagged and 20 tagged, `10-20` a range, ' +
      '`100+10x4` 100 and four more at steps of 10. `p` marks the one VLAN of untagged packets from the guest, `u` an ' +
      'untagged one. xl keeps the text and does not check it. No script of Xen reads it: with `vif-bridge` and the ' +
      'others it silently does nothing. Use a `script` that does.',
    defaultValue: 'none',
    example: "vif = [ 'vlan=10p/20,bridge=xenbr0,script=vif-vlan' ]",
  },
  {
    name: 'devid',
    read: checkedInt('devid'),
    since: '4.9',
    summary: 'The number of the interface, from 0.',
    details:
      'Only needed where the order of the list is not the order in the guest. xl rejects what does not begin with a ' +
      'number. Two interfaces with one number: the start of the guest fails.',
    defaultValue: 'the place in the list',
    example: "vif = [ 'devid=3,bridge=xenbr0' ]",
  },
  {
    name: 'trusted',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    sets: { trusted: 'True' },
    since: '4.17',
    summary: 'The driver in the guest may trust the domain that serves the interface.',
    details: 'A word without a value. Drivers are free to look at it.',
    defaultValue: 'trusted',
    example: "vif = [ 'bridge=xenbr0,trusted' ]",
  },
  {
    name: 'untrusted',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    sets: { trusted: 'False' },
    since: '4.17',
    summary: 'The driver in the guest is to protect itself from the domain that serves the interface.',
    details:
      'A word without a value. Linux guests then copy the packets instead of sharing their pages, which costs speed. ' +
      'Drivers are free to look at it.',
    example: "vif = [ 'type=vif,backend=netdom,untrusted' ]",
  },
]);

const old = keyedParameters('4.3', 'xl_parse.c:parse_nic_config', [
  {
    name: 'netdev',
    read: netdev,
    summary: 'The old name of `gatewaydev`.',
    details: 'xl prints a warning and takes it.',
    deprecated: '`gatewaydev`',
    example: "vif = [ 'script=vif-route,netdev=eth0' ]",
  },
  {
    name: 'accel',
    read: accel,
    since: '4.1',
    summary: 'Chose an accelerator plugin in xend. xl has never supported it.',
    details: 'xl prints that it is not supported and ignores it.',
    deprecated: 'nothing in its place',
    example: "vif = [ 'accel=none' ]",
  },
]);

/** In the order in which they are offered. */
export const VIF_PARAMETERS: readonly KeyedParameter[] = [...common, ...VIF_COLO_PARAMETERS, ...old];
